import { readFileSync } from "node:fs";
import { join } from "node:path";
import { computeInWorker } from "../../../src/formula/values/engine-node";
import { valuesOf } from "../../../src/formula/values/fill-in";
import { engineDeadline, type PlainValue } from "../../../src/formula/values/engine";
import type { GridCell } from "../../../src/data/grid";
import { trialData, trialFormulas } from "./formulas";

/**
 * Where Excel gives something else than LibreOffice, by Microsoft's documentation: truth values in cells are no numbers
 * to it, a place beyond an area is #REF!, and IFNA is known without its prefix.
 */
const excelDiffers: Readonly<Record<string, string>> = {
  "SUM('Dữ liệu'!E1:E8)": "0",
  "AVERAGE('Dữ liệu'!E1:E8)": "#DIV/0!",
  "MIN('Dữ liệu'!E1:E8)": "0",
  "MAX('Dữ liệu'!E1:E8)": "0",
  "COUNT('Dữ liệu'!E1:E8)": "0",
  "SUM('Dữ liệu'!E1:E8,0.5,'Dữ liệu'!B7)": "-2",
  "SUM('Dữ liệu'!A1,'Dữ liệu'!E1)": "1",
  "SUMPRODUCT('Dữ liệu'!D1:D8,'Dữ liệu'!E1:E8)": "0",
  "SUMPRODUCT('Dữ liệu'!E1:E8,'Dữ liệu'!D1:D8)": "0",
  'IF(\'Dữ liệu\'!E1>1,"Đạt","Không đạt")': "Đạt",
  "TRUE=1": "false",
  "TRUE>5": "true",
  "ISNUMBER('Dữ liệu'!E1)": "false",
  "IFNA(VLOOKUP(99,'Dữ liệu'!A1:D8,4,FALSE),\"không có\")": "không có",
  "INDEX('Dữ liệu'!A1:F8,2,7)": "#REF!",
  "INDEX('Dữ liệu'!A1:A8,9)": "#REF!",
};

/** The fifteenth digit is where a sum's order already shows. */
const nearness = 1e-14;

interface Expected {
  readonly type: string;
  readonly value: string;
}

const expected = new Map(
  readFileSync(join(__dirname, "libreoffice.tsv"), "utf8")
    .trimEnd()
    .split("\n")
    .map((line): [string, Expected] => {
      const [formula = "", type = "", value = ""] = line.split("\t");
      return [formula, { type, value }];
    }),
);

function gridCell(value: number | string | boolean | null): GridCell | null {
  if (value === null) return null;
  const type = typeof value === "number" ? "number" : typeof value === "string" ? "text" : "boolean";
  return { type, value, format: "General", formula: null };
}

async function answers(): Promise<readonly (PlainValue | null)[]> {
  const formulas = trialFormulas.map((formula): GridCell[] => [
    { type: "number", value: null, format: "General", formula },
  ]);
  const data = trialData.map((cells) => cells.map(gridCell));
  const sheets = [
    { name: "Dữ liệu", rows: data, unknown: [] },
    { name: "Tính", rows: formulas, unknown: [] },
  ];
  const wanted = trialFormulas.map((_, row) => ({ kind: "cell", sheet: 1, row, column: 0 }) as const);
  return valuesOf({ sheets, names: [] }, wanted, computeInWorker);
}

function isSame(answer: PlainValue, { type, value }: Expected): boolean {
  switch (answer.type) {
    case "number":
      return type === "n" && Math.abs(Number(value) - answer.value) <= nearness * Math.abs(answer.value);
    case "boolean":
      return type === "b" && (value === "true") === answer.value;
    default:
      return type === (answer.type === "text" ? "s" : "e") && value === answer.value;
  }
}

test("what is answered is what a spreadsheet program answers, for every formula of the trial", async () => {
  const found = await answers();
  const wrong = trialFormulas.flatMap((formula, at) => {
    const answer = found[at] ?? null;
    const right = expected.get(formula);
    if (answer === null || right === undefined) return [];
    const known = excelDiffers[formula];
    const isRight = known === undefined ? isSame(answer, right) : known === String(answer.value);
    return isRight ? [] : [`${formula}: ${answer.type} ${String(answer.value)}, not ${right.type} ${right.value}`];
  });
  expect(wrong).toEqual([]);
  const unanswered = found.filter((answer) => answer === null).length;
  process.stdout.write(
    `${String(found.length)} formulas: ${String(found.length - unanswered)} answered, ${String(unanswered)} left to Excel\n`,
  );
  expect(unanswered / found.length).toBeLessThan(0.4);
});

describe("formulas that hang on one another", () => {
  const sheetOf = (rows: readonly (readonly (string | number)[])[]) => [
    {
      name: "S",
      unknown: [],
      rows: rows.map((cells) =>
        cells.map((cell): GridCell => {
          if (typeof cell === "number" || !cell.startsWith("=")) return gridCell(cell) as GridCell;
          return { type: "number", value: null, format: "General", formula: cell.slice(1) };
        }),
      ),
    },
  ];
  const computed = async (rows: readonly (readonly (string | number)[])[], ...wanted: readonly number[]) => {
    const places = wanted.map((row) => ({ kind: "cell", sheet: 0, row, column: 0 }) as const);
    const found = await valuesOf({ sheets: sheetOf(rows), names: [] }, places, computeInWorker);
    return found.map((value) => value?.value ?? null);
  };

  it("are computed in the order that they need, thousands deep", async () => {
    const chain = Array.from({ length: 5_000 }, (_, row) => [row === 0 ? 0.5 : `=A${String(row)}+1`]);
    expect(await computed(chain, 4_999)).toEqual([4_999.5]);
    expect(
      await computed(
        [...chain].map((_, row) => [row === 4_999 ? 0.5 : `=A${String(row + 2)}+1`]),
        0,
      ),
    ).toEqual([4_999.5]);
  });

  it("are left where one of them cannot be computed, and the others are not", async () => {
    expect(await computed([["=A2+1"], ["=LAMBDA(1)"], ["=30+30"], ["=IFERROR(A2,5)"]], 0, 1, 2, 3)).toEqual([
      null,
      null,
      60,
      null,
    ]);
  });

  it("are left where they go in a circle", async () => {
    expect(await computed([["=A2"], ["=A3+1"], ["=A1"], ["=A4"], ["=1+1"]], 0, 1, 2, 3, 4)).toEqual([
      null,
      null,
      null,
      null,
      2,
    ]);
  });

  it("take what stands in their areas, and are left where that would be endless", async () => {
    const wide = Array.from({ length: 3000 }, (_, row) => [`=SUM(B1:XFD1048576)+${String(row)}`, 1]);
    expect(await computed(wide, 0, 2999)).toEqual([3000, 5999]);
    const different = wide.map(([, one], row) => [`=SUM(B1:XFD${String(row + 1)})`, one ?? 1]);
    const all = await computed(different, ...different.keys());
    expect([all[0], all[2999]]).toEqual([1, null]);
  });
});

test("a job that never ends is given up, and the next one is computed", async () => {
  jest.useFakeTimers({ doNotFake: ["nextTick", "queueMicrotask"] });
  const endless = computeInWorker(
    { cells: [], steps: Array.from({ length: 50_000 }, () => "SUM(A1)") },
    engineDeadline,
  );
  jest.advanceTimersByTime(engineDeadline);
  await expect(endless).rejects.toThrow("too long");
  jest.useRealTimers();
  expect(await computeInWorker({ cells: [], steps: ["1+1"] }, engineDeadline)).toEqual([{ type: "number", value: 2 }]);
});
