import type { WorkbookService, WorkOptions } from "../app/workbook-service";
import { createDocumentStore, type DocumentStore } from "./document-store";
import type { FileSource } from "./file-source";
import { openInWorker } from "./worker/client";
import type { StartLink } from "./worker/requests";
import { workerService } from "./worker/worker-service";

/** A file that is open in the page. */
export interface OpenDocument {
  /** Another one for every file that is opened. */
  readonly id: number;
  readonly fileName: string;
  readonly service: WorkbookService;
  readonly store: DocumentStore;
  /** The file as it is now. */
  readonly bytes: () => Uint8Array;
  /** Another file takes its place. */
  readonly close: () => void;
}

let opened = 0;

/** Opens a file; rejects with a HostError for one that is no readable workbook, with Stopped where it was stopped. */
export async function openDocument(
  { name, read }: FileSource,
  startLink: StartLink,
  options: WorkOptions = {},
): Promise<OpenDocument> {
  const { client, tabs } = await openInWorker(await read(), startLink, options);
  const store = createDocumentStore(client, tabs);
  const { bytes, close } = client;
  return { id: ++opened, fileName: name, service: workerService(client, store.select), store, bytes, close };
}
