/** A cell that two findings are about is changed once; null: a finding without a safe repair. */
export function oncePerCell<Change extends { readonly sheet: string; readonly cell: string }>(
  changes: readonly (Change | null)[],
): readonly Change[] {
  const first = new Map<string, Change>();
  for (const change of changes) {
    if (change === null) continue;
    const place = `${change.sheet}!${change.cell}`;
    if (!first.has(place)) first.set(place, change);
  }
  return [...first.values()];
}
