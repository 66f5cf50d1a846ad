/** One line about what is going on, for somebody who waits at a terminal. */
import { cliTexts } from "../strings/cli";

const texts = cliTexts.vi;
/** Milliseconds: what is done sooner needs no word. */
const patience = 1000;

export type Step = keyof typeof texts.steps;

export interface Progress {
  step(step: Step): void;
  /** Takes the line away, before anything else is printed; the next step brings it back. */
  hide(): void;
}

/** Says nothing where its stream is no terminal: a pipe or a file gets findings alone. */
export function startProgress(stream: Pick<NodeJS.WriteStream, "isTTY" | "write"> = process.stderr): Progress {
  if (!stream.isTTY) return { step: () => undefined, hide: () => undefined };
  const begun = performance.now();
  let line = "";
  let isShown = false;
  const show = (): void => {
    // \r and "erase to the end of the line": the next line takes the place of this one.
    stream.write(`\r${line}\x1B[K`);
    isShown = true;
  };
  const timer = setTimeout(show, patience).unref();
  return {
    step: (step) => {
      line = texts.steps[step];
      // Work that leaves no moment to a timer is told of where its next step begins.
      if (performance.now() - begun >= patience) show();
    },
    hide: () => {
      clearTimeout(timer);
      if (isShown) stream.write("\r\x1B[K");
      isShown = false;
    },
  };
}
