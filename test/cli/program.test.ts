/** Commands and their words: what reaches a command, and what is said of words that nobody knows. */
import { resolve, sep } from "node:path";
import { type Command, command } from "../../src/cli/command";
import { commands } from "../../src/cli/commands";
import { FileProblem } from "../../src/cli/files";
import { runProgram } from "../../src/cli/program";
import { cliTexts } from "../../src/strings/cli";

const printed = { stdout: "", stderr: "" };
const spies: jest.SpyInstance[] = [];
beforeEach(() => {
  for (const stream of ["stdout", "stderr"] as const) {
    printed[stream] = "";
    const take = (text: unknown): boolean => {
      printed[stream] += String(text);
      return true;
    };
    spies.push(jest.spyOn(process[stream], "write").mockImplementation(take));
  }
});
afterEach(() => {
  for (const spy of spies.splice(0)) spy.mockRestore();
});

const given: unknown[] = [];
beforeEach(() => given.splice(0));
const trial: Command = command({
  name: "gather",
  words: {
    about: "Tổng hợp.",
    usage: "gather TỆP [--into CỘT] [--last-year TỆP] [--replace]",
    input: { value: "TỆP", about: "tệp" },
    options: {
      into: { value: "CỘT", about: "cột" },
      "last-year": { value: "TỆP", about: "năm trước" },
      replace: { value: "", about: "ghi đè" },
    },
  },
  options: { into: "text", "last-year": "file", replace: "switch" },
  run: (input, values) => {
    given.push(input, values);
    return Promise.resolve(1);
  },
});
const run = (...words: readonly string[]): Promise<number> => runProgram([...commands, trial], words);
const complaint = (): string => {
  const lines = printed.stderr.trimEnd().split("\n");
  expect(lines).toHaveLength(1);
  return lines[0] ?? "";
};

test("a command gets its file and every option that it lists, with files as whole paths", async () => {
  expect(await run("gather", "a.xlsx", "--last-year=b.xlsx", "--into", "-x", "--replace")).toBe(1);
  expect(given).toEqual([resolve("a.xlsx"), { into: "-x", "last-year": resolve("b.xlsx"), replace: true }]);
});

test("what is not given is null or false; of an option given twice the last counts; a folder stays one", async () => {
  await run("gather", "--last-year", "a", "--last-year", "b/");
  expect(given).toEqual([null, { into: null, "last-year": `${resolve("b")}${sep}`, replace: false }]);
});

test("after -- everything is a file", async () => {
  await run("gather", "--", "--replace");
  expect(given[0]).toBe(resolve("--replace"));
});

test.each([
  ["no command", [], "Thiếu tên lệnh."],
  ["an unknown command", ["gahter"], "Không có lệnh gahter. Tên gần nhất: gather."],
  ["a command that is like none", ["xyz.xlsx"], "Không có lệnh xyz.xlsx. Cách dùng"],
  ["an option before the command", ["--replace"], "Không hiểu tham số --replace."],
  ["an unknown option", ["gather", "--relpace"], "Không hiểu tham số --relpace. Tên gần nhất: --replace."],
  ["an unknown option with a value", ["report", "--jsn=x"], "Không hiểu tham số --jsn=x. Tên gần nhất: --json."],
  ["a value for a switch", ["gather", "--replace=x"], "Không hiểu tham số --replace=x. Tên gần nhất: --replace."],
  ["an option of another command", ["report", "--replace"], "Không hiểu tham số --replace. Cách dùng"],
  ["a dash", ["gather", "-"], "Không hiểu tham số -."],
  ["a negative number", ["gather", "-5"], "Không hiểu tham số -5."],
  ["no file after an option", ["gather", "--last-year"], "Thiếu tên tệp sau --last-year."],
  ["an option in the place of a file", ["gather", "--last-year", "--replace"], "Thiếu tên tệp sau --last-year."],
  ["an empty file name", ["gather", "--last-year="], "Thiếu tên tệp sau --last-year."],
  ["no value after an option", ["gather", "--into"], "Thiếu giá trị sau --into."],
  ["two files", ["gather", "a", "b"], "Chỉ được nêu một tệp chấm điểm."],
])("status 2 and one line for %s", async (_, words, sentence) => {
  expect(await run(...words)).toBe(2);
  expect(complaint()).toContain(sentence);
  expect(complaint()).toContain("Cách dùng: ");
  expect(given).toEqual([]);
});

test("--help lists every command, and of a command every option, in Vietnamese", async () => {
  expect(await run("--help")).toBe(0);
  for (const { name, words } of [...commands, trial]) {
    expect(printed.stdout).toContain(name);
    expect(printed.stdout).toContain(words.about);
  }
  printed.stdout = "";
  expect(await run("gather", "a.xlsx", "--help")).toBe(0);
  for (const word of ["--into CỘT", "--last-year TỆP", "--replace", "ghi đè", "hiện hướng dẫn này"]) {
    expect(printed.stdout).toContain(word);
  }
  expect(`${printed.stdout}${printed.stderr}`).not.toMatch(/Usage|Options|Arguments|Commands|display help/);
});

test("every command has its words in both languages, and every option stands in its usage", () => {
  for (const { name, options } of commands) {
    for (const language of ["vi", "en"] as const) {
      const words = Object.entries(cliTexts[language].commands).find(([one]) => one === name)?.[1];
      expect(Object.keys(words?.options ?? {})).toEqual(Object.keys(options));
      for (const option of Object.keys(options)) expect(words?.usage).toContain(`--${option}`);
    }
  }
});

test("a problem with a file is one line, another failure says no more than that", async () => {
  const failing = (error: Error): Command => ({ ...trial, run: () => Promise.reject(error) });
  expect(await runProgram([failing(new FileProblem("Không đọc được."))], ["gather"])).toBe(2);
  expect(complaint()).toBe("Không đọc được.");
  printed.stderr = "";
  expect(await runProgram([failing(new Error("secret"))], ["gather"])).toBe(2);
  expect(complaint()).toBe(cliTexts.vi.unexpected);
});
