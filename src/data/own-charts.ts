/** The object's name by which a chart of the program's is known again; numbers count from 1 on a sheet. */
export function chartName(sheetKey: string, number: number): string {
  return `PARINDEX ${sheetKey} ${String(number)}`;
}

/** Are all these objects the program's charts for that sheet? One copied by hand has our name twice: the user's then. */
export function areOwnCharts(names: readonly string[], sheetKey: string): boolean {
  return names.every((name) => name.startsWith(`PARINDEX ${sheetKey} `)) && new Set(names).size === names.length;
}
