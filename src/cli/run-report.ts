/** The command line: exit status 0 computed, 1 blocked by errors in the workbook, 2 usage or an unreadable file. */
import { saidFindings } from "../strings/finding-sentence";
import { findingTextsVi } from "../strings/findings.vi";
import { join, resolve, sep } from "node:path";
import { calculate } from "../app/calculate";
import { resultsJson } from "../app/results-json";
import { HostError } from "../data/host-error";
import { computeInWorker } from "../formula/values/engine-node";
import { openXlsx } from "../hosts/xlsx/xlsx-workbook";
import { cliTexts } from "../strings/cli";
import { hostSentence } from "../strings/host-sentence";
import { parseArguments, type ReportArguments } from "./arguments";
import { FileProblem, readInput } from "./files";
import { checkOutputs, type Output, writeOutputs } from "./outputs";
import { findingLine, rankingLines } from "./print";
import { complain, say } from "./terminal";

const texts = cliTexts.vi;
/** Set by webpack: the sample then stands beside the bundle. */
declare const BUNDLED: boolean | undefined;
const sampleFolder = typeof BUNDLED === "undefined" ? "../../assets" : ".";
const samplePath = join(__dirname, sampleFolder, "sample-dak-nong-2020.xlsx");

/** Gives the exit status; what it prints goes to standard output (rankings) and standard error (findings). */
export async function runReport(words: readonly string[]): Promise<0 | 1 | 2> {
  try {
    const parsed = parseArguments(words);
    if ("problem" in parsed) throw new FileProblem(`${parsed.problem} ${texts.usage}`);
    return await report(withPlaces(parsed));
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
  return error instanceof FileProblem ? error.message : null;
}

async function report({ input, out, json, provisional }: Places): Promise<0 | 1 | 2> {
  checkOutputs(input, [
    ...(out === null ? [] : [["--out", out] as const]),
    ...(json === null ? [] : [["--json", json] as const]),
  ]);

  const workbook = await openXlsx(readInput(input), computeInWorker);
  const calculation = await calculate(workbook, provisional);
  const { input: scoring } = calculation.workbook;
  const findings = saidFindings(calculation.workbook.findings, findingTextsVi, scoring.settings.decimalMark);
  for (const finding of findings) complain(findingLine(finding));

  if (calculation.results !== null) {
    for (const line of rankingLines(calculation.results)) say(line);
  }
  const outputs: Output[] = [];
  if (out !== null && calculation.report !== null) {
    await workbook.writeReport(calculation.report);
    outputs.push({ path: out, content: workbook.toBytes() });
  }
  if (json !== null) {
    const results = resultsJson(scoring.year, calculation.results, findings);
    outputs.push({ path: json, content: `${JSON.stringify(results, null, 1)}\n` });
  }
  writeOutputs(outputs);
  if (calculation.results === null) {
    const errors = findings.filter((finding) => finding.severity === "error").length;
    complain(provisional || errors === 0 ? texts.nothingToScore : texts.blocked(errors));
    return 1;
  }
  return 0;
}

interface Places {
  readonly input: string;
  readonly out: string | null;
  readonly json: string | null;
  readonly provisional: boolean;
}

/** Names are meant from the folder that the person stands in, which npm run leaves. */
function withPlaces({ input, out, json, provisional }: ReportArguments): Places {
  const folder =
    process.env["npm_lifecycle_event"] === "report" ? (process.env["INIT_CWD"] ?? process.cwd()) : process.cwd();
  // A separator at the end says that a folder is meant: resolve would drop it.
  const place = (path: string | null): string | null =>
    path === null ? null : `${resolve(folder, path)}${/[/\\]$/.test(path) ? sep : ""}`;
  return { input: place(input) ?? samplePath, out: place(out), json: place(json), provisional };
}
