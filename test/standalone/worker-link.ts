/** The worker's side without a worker: the same code, and everything copied as between threads. */
import type { FormulaEngine } from "../../src/formula/values/engine";
import { createOpenWorkbook } from "../../src/standalone/worker/open-workbook";
import { reply } from "../../src/standalone/worker/reply";
import type { LinkListener, Question, StartLink } from "../../src/standalone/worker/requests";

const noEngine: FormulaEngine = () => Promise.reject(new Error("nothing to compute"));

export interface StandInWorkers {
  readonly start: StartLink;
  /** Questions that came, of all workers that were started. */
  readonly questions: readonly Question[];
  /** How many workers were started. */
  readonly started: () => number;
  /** The worker that runs breaks down. */
  readonly breakDown: (isMissing?: boolean) => void;
}

export function standInWorkers(engine: FormulaEngine = noEngine): StandInWorkers {
  const questions: Question[] = [];
  let running: LinkListener | null = null;
  let count = 0;
  return {
    questions,
    started: () => count,
    breakDown(isMissing = false) {
      const failing = running;
      running = null;
      failing?.onFailure(isMissing);
    },
    start(listener) {
      count++;
      running = listener;
      const workbook = createOpenWorkbook(engine);
      // A worker takes one message after the other; an answer that waits lets the next one in.
      return {
        send(question) {
          questions.push(question);
          const copy = structuredClone(question);
          setTimeout(() => {
            if (running !== listener) return;
            void reply(workbook, copy, (message, transfer) => {
              const sent = structuredClone(message, { transfer: transfer as ArrayBuffer[] });
              setTimeout(() => {
                if (running === listener) listener.onMessage(sent);
              });
            });
          });
        },
        end() {
          if (running === listener) running = null;
        },
      };
    },
  };
}
