const extension = /\.(xlsx|xlsm|xltx|xltm)$/i;

/** "Chấm điểm 2020.xlsx" → what `name` makes of "Chấm điểm 2020", with the extension of the file that was opened. */
export function downloadFileName(file: string, name: (base: string) => string, ending: string): string {
  const base = file.replace(extension, "");
  const found = extension.exec(file)?.[0] ?? ".xlsx";
  // A downloaded file that was opened again keeps its name.
  return base.endsWith(ending) ? `${base}${found}` : `${name(base)}${found}`;
}
