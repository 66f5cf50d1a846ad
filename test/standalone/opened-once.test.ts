/** How often the page takes a file apart and puts it together: host and viewer share one open package. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type * as Zip from "../../src/ooxml/zip-archive";
import { readZip, writeZip } from "../../src/ooxml/zip-archive";
import { openDocument } from "../../src/standalone/open-document";
import { standInWorkers } from "./worker-link";

jest.mock("../../src/ooxml/zip-archive", () => {
  const actual = jest.requireActual<typeof Zip>("../../src/ooxml/zip-archive");
  return { ...actual, readZip: jest.fn(actual.readZip), writeZip: jest.fn(actual.writeZip) };
});

const sample = readFileSync(join(__dirname, "../../assets/sample-dak-nong-2020.xlsx"));

test("A file is unpacked once, however often it is written to, and packed once for each time", async () => {
  const source = { name: "a.xlsx", read: () => Promise.resolve(sample) };
  const { service, bytes } = await openDocument(source, standInWorkers().start);
  for (const times of [1, 2]) {
    expect((await service.calculate({ provisional: false, sections: null, unrecorded: [] })).kind).toBe("written");
    // The page holds the file as it is, for the moment when its worker has to be ended.
    expect(writeZip).toHaveBeenCalledTimes(times);
  }
  expect(readZip).toHaveBeenCalledTimes(1);
  bytes();
  expect(writeZip).toHaveBeenCalledTimes(2);
});
