/** Functions that a file writes with a prefix and people see without. */
const prefixed = [
  "NUMBERVALUE",
  "CONCAT",
  "TEXTJOIN",
  "IFS",
  "SWITCH",
  "MAXIFS",
  "MINIFS",
  "IFNA",
  "RANK.EQ",
  "UNIQUE",
];

const pieces = /"(?:[^"]|"")*"|'(?:[^']|'')*'|(_xlfn\.(?:_xlws\.)?|_xlws\.)?([A-Z][A-Z0-9.]*)(?=\()/gi;

/** As Excel shows a formula. */
export function withoutPrefixes(formula: string): string {
  return formula.replace(pieces, (whole: string, prefix: string | undefined, name: string | undefined) =>
    prefix === undefined ? whole : (name ?? ""),
  );
}

/** As a file has it. */
export function withPrefixes(formula: string): string {
  return withoutPrefixes(formula).replace(
    pieces,
    (whole: string, _prefix: string | undefined, name: string | undefined) =>
      name !== undefined && prefixed.includes(name.toUpperCase()) ? `_xlfn.${name}` : whole,
  );
}
