/**
 * How long the page's main thread was busy without a break, by the CPU time that the browser itself notes for each of
 * its tasks: a machine with other work to do makes a task last longer, but hardly costs it more.
 */
import type { Browser, Page } from "playwright-core";

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  /** Microseconds on the clock, and of CPU time. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

const referenceMark = "reference loop";

/** CPU milliseconds; reference: a loop that takes some 130 ms of a present machine's. */
export interface Busy {
  readonly longest: number;
  readonly reference: number;
}

/** The longest task of the page while "work" goes on. */
export async function longestTask(browser: Browser, page: Page, work: () => Promise<void>): Promise<Busy> {
  await browser.startTracing(page, {
    categories: ["toplevel", "disabled-by-default-devtools.timeline", "blink.user_timing"],
  });
  await work();
  await page.evaluate((mark) => {
    performance.mark(mark);
    let sum = 0;
    for (let at = 0; at < 3e7; at++) sum = (sum * 31 + at) % 1_000_003;
    return sum;
  }, referenceMark);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    readonly traceEvents: readonly TraceEvent[];
  };
  const mark = traceEvents.find(({ name }) => name === referenceMark);
  if (mark === undefined) throw new Error("the trace does not have the reference loop");
  // The mark stands in the page's process; the loop is the task around it.
  const tasks = traceEvents.filter(
    ({ name, ph, pid, tid }) => ph === "X" && /RunTask/.test(name) && pid === mark.pid && tid === mark.tid,
  );
  const cpu = (events: readonly TraceEvent[]): number => Math.max(0, ...events.map(({ tdur = 0 }) => tdur / 1000));
  const isLoop = ({ ts, dur = 0 }: TraceEvent): boolean => ts <= mark.ts && mark.ts <= ts + dur;
  return {
    longest: cpu(tasks.filter((task) => task.ts < mark.ts && !isLoop(task))),
    reference: cpu(tasks.filter(isLoop)),
  };
}
