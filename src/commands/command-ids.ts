/** The ribbon's function commands: the FunctionName in the manifest, and the name associated with the code. */
export const commandIds = {
  calculate: "tinhChiSo",
  provisional: "tinhTam",
  check: "kiemTraSoLieu",
} as const;

export type CommandId = (typeof commandIds)[keyof typeof commandIds];
