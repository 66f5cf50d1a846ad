/** The worker that an open workbook lives in: reads, checks, computes, builds and writes while the page stays free. */
import { computeInWorker } from "../../formula/values/engine-browser";
import { createOpenWorkbook } from "./open-workbook";
import { reply } from "./reply";
import type { Question, Reply } from "./requests";

interface WorkerScope {
  postMessage(message: Reply, transfer: readonly ArrayBufferLike[]): void;
  addEventListener(type: "message", listener: (event: { readonly data: Question }) => void): void;
}

const worker = self as unknown as WorkerScope;
const workbook = createOpenWorkbook(computeInWorker);

worker.addEventListener("message", ({ data }) => {
  void reply(workbook, data, (message, transfer) => {
    worker.postMessage(message, transfer);
  });
});
