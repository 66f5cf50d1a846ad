/** 'BC III.1' with its quotes, as it stands before "!" in a formula. Quotes are never wrong, so they are always there. */
export function quoteSheetName(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

const longest = 31;

/** Excel compares sheet names without regard to case. */
export function sameSheetName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** Does Excel take this as a sheet's name? */
export function isSheetName(name: string): boolean {
  const isPlain = name.length > 0 && name.length <= longest && !/[/\\?*:[\]]/.test(name);
  return isPlain && !name.startsWith("'") && !name.endsWith("'") && name.toLowerCase() !== "history";
}

/**
 * The first name that no sheet has, within Excel's length: the base with the suffix of the number 1, 2, 3 …. A name that
 * looks the same in another Unicode form counts as taken.
 */
export function freeSheetName(
  base: string,
  taken: Iterable<string>,
  suffixOf: (number: number) => string = (number) => (number === 1 ? "" : ` (${String(number)})`),
): string {
  const looks = (name: string): string => name.normalize("NFC").toLowerCase();
  const takenLooks = new Set([...taken].map(looks));
  for (let number = 1; ; number += 1) {
    const suffix = suffixOf(number);
    const kept = base.slice(0, longest - suffix.length);
    const name = (suffix === "" ? kept : kept.trimEnd()) + suffix;
    if (!takenLooks.has(looks(name))) return name;
  }
}
