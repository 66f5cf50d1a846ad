// First: what follows is loaded under it.
import "./optimise-late";
import { cliTexts } from "../strings/cli";
import { commands } from "./commands";
import { reasonOf } from "./files";
import { runProgram } from "./program";
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
void runProgram(commands, process.argv.slice(2)).then((code) => {
  process.exitCode ??= code;
});
