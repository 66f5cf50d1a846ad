/** The worker in which a node process computes formulas: one job, then it is ended. */
import { readFileSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { computeJob } from "./compute-job";
import type { EngineJob } from "./engine";

async function start(): Promise<void> {
  const { wasm, job } = workerData as { readonly wasm: string; readonly job: EngineJob };
  const { initSync, Model } = await import(/* webpackMode: "eager" */ "@ironcalc/wasm");
  initSync({ module: readFileSync(wasm) });
  parentPort?.postMessage(computeJob(new Model("job", "en", "UTC", "en"), job));
}

// A failure ends the worker with an error, which whoever started it hears.
void start();
