/** Row and column, from 0, of an address such as "F12"; null for anything else. */
export function parseCellAddress(address: string): { readonly row: number; readonly column: number } | null {
  const match = /^([A-Z]{1,3})([1-9][0-9]{0,6})$/.exec(address);
  if (!match) return null;
  let column = 0;
  for (const letter of match[1] ?? "") column = column * 26 + (letter.charCodeAt(0) - 64);
  const row = Number(match[2]) - 1;
  return row < 1048576 && column <= 16384 ? { row, column: column - 1 } : null;
}
