import { type EngineJob, engineDeadline, type FormulaEngine, type PlainValue } from "./engine";

/**
 * Computes in a worker of the page's own, started for each job and ended with it: what it did to its memory is gone.
 * Worker and library (2 MB) are only fetched when a formula has to be computed; how much a job may hold is bounded by
 * its plan (calculation-plan), since a page cannot see what a worker takes.
 */
export const computeInWorker: FormulaEngine = (job: EngineJob) =>
  new Promise<readonly (PlainValue | null)[]>((resolve, reject) => {
    const worker = new Worker(new URL("formula-worker.js", document.baseURI));
    const end = (finish: () => void): void => {
      clearTimeout(deadline);
      worker.terminate();
      finish();
    };
    const failed = (): void => {
      end(() => {
        reject(new Error("the formulas' worker broke down"));
      });
    };
    const deadline = setTimeout(failed, engineDeadline);
    worker.onmessage = ({ data }: MessageEvent<readonly (PlainValue | null)[]>) => {
      end(() => {
        resolve(data);
      });
    };
    worker.onerror = failed;
    worker.postMessage(job);
  });
