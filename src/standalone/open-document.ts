import type { WorkbookHost } from "../hosts/host";
import { computeInWorker } from "../formula/values/engine-browser";
import { openXlsx, type XlsxWorkbook } from "../hosts/xlsx/xlsx-workbook";
import { createDocumentStore, type DocumentStore } from "./document-store";
import type { FileSource } from "./file-source";
import { pageHost } from "./page-host";

/** A file that is open in the page. */
export interface OpenDocument {
  /** Another one for every file that is opened. */
  readonly id: number;
  readonly fileName: string;
  readonly workbook: XlsxWorkbook;
  readonly host: WorkbookHost;
  readonly store: DocumentStore;
}

let opened = 0;

/** Opens a file; throws a HostError for one that is no readable workbook. */
export async function openDocument({ name, read }: FileSource): Promise<OpenDocument> {
  const workbook = await openXlsx(await read(), computeInWorker);
  const store = createDocumentStore(workbook.parts());
  const host = pageHost(workbook, {
    onWritten: () => {
      store.written(workbook.parts());
    },
    onSelected: store.select,
    onRead: store.read,
  });
  return { id: ++opened, fileName: name, workbook, host, store };
}
