/**
 * npm run bench -- [PART...] [--against COMMIT]: what the program costs, as ratios and counts with their goals (never
 * seconds: machines differ). With --against each line stands beside what that commit takes, measured in turn with it.
 */
import { excel, page, pane } from "./page-parts";
import { growth, job, memory, reading, recalculation, start } from "./command-line-parts";
import { least, type Line, type Numbers, type Part, type Tree } from "./part";
import { suites } from "./suites-part";
import { installPeers, presentTree, treeOf } from "./trees";

const parts: Readonly<Record<string, Part>> = {
  start,
  growth,
  recalculation,
  reading,
  job,
  memory,
  pane,
  page,
  excel,
  suites,
};

interface Wanted {
  readonly names: readonly string[];
  readonly commit: string | null;
}

function wanted(words: readonly string[]): Wanted {
  const at = words.indexOf("--against");
  const commit = at < 0 ? null : (words[at + 1] ?? null);
  const names = at < 0 ? words : [...words.slice(0, at), ...words.slice(at + 2)];
  const unknown = names.find((name) => parts[name] === undefined);
  if (unknown !== undefined || (at >= 0 && commit === null)) {
    throw new Error(`npm run bench -- [${Object.keys(parts).join("|")} …] [--against COMMIT]`);
  }
  const usual = Object.entries(parts).flatMap(([name, { long }]) => (long ? [] : [name]));
  return { names: names.length > 0 ? names : usual, commit };
}

/** Tree by tree in turn, so that what else the machine does meets them alike. */
async function measured(part: Part, trees: readonly Tree[]): Promise<readonly Numbers[]> {
  const rounds: Numbers[][] = trees.map(() => []);
  for (let round = 0; round < part.rounds; round++) {
    for (const [at, tree] of trees.entries()) rounds[at]?.push(await part.measure(tree));
  }
  return rounds.map(least);
}

const shown = (value: number): string => (value >= 100 ? Math.round(value).toString() : value.toPrecision(2));
const verdict = ({ value, goal }: Line): string =>
  goal === null ? "" : `goal ${String(goal)}: ${value <= goal ? "met" : "NOT MET"}`;

function print(name: string, part: Part, [numbers, before]: readonly Numbers[]): void {
  console.log(`\n${name}: ${part.about}`);
  const old = before === undefined ? [] : part.lines(before);
  for (const [at, line] of part.lines(numbers ?? {}).entries()) {
    const then = old[at]?.value;
    const compared = then === undefined ? "" : `  before ${shown(then)} (× ${(line.value / then).toFixed(2)})`;
    console.log(`  ${line.name.padEnd(68)} ${shown(line.value).padStart(6)}${compared}  ${verdict(line)}`.trimEnd());
  }
  // What ratios hide: their other side may have changed.
  if (before === undefined || numbers === undefined) return;
  const changes = Object.keys(numbers).map(
    (key) => `${key} × ${((numbers[key] ?? 0) / (before[key] ?? 1)).toFixed(2)}`,
  );
  console.log(`  now / before: ${changes.join(", ")}`);
}

async function main(): Promise<void> {
  const { names, commit } = wanted(process.argv.slice(2));
  if (names.some((name) => ["reading", "job"].includes(name))) installPeers();
  const trees = [presentTree(), ...(commit === null ? [] : [treeOf(commit)])];
  for (const name of names) {
    const part = parts[name];
    if (part === undefined) continue;
    try {
      print(name, part, await measured(part, trees));
    } catch (error) {
      // The other parts are worth knowing all the same.
      console.log(`\n${name}: not measured (${error instanceof Error ? error.message : String(error)})`);
      process.exitCode = 1;
    }
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
