import { runReport } from "./run-report";

// A reader that stops early (| head) is no failure of ours.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

// The exit code is set, not forced: what was printed gets out first.
void runReport(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
