/** `cchc report`: checks and computes a scoring workbook, prints the rankings and writes what is asked for. */
import { join } from "node:path";
import { calculateFrom } from "../app/calculate";
import { inspectionOf } from "../app/inspect";
import { resultsJson } from "../app/results-json";
import { computeInWorker } from "../formula/values/engine-node";
import { openXlsx } from "../hosts/xlsx/xlsx-workbook";
import { cliTexts } from "../strings/cli";
import { saidFindings } from "../strings/finding-sentence";
import { findingTextsVi } from "../strings/findings.vi";
import { chosenSections } from "./chosen-sections";
import { command, type ExitStatus } from "./command";
import { readInput } from "./files";
import { checkOutputs, type Output, writeOutputs } from "./outputs";
import { findingLine, rankingLines } from "./print";
import { type Progress, startProgress } from "./progress";
import { complain, say } from "./terminal";

const texts = cliTexts.vi;
/** Set by webpack: the sample then stands beside the bundle. */
declare const BUNDLED: boolean | undefined;
const sampleFolder = typeof BUNDLED === "undefined" ? "../../assets" : ".";
const samplePath = join(__dirname, sampleFolder, "sample-dak-nong-2020.xlsx");

export const reportCommand = command({
  name: "report",
  words: texts.commands.report,
  options: { out: "file", json: "file", with: "text", provisional: "switch" },
  run: async (input, options) => {
    const progress = startProgress();
    try {
      return await report(input ?? samplePath, options, progress);
    } finally {
      progress.hide();
    }
  },
});

interface ReportOptions {
  readonly out: string | null;
  readonly json: string | null;
  readonly with: string | null;
  readonly provisional: boolean;
}

async function report(
  input: string,
  { out, json, with: names, provisional }: ReportOptions,
  progress: Progress,
): Promise<ExitStatus> {
  checkOutputs(input, [
    ...(out === null ? [] : [["--out", out] as const]),
    ...(json === null ? [] : [["--json", json] as const]),
  ]);

  progress.step("reading");
  const workbook = await openXlsx(readInput(input), computeInWorker);
  const grids = await workbook.readSheets();
  progress.step("checking");
  const inspection = inspectionOf(grids);
  progress.step("computing");
  const sections = chosenSections(names, inspection);
  const calculation = calculateFrom(grids, inspection.workbook, provisional, sections);
  progress.hide();
  const { input: scoring } = calculation.workbook;
  const findings = saidFindings(calculation.workbook.findings, findingTextsVi, scoring.settings.decimalMark);
  for (const finding of findings) complain(findingLine(finding));
  if (calculation.results !== null) {
    for (const line of rankingLines(calculation.results)) say(line);
  }

  const outputs: Output[] = [];
  if (out !== null && calculation.report !== null) {
    progress.step("writing");
    await workbook.writeReport(calculation.report);
    outputs.push({ path: out, content: workbook.toBytes() });
    progress.hide();
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
