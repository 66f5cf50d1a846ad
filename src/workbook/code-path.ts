/** Codes as paths of parts: "1.2.1" is 1, 2, 1. */

export type Path = readonly string[];

export function keyOf(path: Path): string {
  return path.join(".");
}

/** How many come before and with "c", "ab" in a, b … z, aa, ab …; 0 for "". */
export function numberOfLetters(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 96, 0);
}

/** True where path comes right after previous: its first child, or the next sibling of it or of a row above it. */
export function follows(previous: Path, path: Path): boolean {
  const at = path.findIndex((part, index) => part !== previous[index]);
  if (at < 0) return false;
  const restIsFirst = path.slice(at + 1).every((part) => part === "1");
  if (!restIsFirst) return false;
  return at === previous.length ? path[at] === "1" : Number(path[at]) === Number(previous[at]) + 1;
}

export function withLast(path: Path, value: number | string): Path {
  return [...path.slice(0, -1), String(value)];
}

export function lastNumber(path: Path): number {
  return numberAt(path, path.length - 1);
}

export function numberAt(path: Path, at: number): number {
  const part = path[at];
  return part === undefined ? Number.NaN : Number(part);
}

export function startsWith(path: Path, start: Path): boolean {
  return start.every((part, at) => path[at] === part);
}
