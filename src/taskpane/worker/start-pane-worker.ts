import type { StartPaneWorker } from "./pane-side";
import { startWorker } from "./start-worker";

/** Beside the pane's page, wherever an office serves it. */
export const startPaneWorker: StartPaneWorker = (listener) => startWorker("taskpane-worker.js", listener);
