/** Runs one kind of fuzz case many times. Every case has a seed of its own, so that it can be run again alone. */
import * as fc from "fast-check";
import type { Watchdog } from "./watchdog";

/** What a case may count as: "refused", "computed", "score-negative found". */
export type Labels = readonly string[];

export interface FuzzKind {
  readonly name: string;
  /** One case of the seed; a failure comes back shrunk. */
  run(seed: number): Promise<CaseOutcome>;
}

export interface CaseOutcome {
  readonly labels: Labels;
  readonly failure: string | null;
}

export interface FuzzReport {
  readonly kind: string;
  readonly seed: number;
  readonly cases: number;
  readonly counts: ReadonlyMap<string, number>;
  /** With the seeds, ready for print. */
  readonly failures: readonly string[];
}

/** A failure that is shrunk for longer than this is shown as far as it got. */
const shrinkingMilliseconds = 20_000;
/** A net for what is far too slow; ordinary cases take some hundredths of a second. */
const secondsOfOneCase = 20;
const failuresShown = 10;
const messageLength = 2000;

/** check: throws where the case goes wrong, else gives what to count it as. */
export function fuzzKind<Case>(
  name: string,
  cases: fc.Arbitrary<Case>,
  check: (drawn: Case) => Promise<Labels>,
): FuzzKind {
  return {
    name,
    async run(seed) {
      let labels: Labels | null = null;
      const property = fc.asyncProperty(cases, async (drawn) => {
        const start = process.cpuUsage();
        const found = await check(drawn);
        const { user, system } = process.cpuUsage(start);
        if ((user + system) / 1e6 > secondsOfOneCase) throw new Error(`took ${String((user + system) / 1e6)} s of CPU`);
        labels ??= found;
      });
      const details = await fc.check(property, { seed, numRuns: 1, interruptAfterTimeLimit: shrinkingMilliseconds });
      if (details.failed) return { labels: [], failure: describe(details) };
      return { labels: labels ?? [], failure: null };
    },
  };
}

function describe({
  errorInstance,
  counterexample,
}: {
  readonly errorInstance: unknown;
  readonly counterexample: readonly unknown[] | null;
}): string {
  const message =
    errorInstance instanceof Error ? (errorInstance.stack ?? errorInstance.message) : String(errorInstance);
  return `${message.slice(0, messageLength)}\n  shrunk to: ${fc.stringify(counterexample?.[0])}`;
}

export async function runCases(
  kind: FuzzKind,
  cases: number,
  seed: number,
  watchdog: Watchdog | null = null,
): Promise<FuzzReport> {
  const counts = new Map<string, number>();
  const failures: string[] = [];
  let done = 0;
  while (done < cases && failures.length < failuresShown) {
    const own = (seed + done) | 0;
    watchdog?.beat(`${kind.name}, seed ${String(own)}`);
    const { labels, failure } = await kind.run(own);
    done += 1;
    for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
    if (failure === null) continue;
    failures.push(
      `${kind.name}, seed ${String(own)} (again: npm run fuzz -- 1 ${String(own)} ${kind.name}): ${failure}`,
    );
  }
  return { kind: kind.name, seed, cases: done, counts, failures };
}

/** The counts in lines, the largest first within those that begin with the same word. */
export function printed({ kind, seed, cases, counts, failures }: FuzzReport): string {
  const lines = [...counts]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([label, count]) => `  ${String(count).padStart(6)}  ${label}`);
  const head = `fuzz ${kind}: ${String(cases)} cases from seed ${String(seed)}, ${String(failures.length)} failed`;
  return [head, ...lines, ...failures, ""].join("\n");
}
