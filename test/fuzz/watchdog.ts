/** Ends a run that hangs: an endless loop leaves no other way to say which case it was. */
import { Worker } from "node:worker_threads";

export interface Watchdog {
  /** Called at the beginning of every case, with its name. */
  beat(name: string): void;
  stop(): Promise<void>;
}

const patienceSeconds = 180;

const watcher = `
const { parentPort, workerData } = require("node:worker_threads");
const { writeSync } = require("node:fs");
let name = "";
let since = Date.now();
parentPort.on("message", (next) => { name = next; since = Date.now(); });
setInterval(() => {
  if (Date.now() - since < workerData * 1000) return;
  writeSync(2, "fuzz: nothing came back for " + workerData + " s from " + name + "\\n");
  process.kill(process.pid, "SIGKILL");
}, 1000);
`;

export function startWatchdog(): Watchdog {
  const worker = new Worker(watcher, { eval: true, workerData: patienceSeconds });
  worker.unref();
  return {
    beat: (name) => {
      worker.postMessage(name);
    },
    stop: async () => {
      await worker.terminate();
    },
  };
}
