import { cliTexts } from "../strings/cli";
import { reasonOf } from "./files";
import { runReport } from "./run-report";
import { complain } from "./terminal";

const texts = cliTexts.vi;

for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    // A reader that stops early (| head) is no failure of ours; one failure is said once.
    if (error.code === "EPIPE" || process.exitCode === 2) return;
    process.exitCode = 2;
    complain(texts.cannotPrint(reasonOf(error, texts.otherReason)));
  });
}

// The exit code is set, not forced: what was printed gets out first. A failure to print stands.
void runReport(process.argv.slice(2)).then((code) => {
  process.exitCode ??= code;
});
