import type { EngineJob, FormulaEngine, PlainValue } from "./engine";

/**
 * Computes in a worker of its own, whether a page asks or the page's worker: started for each job and ended with it, so
 * that what it did to its memory is gone. It stands beside both. Worker and library (2 MB) are only fetched when a
 * formula has to be computed; how much a job may hold is bounded by its plan (calculation-plan), since a page cannot see
 * what a worker takes.
 */
export const computeInWorker: FormulaEngine = (job: EngineJob, deadline: number) =>
  new Promise<readonly (PlainValue | null)[]>((resolve, reject) => {
    const worker = new Worker(new URL("standalone-formulas.js", location.href));
    const end = (finish: () => void): void => {
      clearTimeout(timer);
      worker.terminate();
      finish();
    };
    const failed = (): void => {
      end(() => {
        reject(new Error("the formulas' worker broke down"));
      });
    };
    const timer = setTimeout(failed, deadline);
    worker.onmessage = ({ data }: MessageEvent<readonly (PlainValue | null)[]>) => {
      end(() => {
        resolve(data);
      });
    };
    worker.onerror = failed;
    worker.postMessage(job);
  });
