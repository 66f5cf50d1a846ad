import { startWorker } from "../../taskpane/worker/start-worker";
import type { StartLink } from "./requests";

/** The worker that the workbook lives in: its service worker answers for it where there is no network (keep-for-offline). */
export const startWorkbookWorker: StartLink = (listener) => startWorker("standalone-workbook.js", listener);
