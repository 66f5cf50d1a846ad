/** --with: which sections the report has beside the official ones. */
import type { Inspection } from "../app/inspect";
import { sectionsOf } from "../app/sections";
import { cliTexts } from "../strings/cli";
import { normalise } from "../workbook/text";
import { UsageProblem } from "./command";
import { nearestName } from "./nearest-name";
import { nearest } from "./parse";
import { printable, shortened } from "./terminal";

const texts = cliTexts.vi;
const everything = "all";
const separator = ";";
/** Of a name that no section has. */
const quotedColumns = 60;

/**
 * The keys of the sections to write; null: all of them. list: sheet names joined by ";", or "all"; null: not given.
 * Throws a UsageProblem that names the first sheet that the report of this workbook does not have.
 */
export function chosenSections(list: string | null, inspection: Inspection): ReadonlySet<string> | null {
  if (list === null) return null;
  const names = list
    .split(separator)
    .map((name) => name.trim())
    .filter((name) => name !== "");
  if (names.length === 0) throw new UsageProblem(texts.missingValue("--with"));
  const known = sectionsOf(inspection).map(({ name }) => name);
  // Nothing to compute: that is said, and there is no section to be named.
  if (known.length === 0) return null;
  const wanted = new Set([...known, everything].map(normalise));
  const unknown = names.find((name) => !wanted.has(normalise(name)));
  if (unknown !== undefined) {
    const quoted = shortened(printable(unknown), quotedColumns);
    throw new UsageProblem(`${texts.unknownSection(quoted)}${nearest(nearestName(unknown, known))}`);
  }
  // Every section is official, and those are written always: the others come when there are any.
  return null;
}
