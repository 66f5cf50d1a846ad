/** From the words after the program's name to the exit status. */
import { HostError } from "../data/host-error";
import { hostSentence } from "../strings/host-sentence";
import { cliTexts } from "../strings/cli";
import { type Command, type ExitStatus, UsageProblem } from "./command";
import { FileProblem } from "./files";
import { helpOn, helpOnAll, isHelp, parseWords, unknownCommand, unknownOption } from "./parse";
import { complain, say } from "./terminal";

const texts = cliTexts.vi;

/** Results go to standard output, findings and problems to standard error: each problem is one line. */
export async function runProgram(commands: readonly Command[], words: readonly string[]): Promise<ExitStatus> {
  try {
    const [name, ...others] = words;
    if (name === undefined) throw new UsageProblem(`${texts.noCommand} ${texts.usage(texts.programUsage)}`);
    if (isHelp(name)) return sayAll(helpOnAll(commands));
    const command = commands.find((one) => one.name === name);
    if (command === undefined) {
      const problem = name.startsWith("-")
        ? `${unknownOption(name, [])} ${texts.usage(texts.programUsage)}`
        : unknownCommand(name, commands);
      throw new UsageProblem(problem);
    }
    const given = parseWords(command, others);
    if (given === "help") return sayAll(helpOn(command));
    return await command.run(given.input, given.values);
  } catch (error) {
    const sentence = sentenceOf(error);
    complain(sentence ?? texts.unexpected);
    // For developers alone: no stack trace reaches a user.
    if (sentence === null && process.env["PAR_INDEX_DEBUG"] === "1") {
      for (const line of String(error instanceof Error ? error.stack : error).split("\n")) complain(line);
    }
    return 2;
  }
}

/** null for an error that nobody foresaw. */
function sentenceOf(error: unknown): string | null {
  if (error instanceof HostError) return hostSentence(error.failure, "vi");
  return error instanceof UsageProblem || error instanceof FileProblem ? error.message : null;
}

function sayAll(text: string): 0 {
  for (const line of text.trimEnd().split("\n")) say(line);
  return 0;
}
