/** 'BC III.1' with its quotes, as it stands before "!" in a formula. Quotes are never wrong, so they are always there. */
export function quoteSheetName(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
