/** Number format codes taken apart (ISO/IEC 29500-1, 18.8.31). */

export type FormatToken =
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "general" }
  | { readonly kind: "digit"; readonly placeholder: "0" | "#" | "?" }
  | { readonly kind: "point" }
  | { readonly kind: "comma" }
  | { readonly kind: "percent" }
  | { readonly kind: "exponent"; readonly plus: boolean }
  | { readonly kind: "text" }
  /** "yyyy", "m", "ss", "AM/PM", "[h]"; minutes are "n". */
  | { readonly kind: "date"; readonly part: string };

export interface FormatSection {
  readonly tokens: readonly FormatToken[];
  /** A condition such as [>=100], or null. */
  readonly condition: ((value: number) => boolean) | null;
  /** "#RRGGBB" of [Red] and the like, or null. */
  readonly color: string | null;
}

const cache = new Map<string, readonly FormatSection[]>();

/** The sections of a format code: positive, negative, zero, text; workbooks have few codes and many cells. */
export function formatSections(code: string): readonly FormatSection[] {
  let sections = cache.get(code);
  if (!sections) {
    sections = splitSections(code.slice(0, longestCode)).map(readSection);
    cache.set(code, sections);
  }
  return sections;
}

/** Excel's own limit for a format code. */
const longestCode = 255;

const piece =
  /"([^"]*)"?|\\(.)|_(.)|\*.|\[([^\]]*)\]|(general)|(am\/pm|a\/p)|(y+|m+|d+|h+|s+)|e([+-])|([0#?])|([^])/giu;

function splitSections(code: string): string[] {
  const sections = [""];
  for (const [text] of code.matchAll(piece)) {
    if (text === ";") sections.push("");
    else sections[sections.length - 1] += text;
  }
  return sections;
}

function readSection(code: string): FormatSection {
  const tokens: FormatToken[] = [];
  let condition: FormatSection["condition"] = null;
  let color: string | null = null;
  const literal = (text: string): void => {
    if (text !== "") tokens.push({ kind: "literal", text });
  };
  for (const match of code.matchAll(piece)) {
    const [whole, quoted, escaped, space, bracket, general, half, datePart, exponentSign, digit, other] = match;
    if (quoted !== undefined) literal(quoted);
    else if (escaped !== undefined) literal(escaped);
    else if (space !== undefined) literal(" ");
    else if (bracket !== undefined) {
      if (/^(h+|m+|s+)$/i.test(bracket)) tokens.push({ kind: "date", part: `[${bracket[0]?.toLowerCase() ?? ""}]` });
      else if (bracket.startsWith("$")) literal(bracket.slice(1).split("-")[0] ?? "");
      else {
        condition = readCondition(bracket) ?? condition;
        color = colors[bracket.toLowerCase()] ?? color;
      }
    } else if (general !== undefined) tokens.push({ kind: "general" });
    else if (half !== undefined) tokens.push({ kind: "date", part: half.toUpperCase() });
    else if (datePart !== undefined) tokens.push({ kind: "date", part: datePart.toLowerCase() });
    else if (exponentSign !== undefined) tokens.push({ kind: "exponent", plus: exponentSign === "+" });
    else if (digit !== undefined) tokens.push({ kind: "digit", placeholder: digit as "0" | "#" | "?" });
    else if (other === ".") tokens.push({ kind: "point" });
    else if (other === ",") tokens.push({ kind: "comma" });
    else if (other === "%") tokens.push({ kind: "percent" });
    else if (other === "@") tokens.push({ kind: "text" });
    else if (!whole.startsWith("*")) literal(whole);
  }
  return { tokens: withMinutes(tokens), condition, color };
}

/** "m" means minutes next to hours or seconds. */
function withMinutes(tokens: readonly FormatToken[]): FormatToken[] {
  const parts = tokens.filter((token) => token.kind === "date");
  const letter = (offset: number, token: FormatToken): string =>
    parts[parts.findIndex((part) => part === token) + offset]?.part.replace("[", "")[0] ?? "";
  return tokens.map((token) => {
    if (token.kind !== "date" || !/^m{1,2}$/.test(token.part)) return token;
    const isMinute = letter(-1, token) === "h" || letter(1, token) === "s";
    return isMinute ? { kind: "date", part: token.part.replaceAll("m", "n") } : token;
  });
}

function readCondition(bracket: string): ((value: number) => boolean) | null {
  const match = /^(<=|>=|<>|<|>|=)(-?[\d.]+)$/.exec(bracket.replace(/\s/g, ""));
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

const colors: Readonly<Record<string, string>> = {
  black: "#000000",
  blue: "#0000FF",
  cyan: "#00FFFF",
  green: "#00FF00",
  magenta: "#FF00FF",
  red: "#FF0000",
  white: "#FFFFFF",
  yellow: "#FFFF00",
};
