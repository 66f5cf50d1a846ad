/**
 * The stale line: the formula that says whether scores or settings have changed since the calculation. Only BC Tính
 * toán holds it; the other sheets refer to its cell.
 */
import { reportTexts, type ReportTexts } from "../strings/report.vi";
import type { GridCell } from "../data/grid";
import type { WatchedCell, WatchedSetting } from "../workbook/watched-settings";
import { quoted } from "./formula";
import { absolute, longestFormula, sheetPrefix } from "../data/references";

/** What the whole calculation hung on, as a remark inside the formula: N of a text is 0. */
const fingerprintRemark = /\bN\("PARINDEX 1 ([0-9a-f]+)"\)/i;

/** The fingerprint that the stale line's formula carries; null where it carries none. */
export function fingerprintInFormula(formula: string): string | null {
  return fingerprintRemark.exec(formula)?.[1] ?? null;
}

/**
 * changedScores: terms that are 0 as long as no score has changed. watched: in the order in which they are named; what
 * no longer fits into a formula is not watched.
 */
export function staleFormula(
  changedScores: readonly string[],
  watched: readonly WatchedSetting[],
  fingerprint: string,
  { staleParts: parts }: ReportTexts = reportTexts,
): string {
  const scores = [...changedScores, `N(${quoted(`PARINDEX 1 ${fingerprint}`)})`].join("+");
  const names: string[] = [];
  for (const name of watched.map(nameIfChanged)) {
    if (name !== null && withSettings(scores, [...names, name], parts).length <= longestFormula) names.push(name);
  }
  if (names.length === 0) return `IF(${scores}=0,"",${quoted(`${parts.scores}${parts.changed}${parts.since}`)})`;
  return withSettings(scores, names, parts);
}

/**
 * Excel 2016 has nothing to give a part of a formula a name, so that the sentence is made in one go and what is too
 * much is taken out of it: the whole of it where nothing has changed, "()", and the first comma.
 */
function withSettings(scores: string, names: readonly string[], parts: ReportTexts["staleParts"]): string {
  const { changed, since } = parts;
  const sentence =
    `IF(${scores}=0,${quoted(parts.settings)},${quoted(parts.scoresAndSettings)})` +
    `&${quoted(`${changed} (`)}&${names.join("&")}&${quoted(`)${since}`)}`;
  const replacements = [
    [`${parts.settings}${changed} ()${since}`, ""],
    [`${parts.scoresAndSettings}${changed} ()`, `${parts.scores}${changed}`],
    ["(, ", "("],
  ] as const;
  return replacements.reduce(
    (inner, [wanted, instead]) => `SUBSTITUTE(${inner},${quoted(wanted)},${quoted(instead)})`,
    sentence,
  );
}

/** ", Cách xếp hạng" where one of its cells has changed; null where a cell holds what no formula can say. */
function nameIfChanged({ label, cells, blocks }: WatchedSetting): string | null {
  const same = cells.map(isSame).filter((one) => one !== null);
  if (same.length < cells.length || cells.length === 0) return null;
  // A row that was inserted between the others.
  const asLong = blocks.map(({ sheet, column, firstRow, lastRow }) => {
    const range = `${sheetPrefix(sheet)}${absolute(firstRow, column)}:${absolute(lastRow, column)}`;
    return `ROWS(${range})=${String(lastRow - firstRow + 1)}`;
  });
  // A cell that is gone, or holds an error value now, has changed.
  return `IF(IFERROR(${allOf([...same, ...asLong])},FALSE),"",${quoted(`, ${label}`)})`;
}

/** AND takes 255 arguments. */
function allOf(conditions: readonly string[]): string {
  const [only] = conditions;
  if (conditions.length === 1 && only !== undefined) return only;
  const most = 250;
  if (conditions.length <= most) return `AND(${conditions.join(",")})`;
  return `AND(${conditions.slice(0, most - 1).join(",")},${allOf(conditions.slice(most - 1))})`;
}

/** EXACT makes texts of both sides in the same way, so that no locale and no number typed as text matters. */
function isSame({ sheet, row, column, then }: WatchedCell): string | null {
  const cell = `${sheetPrefix(sheet)}${absolute(row, column)}`;
  if (then === null || then.value === null) return then === null ? `EXACT(${cell},"")` : null;
  if (then.type === "error") return `ISERROR(${cell})`;
  const value = literal(then.value);
  return value === null ? null : `EXACT(${cell},${value})`;
}

function literal(value: NonNullable<GridCell["value"]>): string | null {
  return typeof value === "string" ? textLiteral(value) : String(value).toUpperCase();
}

/** A text in a formula has at most 255 characters; it is put together from pieces. null for what XML cannot hold. */
function textLiteral(value: string): string | null {
  if (/[\p{Cs}\uFFFE\uFFFF]/u.test(value)) return null;
  // "_x0041_" would be read as a letter from a file, a control character not at all.
  const pieces = value.match(/[\0-\x1f]|_(?=x)|(?:(?!_x)[^\0-\x1f]){1,100}/gu) ?? [];
  const terms = pieces.map((piece) => (piece < " " ? `CHAR(${String(piece.charCodeAt(0))})` : quoted(piece)));
  return terms.length === 0 ? quoted("") : terms.join("&");
}
