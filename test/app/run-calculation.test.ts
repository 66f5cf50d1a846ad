import { type Progress, runCalculation } from "../../src/app/run-calculation";
import { inspectionOf, resultsOf } from "../../src/app/inspect";
import { sheet } from "../workbook/grids";
import { createMemoryHost } from "./memory-host";
import { faultyWorkbook, rightWorkbook } from "./workbooks";

test("a workbook without errors is computed, written, and its first report sheet is shown", async () => {
  const host = createMemoryHost(rightWorkbook());
  const outcome = await runCalculation(host, { provisional: false });
  expect(outcome.kind).toBe("written");
  expect(host.written).toHaveLength(1);
  expect(host.written[0]?.options?.show).toBe("III.1");
  expect(host.grids().map(({ mark }) => mark?.key ?? "user")).toEqual([
    "user",
    "III.1",
    "IV.1",
    "IV.2",
    "calculation",
    "findings",
  ]);
});

test("what a run hands back is the workbook as it has left it: read again it would say the same", async () => {
  const kept = { name: "Vòng 1", mark: { key: "keep:round:1", name: "Vòng 1", rows: 1, columns: 1 } };
  const host = createMemoryHost([...rightWorkbook(), sheet(kept.name, [["Vòng 1"]], { mark: kept.mark })]);
  for (let time = 1; time <= 2; time++) {
    const outcome = await runCalculation(host, { provisional: false });
    if (outcome.kind !== "written") throw new Error(outcome.kind);
    const again = inspectionOf(await host.readSheets());
    expect(outcome.inspection.workbook.sheets).toEqual(expect.arrayContaining([...again.workbook.sheets]));
    expect(outcome.inspection.workbook.sheets).toHaveLength(again.workbook.sheets.length);
    expect(outcome.inspection.fingerprint).toBe(again.fingerprint);
    // Nothing is computed a second time for showing it.
    expect(resultsOf(outcome.inspection)).toBe(outcome.results);
  }
});

test("errors stop the official calculation before anything is written, but not the provisional one", async () => {
  const host = createMemoryHost(faultyWorkbook());
  expect((await runCalculation(host, { provisional: false })).kind).toBe("blocked");
  expect(host.written).toHaveLength(0);
  const outcome = await runCalculation(host, { provisional: true });
  expect(outcome.kind === "written" && outcome.results.missing).toBe(2);
});

test("a workbook without any table is nothing to compute, provisionally too", async () => {
  const host = createMemoryHost([]);
  expect((await runCalculation(host, { provisional: true })).kind).toBe("nothing");
  expect(host.written).toHaveLength(0);
});

test("copies of the program's sheets are no input: the results stay as they are", async () => {
  const host = createMemoryHost(rightWorkbook());
  await runCalculation(host, { provisional: false });
  // As Excel copies a sheet, and as one becomes the user's: without a mark that counts.
  const copies = host
    .grids()
    .flatMap((grid) => (grid.mark === null ? [] : [{ ...grid, name: `${grid.name} (2)`, mark: null }]));
  const again = createMemoryHost([...rightWorkbook(), ...copies]);
  const outcome = await runCalculation(again, { provisional: false });
  expect(outcome.kind === "written" && outcome.inspection.workbook.findings.map(({ code }) => code)).toEqual(
    copies.map(() => "sheet-skipped"),
  );
});

test("only the chosen sections are written, with the calculation and the findings", async () => {
  const host = createMemoryHost(rightWorkbook());
  await runCalculation(host, { provisional: false, sections: new Set(["IV.2"]) });
  expect(host.written[0]?.report.sheets.map(({ key }) => key)).toEqual(["IV.2", "calculation", "findings"]);
});

test("progress goes through reading, checking, computing and building, then counts the written sheets", async () => {
  const steps: Progress[] = [];
  await runCalculation(createMemoryHost(rightWorkbook()), {
    provisional: false,
    onProgress: (progress) => steps.push(progress),
  });
  expect(steps.slice(0, 5)).toEqual([
    { step: "reading" },
    { step: "checking" },
    { step: "computing" },
    { step: "building" },
    { step: "writing", done: 0, all: 5 },
  ]);
  expect(steps.at(-1)).toEqual({ step: "writing", done: 5, all: 5 });
});

test("cancelling ends the run at once, even while the host is still reading", async () => {
  const host = createMemoryHost(rightWorkbook());
  const release = host.hold("readSheets");
  const cancelling = new AbortController();
  const run = runCalculation(host, { provisional: false, signal: cancelling.signal });
  cancelling.abort();
  expect((await run).kind).toBe("cancelled");
  release();
  expect(host.written).toHaveLength(0);
});

test.each(["reading", "checking", "computing", "building"] as const)(
  "cancelled while %s, nothing is written",
  async (step) => {
    const host = createMemoryHost(rightWorkbook());
    const cancelling = new AbortController();
    const outcome = await runCalculation(host, {
      provisional: false,
      signal: cancelling.signal,
      onProgress: (progress) => {
        if (progress.step === step) cancelling.abort();
      },
    });
    expect(outcome.kind).toBe("cancelled");
    expect(host.calls).not.toContain("writeReport");
  },
);

test("cancelling once writing has begun changes nothing", async () => {
  const host = createMemoryHost(rightWorkbook());
  const cancelling = new AbortController();
  const outcome = await runCalculation(host, {
    provisional: false,
    signal: cancelling.signal,
    onProgress: (progress) => {
      if (progress.step === "writing") cancelling.abort();
    },
  });
  expect(outcome.kind).toBe("written");
});
