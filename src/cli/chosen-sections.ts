/** --with: which sections the report has beside the official ones. */
import type { Inspection } from "../app/inspect";
import { chosenSections as wantedSections, sectionsOf } from "../app/sections";
import { cliTexts } from "../strings/cli";
import { UsageProblem } from "./command";
import { nearestName } from "./nearest-name";
import { nearest } from "./parse";
import { printable, shortened } from "./terminal";

const texts = cliTexts.vi;
const separator = ";";
/** Of a name that no section has. */
const quotedColumns = 60;

/**
 * The keys of the sections to write; null: as Trang báo cáo says. list: sheet names joined by ";", or "all"; null: not given.
 * Throws a UsageProblem that names the first sheet that the report of this workbook does not have.
 */
export function chosenSections(list: string | null, inspection: Inspection): ReadonlySet<string> | null {
  if (list === null) return null;
  if (list.split(separator).every((name) => name.trim() === "")) throw new UsageProblem(texts.missingValue("--with"));
  const chosen = wantedSections(inspection, list);
  // Nothing to compute: that is said, and there is no section to be named.
  if (chosen === null) return null;
  const [unknown] = chosen.unknown;
  if (unknown !== undefined) {
    const quoted = shortened(printable(unknown), quotedColumns);
    const known = sectionsOf(inspection).map(({ name }) => name);
    throw new UsageProblem(`${texts.unknownSection(quoted)}${nearest(nearestName(unknown, known))}`);
  }
  return chosen.keys;
}
