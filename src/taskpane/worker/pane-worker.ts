/** The worker of Excel's pane: checks, computes and builds while the pane stays free. Only the pane knows Excel. */
import type { ToPane, ToWorker } from "./messages";
import { createWorkerSide } from "./worker-side";

interface WorkerScope {
  postMessage(message: ToPane): void;
  addEventListener(type: "message", listener: (event: { readonly data: ToWorker }) => void): void;
}

const worker = self as unknown as WorkerScope;
const receive = createWorkerSide((message) => {
  worker.postMessage(message);
});

worker.addEventListener("message", ({ data }) => {
  receive(data);
});
