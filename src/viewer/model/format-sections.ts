import { tokenize } from "numfmt";

export interface FormatSection {
  /** Its format code, without its condition. */
  readonly code: string;
  /** A condition such as [>=100], or null. */
  readonly condition: ((value: number) => boolean) | null;
}

const known = new Map<string, readonly FormatSection[]>();

/** The sections of a format code: positive, negative, zero, text; workbooks have few codes and many cells. */
function formatSections(code: string): readonly FormatSection[] {
  const before = known.get(code);
  if (before !== undefined) return before;
  const sections: { code: string; condition: FormatSection["condition"] }[] = [{ code: "", condition: null }];
  for (const { type, raw } of tokenize(code)) {
    const section = sections.at(-1);
    if (type === "break") sections.push({ code: "", condition: null });
    else if (section !== undefined && type === "condition") section.condition = readCondition(raw);
    else if (section !== undefined) section.code += raw;
  }
  known.set(code, sections);
  return sections;
}

/**
 * The section that Excel takes for the number, and whether a minus is set before it. numfmt would set one where Excel
 * does not (a section with a condition) and leave it out where Excel does (before a 0 that was rounded to it).
 */
export function sectionFor(value: number, code: string): { section: FormatSection | undefined; showsSign: boolean } {
  const sections = formatSections(code);
  const numeric = sections.length > 3 ? sections.slice(0, 3) : sections;
  const [first, second, third] = numeric;
  if (numeric.some(({ condition }) => condition !== null)) {
    const met = numeric.find(({ condition }) => condition?.(value) ?? false);
    const section = met ?? numeric.find(({ condition }, index) => condition === null && index > 0) ?? numeric.at(-1);
    return { section, showsSign: section === first || section?.condition === null };
  }
  if (value < 0 && second) return { section: second, showsSign: false };
  if (value === 0 && third) return { section: third, showsSign: false };
  return { section: first, showsSign: true };
}

function readCondition(bracket: string): ((value: number) => boolean) | null {
  const match = /^\[(<=|>=|<>|<|>|=)(-?[\d.]+)\]$/.exec(bracket.replace(/\s/g, ""));
  if (!match) return null;
  const limit = Number(match[2]);
  switch (match[1]) {
    case "<=":
      return (value) => value <= limit;
    case ">=":
      return (value) => value >= limit;
    case "<>":
      return (value) => value !== limit;
    case "<":
      return (value) => value < limit;
    case ">":
      return (value) => value > limit;
    default:
      return (value) => value === limit;
  }
}
