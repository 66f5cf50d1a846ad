import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { EngineJob, FormulaEngine, PlainValue } from "./engine";

/** Set by webpack: worker and library then stand beside the bundle. */
declare const BUNDLED: boolean | undefined;

const mebibyte = 1024 * 1024;
/** What a job may add to the process. WebAssembly's memory is outside of what node itself can limit. */
const memoryLimit = 700 * mebibyte;
const memoryLookEvery = 50;

/** Computes in a worker, started for each job and ended with it: what it did to its memory is gone. */
export const computeInWorker: FormulaEngine = (job: EngineJob, deadline: number) =>
  new Promise<readonly (PlainValue | null)[]>((resolve, reject) => {
    const worker = startWorker(job);
    const before = process.memoryUsage.rss();
    const timers = [
      setTimeout(() => {
        fail(new Error("the formulas take too long"));
      }, deadline),
      setInterval(() => {
        if (process.memoryUsage.rss() > before + memoryLimit) fail(new Error("the formulas take too much memory"));
      }, memoryLookEvery),
    ];
    const end = (): void => {
      for (const timer of timers) clearTimeout(timer);
      void worker.terminate();
    };
    const fail = (error: Error): void => {
      end();
      reject(error);
    };
    worker.once("message", (answers: readonly (PlainValue | null)[]) => {
      end();
      resolve(answers);
    });
    worker.once("error", fail);
    worker.once("exit", () => {
      fail(new Error("the formulas' worker ended"));
    });
  });

function startWorker(job: EngineJob): Worker {
  if (typeof BUNDLED !== "undefined") {
    const workerData = { wasm: join(__dirname, "ironcalc.wasm"), job };
    return new Worker(join(__dirname, "report-formulas.js"), { workerData });
  }
  // From the sources: the worker compiles its own in memory, as the command line does.
  const wasm = join(require.resolve("@ironcalc/wasm"), "../wasm_bg.wasm");
  const files = [join(__dirname, "../../cli/register.js"), join(__dirname, "formula-worker-node.ts")];
  const start = files.map((file) => `require(${JSON.stringify(file)});`).join("");
  return new Worker(start, { eval: true, workerData: { wasm, job } });
}
