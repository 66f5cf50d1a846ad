import { runReport } from "./run-report";

// The exit code is set, not forced: what was printed gets out first.
void runReport(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
