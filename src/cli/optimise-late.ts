/**
 * The engine's second compiler pays for itself after some seconds; a workbook of usual size is done in half a second, of
 * which it would take a third. Later then: a run on the sample takes 0.7 of the CPU time, one on 1,000 agencies no more.
 * A flag's name and unit are those of one generation of the engine, and an unknown one would be complained of.
 */
import { setFlagsFromString } from "node:v8";

const flags: Readonly<Record<string, string>> = {
  "20": "--interrupt-budget=800000",
  "22": "--invocation-count-for-turbofan=20000",
};

const flag = flags[process.versions.node.split(".")[0] ?? ""];
if (flag !== undefined) setFlagsFromString(flag);
