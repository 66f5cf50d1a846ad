import { foldDiacritics } from "../workbook/text";

/** Of a name that is looked for: longer ones are no slips of a finger. */
const longest = 100;
/** Of the longer name's letters; with more of them wrong, naming another would only puzzle. */
const mostWrong = 0.6;

/** The name that a mistyped one is nearest to, whatever its case and accents; null where none is near. */
export function nearestName(typed: string, names: readonly string[]): string | null {
  const wanted = folded(typed.slice(0, longest));
  let best: { readonly name: string; readonly wrong: number } | null = null;
  for (const name of names) {
    const candidate = folded(name);
    const wrong = distance(wanted, candidate) / Math.max(wanted.length, candidate.length, 1);
    if (wrong < mostWrong && wrong < (best?.wrong ?? Infinity)) best = { name, wrong };
  }
  return best?.name ?? null;
}

function folded(text: string): string {
  return foldDiacritics(text.normalize("NFC")).toLowerCase();
}

/** Letters that are wrong, missing, too many, or exchanged with their neighbour. */
function distance(a: string, b: string): number {
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const exchanged = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + same,
        exchanged ? (before[j - 2] ?? 0) + 1 : Infinity,
      );
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
