import type { ShownChange } from "./repair";

/** A cell that two findings are about is changed once; null: a finding without a safe repair. */
export function oncePerCell(changes: readonly (ShownChange | null)[]): readonly ShownChange[] {
  const first = new Map<string, ShownChange>();
  for (const change of changes) {
    if (change === null) continue;
    const place = `${change.sheet}!${change.cell}`;
    if (!first.has(place)) first.set(place, change);
  }
  return [...first.values()];
}
