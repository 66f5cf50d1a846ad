import { acceptChanges } from "../../src/app/accept-changes";
import { calculate } from "../../src/app/calculate";
import { inspect } from "../../src/app/inspect";
import { repairsOf } from "../../src/app/repair";
import { runCalculation } from "../../src/app/run-calculation";
import { HostError } from "../../src/data/host-error";
import { readChangeRecord } from "../../src/workbook/change-record";
import { createMemoryHost, type MemoryHost, valueAt } from "./memory-host";
import { textWorkbook } from "./workbooks";

const now = new Date(2026, 10, 21, 14, 5);
const expected = [
  { time: "21/11/2026 14:05", sheet: "Bảng điểm", cell: "D3", before: "“18,5”", after: "18,5" },
  { time: "21/11/2026 14:05", sheet: "Bảng điểm", cell: "E4", before: "“30 điểm”", after: "30" },
];

async function repairAll(host: MemoryHost): ReturnType<typeof acceptChanges> {
  const { grids, workbook } = await inspect(host);
  return acceptChanges(host, repairsOf(workbook.findings, grids, ","), { now });
}

test("accepted repairs stand in the cells and in the record, and are no findings any more", async () => {
  const host = createMemoryHost(textWorkbook());
  const accepted = await repairAll(host);
  expect(valueAt(host.grids(), "Bảng điểm", "D3")).toBe(18.5);
  expect(readChangeRecord(host.grids())).toEqual(expected);
  expect(accepted.inspection?.workbook.findings).toEqual([]);
  expect(accepted.unrecorded).toEqual([]);
});

test("the record survives later calculations, and calculating twice writes the same report", async () => {
  const host = createMemoryHost(textWorkbook());
  await repairAll(host);
  await runCalculation(host, { provisional: false });
  expect(readChangeRecord(host.grids())).toEqual(expected);
  const { report } = await calculate(host, false);
  expect(report).toEqual(host.written.at(-1)?.report);
});

test("further changes go below the earlier ones", async () => {
  const host = createMemoryHost(textWorkbook());
  await repairAll(host);
  host.type("Bảng điểm", "D3", "17,25");
  await repairAll(host);
  expect(readChangeRecord(host.grids()).map(({ after }) => after)).toEqual(["18,5", "30", "17,25"]);
});

test("the other report sheets stay when the record is written", async () => {
  const host = createMemoryHost(textWorkbook());
  await runCalculation(host, { provisional: false });
  await repairAll(host);
  expect(host.grids().map(({ mark }) => mark?.key)).toContain("III.1");
});

test("a record that cannot be written is handed back, and the next calculation writes it", async () => {
  const host = createMemoryHost(textWorkbook());
  const { grids, workbook } = await inspect(host);
  host.failNext("writeReport");
  const accepted = await acceptChanges(host, repairsOf(workbook.findings, grids, ","), { now });
  expect(accepted.unrecorded).toEqual(expected);
  expect(accepted.recordFailure).toBeInstanceOf(HostError);
  expect(valueAt(host.grids(), "Bảng điểm", "D3")).toBe(18.5);
  await runCalculation(host, { provisional: false, unrecorded: accepted.unrecorded });
  expect(readChangeRecord(host.grids())).toEqual(expected);
});

test("a change that the host refuses is not recorded", async () => {
  const host = createMemoryHost(textWorkbook());
  const { grids, workbook } = await inspect(host);
  host.type("Bảng điểm", "D3", 12);
  await expect(acceptChanges(host, repairsOf(workbook.findings, grids, ","), { now })).rejects.toThrow(HostError);
  expect(valueAt(host.grids(), "Bảng điểm", "E4")).toBe("30 điểm");
  expect(host.written).toHaveLength(0);
});
