/**
 * npm run fuzz -- [cases] [seed] [kind]: cases of each kind (500), from that seed on (one of its own each time).
 * The count 1 with a failed case's seed and kind runs that case alone.
 */
import { computeInWorker } from "../../src/formula/values/engine-node";
import { fuzzKinds } from "./kinds";
import { printed, runCases } from "./run-cases";
import { startWatchdog } from "./watchdog";

async function main([
  count = "500",
  seed = String(Date.now() % 1_000_000_000),
  wanted,
]: readonly string[]): Promise<void> {
  const all = fuzzKinds(computeInWorker);
  const kinds = all.filter(({ name }) => wanted === undefined || name === wanted);
  if (!/^\d+$/.test(count) || !/^-?\d+$/.test(seed) || kinds.length === 0) {
    throw new Error(`npm run fuzz -- [cases] [seed] [${all.map(({ name }) => name).join(" | ")}]`);
  }
  const watchdog = startWatchdog();
  for (const kind of kinds) {
    const start = process.cpuUsage();
    const report = await runCases(kind, Number(count), Number(seed), watchdog);
    const { user, system } = process.cpuUsage(start);
    process.stdout.write(`${printed(report)}  ${((user + system) / 1e6).toFixed(1)} s of CPU\n\n`);
    if (report.failures.length > 0) process.exitCode = 1;
  }
  await watchdog.stop();
}

void main(process.argv.slice(2));
