import { cliTexts } from "../strings/cli";
import { printable, shortened } from "./terminal";

const texts = cliTexts.vi;
/** Of an option that is none: enough to find it by. */
const quotedColumns = 60;

export interface ReportArguments {
  /** null: the sample. */
  readonly input: string | null;
  readonly out: string | null;
  readonly json: string | null;
  readonly provisional: boolean;
}

/** The arguments, or one sentence on what is wrong with them. */
export function parseArguments(words: readonly string[]): ReportArguments | { readonly problem: string } {
  const files: Record<"--out" | "--json", string | null> = { "--out": null, "--json": null };
  const inputs: string[] = [];
  let provisional = false;
  let onlyFiles = false;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    const [name = "", attached] = splitOnce(word);
    if (!onlyFiles && (name === "--out" || name === "--json")) {
      const value = attached ?? words[(at += 1)];
      if (value === undefined || value === "" || value.startsWith("--")) return { problem: texts.missingValue(name) };
      files[name] = value;
    } else if (!onlyFiles && word === "--provisional") provisional = true;
    else if (!onlyFiles && word === "--") onlyFiles = true;
    else if (!onlyFiles && word.startsWith("-"))
      return { problem: texts.unknownOption(shortened(printable(word), quotedColumns)) };
    else inputs.push(word);
  }
  if (inputs.length > 1) return { problem: texts.tooManyFiles };
  return { input: inputs[0] ?? null, out: files["--out"], json: files["--json"], provisional };
}

function splitOnce(word: string): readonly [string, string | undefined] {
  const at = word.indexOf("=");
  return at < 0 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)];
}
