import { streamXml } from "./xml-stream";

/** Does calcChain.xml list cells of any of these sheets? A cell without a sheet's number is on that of the one before. */
export function calculationOrderNames(calcChain: string, sheetIds: ReadonlySet<number>): boolean {
  let sheetId = 0;
  let isNamed = false;
  streamXml(calcChain, {
    open(local, attributes) {
      if (local !== "c") return;
      sheetId = Number(attributes["i"] ?? sheetId);
      isNamed ||= sheetIds.has(sheetId);
    },
    text: () => undefined,
    close: () => undefined,
  });
  return isNamed;
}
