import type { Exact } from "./exact";
import type { Settings } from "./model";

/**
 * Rank of every value, highest first; null stays null (no value, no rank). Values are compared as given:
 * round them first (domain.md, Computing 5: to 3 decimals).
 * "dense" (Liền kề): 1, 1, 2. "competition" (Cách hạng): 1, 1, 3.
 */
export function rankAll(values: readonly (Exact | null)[], rule: Settings["rankRule"]): readonly (number | null)[] {
  const present = values.filter((value): value is Exact => value !== null).sort((a, b) => b.compare(a));
  const ranks = new Map<string, number>();
  present.forEach((value, index) => {
    const key = value.toFraction();
    if (!ranks.has(key)) ranks.set(key, rule === "dense" ? ranks.size + 1 : index + 1);
  });
  return values.map((value) => (value === null ? null : (ranks.get(value.toFraction()) ?? null)));
}

/** The last rank of a group (the "21" of "18/21"), or null where nobody has one. */
export function lastRankOf(ranks: readonly (number | null)[]): number | null {
  return ranks.reduce<number | null>((last, rank) => (rank !== null && rank > (last ?? 0) ? rank : last), null);
}
