/** `cchc report`: checks and computes a scoring workbook, prints the rankings and writes what is asked for. */
import { join } from "node:path";
import { calculate } from "../app/calculate";
import { resultsJson } from "../app/results-json";
import { computeInWorker } from "../formula/values/engine-node";
import { openXlsx } from "../hosts/xlsx/xlsx-workbook";
import { cliTexts } from "../strings/cli";
import { command, type ExitStatus } from "./command";
import { readInput } from "./files";
import { checkOutputs, type Output, writeOutputs } from "./outputs";
import { findingLine, rankingLines } from "./print";
import { complain, say } from "./terminal";

const texts = cliTexts.vi;
/** Set by webpack: the sample then stands beside the bundle. */
declare const BUNDLED: boolean | undefined;
const sampleFolder = typeof BUNDLED === "undefined" ? "../../assets" : ".";
const samplePath = join(__dirname, sampleFolder, "sample-dak-nong-2020.xlsx");

export const reportCommand = command({
  name: "report",
  words: texts.commands.report,
  options: { out: "file", json: "file", provisional: "switch" },
  run: (input, options) => report(input ?? samplePath, options),
});

interface ReportOptions {
  readonly out: string | null;
  readonly json: string | null;
  readonly provisional: boolean;
}

async function report(input: string, { out, json, provisional }: ReportOptions): Promise<ExitStatus> {
  checkOutputs(input, [
    ...(out === null ? [] : [["--out", out] as const]),
    ...(json === null ? [] : [["--json", json] as const]),
  ]);

  const workbook = await openXlsx(readInput(input), computeInWorker);
  const calculation = await calculate(workbook, provisional);
  const { findings, input: scoring } = calculation.workbook;
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
