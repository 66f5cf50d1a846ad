/** The words after a command's name, and the help on them. */
import { resolve, sep } from "node:path";
import { Command as Parser, CommanderError } from "commander";
import { cliTexts } from "../strings/cli";
import { type AnyValues, type Command, type OptionKind, UsageProblem } from "./command";
import { nearestName } from "./nearest-name";
import { printable, shortened } from "./terminal";

const texts = cliTexts.vi;
/** Of a word that nobody knows: enough to find it by. */
const quotedColumns = 60;
const helpOptions = ["-h", "--help"];

export interface Given {
  readonly input: string | null;
  readonly values: AnyValues;
}

/** "help" where that is asked for. Throws a UsageProblem that names what is wrong and how the command is called. */
export function parseWords(command: Command, words: readonly string[]): Given | "help" {
  const parser = parserOf(command);
  try {
    const { operands, unknown } = parser.parseOptions([...words]);
    // The parser takes "-" and "-5" for files.
    const stray = unknown[0] ?? (words.includes("--") ? undefined : operands.find((word) => word.startsWith("-")));
    if (stray !== undefined && helpOptions.includes(stray)) return "help";
    if (stray !== undefined) throw new UsageProblem(unknownOption(stray, Object.keys(command.options)));
    if (operands.length > 1) throw new UsageProblem(texts.tooManyFiles);
    return { input: placeOf(operands[0] ?? null), values: valuesOf(command, parser.opts()) };
  } catch (error) {
    // Nothing but a last option without its value comes from the parser itself.
    const problem =
      error instanceof CommanderError ? missingValue(command, words[words.length - 1] ?? "") : messageOf(error);
    if (problem === null) throw error;
    throw new UsageProblem(`${problem} ${texts.usage(command.words.usage)}`);
  }
}

export function helpOn(command: Command): string {
  return `${parserOf(command).helpInformation()}\n${texts.exitStatus}\n`;
}

export function helpOnAll(commands: readonly Command[]): string {
  const program = new Parser("cchc").description(texts.program).helpCommand(false);
  dress(program, texts.programUsage);
  for (const command of commands) program.addCommand(parserOf(command));
  return `${program.helpInformation()}\n${texts.exitStatus}\n`;
}

export function isHelp(word: string): boolean {
  return helpOptions.includes(word);
}

export function unknownCommand(word: string, commands: readonly Command[]): string {
  const quoted = shortened(printable(word), quotedColumns);
  const names = commands.map(({ name }) => name);
  return `${texts.unknownCommand(quoted)}${nearest(nearestName(word, names))} ${texts.usage(texts.programUsage)}`;
}

/** names: without dashes. */
export function unknownOption(word: string, names: readonly string[]): string {
  const [bare = ""] = word.replace(/^-+/, "").split("=");
  const near = nearestName(bare, [...names, "help"]);
  return `${texts.unknownOption(shortened(printable(word), quotedColumns))}${nearest(near === null ? null : `--${near}`)}`;
}

/** A sentence with the space before it. */
export function nearest(name: string | null): string {
  return name === null ? "" : ` ${texts.nearest(name)}`;
}

function parserOf({ name, words, options }: Command): Parser {
  const parser = new Parser(name)
    .description(words.about)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  parser.argument(`[${words.input.value}]`, words.input.about);
  for (const option of Object.keys(options)) {
    const { value = "", about = "" } = words.options[option] ?? {};
    parser.option(options[option] === "switch" ? `--${option}` : `--${option} <${value}>`, about);
  }
  dress(parser, words.usage);
  return parser;
}

/** The parser's own help in our words. */
function dress(parser: Parser, usage: string): void {
  const titles: Readonly<Record<string, string>> = texts.helpTitles;
  parser.helpOption("-h, --help", texts.helpOption).configureHelp({
    styleTitle: (title) => titles[title] ?? title,
    styleUsage: () => usage,
    subcommandTerm: (inner) => inner.name(),
    argumentTerm: (argument) => argument.name(),
    optionTerm: (option) => option.flags.replace(/[<>]/g, ""),
  });
}

function valuesOf({ options }: Command, given: Readonly<Record<string, unknown>>): AnyValues {
  return Object.fromEntries(
    Object.entries(options).map(([option, kind]) => {
      const value = given[option.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())];
      if (kind === "switch") return [option, value === true];
      if (typeof value !== "string") return [option, null];
      if (value === "" || value.startsWith("--")) throw new UsageProblem(missingText(option, kind));
      return [option, kind === "file" ? placeOf(value) : value];
    }),
  );
}

function missingValue({ options }: Command, word: string): string {
  const option = word.replace(/^--/, "");
  return missingText(option, options[option] ?? "text");
}

function missingText(option: string, kind: OptionKind): string {
  return kind === "file" ? texts.missingFile(`--${option}`) : texts.missingValue(`--${option}`);
}

function messageOf(error: unknown): string | null {
  return error instanceof UsageProblem ? error.message : null;
}

/** Names are meant from the folder that the person stands in, which npm run leaves. */
function placeOf(path: string): string;
function placeOf(path: string | null): string | null;
function placeOf(path: string | null): string | null {
  if (path === null) return null;
  const script = process.env["npm_lifecycle_event"] ?? "";
  const folder = ["cchc", "report"].includes(script) ? (process.env["INIT_CWD"] ?? process.cwd()) : process.cwd();
  // A separator at the end says that a folder is meant: resolve would drop it.
  return `${resolve(folder, path)}${/[/\\]$/.test(path) ? sep : ""}`;
}
