/** How often the page takes a file apart and puts it together: host and viewer share one open package. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { calculate } from "../../src/app/calculate";
import type * as Zip from "../../src/ooxml/zip-archive";
import { readZip, writeZip } from "../../src/ooxml/zip-archive";
import { openDocument } from "../../src/standalone/open-document";

jest.mock("../../src/ooxml/zip-archive", () => {
  const actual = jest.requireActual<typeof Zip>("../../src/ooxml/zip-archive");
  return { ...actual, readZip: jest.fn(actual.readZip), writeZip: jest.fn(actual.writeZip) };
});

const sample = readFileSync(join(__dirname, "../../assets/sample-dak-nong-2020.xlsx"));

test("A file is unpacked once, however often it is written to, and packed only when it is saved", async () => {
  const { host, workbook, store } = await openDocument({ name: "a.xlsx", read: () => Promise.resolve(sample) });
  store.getState().view.sheet(2);
  const { report } = await calculate(host, false);
  if (!report) throw new Error("the sample has errors");
  await host.writeReport(report);
  const { view } = store.getState();
  const written = view.sheets.findIndex(({ name }) => name === "BC III.1");
  expect(view.sheet(written).cell(9, 1)?.value).toBe("Bảo hiểm xã hội tỉnh");
  expect(readZip).toHaveBeenCalledTimes(1);
  expect(writeZip).not.toHaveBeenCalled();
  workbook.toBytes();
  expect(writeZip).toHaveBeenCalledTimes(1);
});
