/** What a command is: one file with this, one line in commands.ts, and its words in strings/cli. */

/** 0: done; 1: errors in the data; 2: wrong usage, or a file that cannot be read or written. */
export type ExitStatus = 0 | 1 | 2;

/** A switch, or an option with a value after it; a file's name is read from the folder that the person stands in. */
export type OptionKind = "switch" | "file" | "text";

export interface CommandWords<Name extends string = string> {
  /** One line for the list of commands. */
  readonly about: string;
  /** How it is called, with every option. */
  readonly usage: string;
  readonly input: { readonly value: string; readonly about: string };
  /** value: what stands for it in the help, "" for a switch. */
  readonly options: Readonly<Record<Name, { readonly value: string; readonly about: string }>>;
}

interface Definition<Values, Kinds> {
  /** What it is called by. */
  readonly name: string;
  readonly words: CommandWords<keyof Kinds & string>;
  /** Names without the two dashes, in the order of the help. */
  readonly options: Kinds;
  /** input: the file named without an option, null where there is none. Throws a FileProblem or a HostError. */
  readonly run: (input: string | null, values: Values) => Promise<ExitStatus>;
}

export type AnyValues = Readonly<Record<string, string | boolean | null>>;
export type Command = Definition<AnyValues, Readonly<Record<string, OptionKind>>>;

/** null or false: not given. */
type Values<Kinds> = { readonly [Name in keyof Kinds]: Kinds[Name] extends "switch" ? boolean : string | null };

/** The command as one of many: the parser gives it every option that it lists, with a value of its kind. */
export function command<const Kinds extends Readonly<Record<string, OptionKind>>>(
  definition: Definition<Values<Kinds>, Kinds>,
): Command {
  return { ...definition, run: (input, values) => definition.run(input, values as Values<Kinds>) };
}

/** What is wrong with the words after the program's name, said in one line. */
export class UsageProblem extends Error {
  override readonly name = "UsageProblem";
}
