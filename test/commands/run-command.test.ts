import { type CommandId, commandIds } from "../../src/commands/command-ids";
import { createCommands } from "../../src/commands/run-command";
import { sentenceInAddress } from "../../src/commands/sentence-in-address";
import type { SheetGrid } from "../../src/data/grid";
import { createMemoryHost, type MemoryHost } from "../app/memory-host";
import { faultyWorkbook, rightWorkbook } from "../app/workbooks";

interface Ribbon {
  readonly host: MemoryHost;
  readonly told: readonly string[];
  /** Presses a button; resolves when its event was completed. */
  press(id: CommandId): Promise<void>;
  /** How many events were completed so far. */
  completed(): number;
}

function ribbonOver(grids: readonly SheetGrid[], tell?: (sentence: string) => Promise<void>): Ribbon {
  const host = createMemoryHost(grids);
  const told: string[] = [];
  let completed = 0;
  const commands = createCommands({
    openWorkbook: () => host,
    tell: tell ?? (async (sentence) => void told.push(sentence)),
  });
  return {
    host,
    told,
    press: (id) => commands[id]({ completed: () => (completed += 1) }),
    completed: () => completed,
  };
}

function firstLineOf(host: MemoryHost): string {
  const grid = host.grids().find(({ mark }) => mark?.key === "findings");
  return String(grid?.rows[0]?.[0]?.value);
}

test("Tính chỉ số writes the report, shows its first sheet and completes its event", async () => {
  const ribbon = ribbonOver(rightWorkbook());
  await ribbon.press(commandIds.calculate);
  expect(ribbon.host.written.map(({ options }) => options?.show)).toEqual(["III.1"]);
  expect(ribbon.completed()).toBe(1);
});

test("with errors Tính chỉ số writes only Kiểm tra số liệu, whose first line says what to do, and goes there", async () => {
  const ribbon = ribbonOver(faultyWorkbook());
  await ribbon.press(commandIds.calculate);
  expect(ribbon.host.written).toHaveLength(1);
  expect(ribbon.host.written[0]?.options).toMatchObject({ show: "findings", otherOwnSheets: "keep" });
  expect(ribbon.host.written[0]?.report.sheets.map(({ key }) => key)).toEqual(["findings"]);
  expect(firstLineOf(ribbon.host)).toMatch(/sửa các ô báo lỗi.*Tính tạm/);
  expect(ribbon.completed()).toBe(1);
});

test("Tính tạm writes the report in spite of errors", async () => {
  const ribbon = ribbonOver(faultyWorkbook());
  await ribbon.press(commandIds.provisional);
  expect(ribbon.host.written.map(({ options }) => options?.show)).toEqual(["III.1"]);
});

test("Kiểm tra số liệu writes and shows the findings alone, without errors too", async () => {
  const ribbon = ribbonOver(rightWorkbook());
  await ribbon.press(commandIds.check);
  expect(ribbon.host.written[0]?.options?.show).toBe("findings");
  expect(firstLineOf(ribbon.host)).not.toMatch(/Tính tạm/);
});

test("a workbook with nothing to compute gets its findings from every button", async () => {
  const ribbon = ribbonOver([]);
  await ribbon.press(commandIds.provisional);
  expect(ribbon.host.written[0]?.report.sheets.map(({ key }) => key)).toEqual(["findings"]);
});

test("a double click runs once and completes both events", async () => {
  const ribbon = ribbonOver(rightWorkbook());
  await Promise.all([ribbon.press(commandIds.calculate), ribbon.press(commandIds.calculate)]);
  expect(ribbon.host.written).toHaveLength(1);
  expect(ribbon.completed()).toBe(2);
  await ribbon.press(commandIds.calculate);
  expect(ribbon.host.written).toHaveLength(2);
});

test.each(["readSheets", "writeReport"] as const)(
  "a failure of %s is told in the host's sentence, and the next press works",
  async (call) => {
    const ribbon = ribbonOver(rightWorkbook());
    ribbon.host.failNext(call);
    await ribbon.press(commandIds.calculate);
    expect(ribbon.told).toEqual(["Excel đang ở chế độ sửa ô: hãy nhấn Enter để kết thúc sửa ô rồi thử lại."]);
    expect(ribbon.completed()).toBe(1);
    await ribbon.press(commandIds.calculate);
    expect(ribbon.host.written).toHaveLength(1);
  },
);

test("an unexpected failure is told without its technical words", async () => {
  const ribbon = ribbonOver(rightWorkbook());
  ribbon.host.failNext("readSheets", new TypeError("undefined is not a function"));
  await ribbon.press(commandIds.calculate);
  expect(ribbon.told).toHaveLength(1);
  expect(ribbon.told[0]).not.toMatch(/undefined/);
});

test("the event is completed even where the sentence cannot be shown", async () => {
  const ribbon = ribbonOver(rightWorkbook(), () => Promise.reject(new Error("no dialog")));
  ribbon.host.failNext("readSheets");
  await ribbon.press(commandIds.calculate);
  expect(ribbon.completed()).toBe(1);
});

test("while a sentence is still being shown the buttons work", async () => {
  let close = (): void => undefined;
  const ribbon = ribbonOver(rightWorkbook(), () => new Promise((resolve) => (close = resolve)));
  ribbon.host.failNext("readSheets");
  const first = ribbon.press(commandIds.calculate);
  await new Promise((resolve) => setTimeout(resolve, 20));
  await ribbon.press(commandIds.calculate);
  expect(ribbon.host.written).toHaveLength(1);
  close();
  await first;
  expect(ribbon.completed()).toBe(2);
});

test("the dialog's sentence comes out of its address as it went in, and a broken one as it stands", () => {
  expect(sentenceInAddress(`#${encodeURIComponent("Nhấn Enter <b>&</b> #1, 50%")}`)).toBe(
    "Nhấn Enter <b>&</b> #1, 50%",
  );
  expect(sentenceInAddress("#50%")).toBe("50%");
});
