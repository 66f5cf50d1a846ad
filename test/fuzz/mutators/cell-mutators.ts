/** Cells that say what no cell should: types without values, indexes of nothing, addresses out of the sheet. */
import type { Mutator, Parts, Picks } from "./mutation";
import { oneOf } from "./mutation";
import { attributesOf, elementsOf, spliced, type TextElement } from "./xml-text";

const types = ["s", "n", "str", "inlineStr", "b", "e", "d", "", "zz"] as const;
const values = [
  ...["", " ", "-1", "0", "1", "1.5", "999999", "1e9", "1e400", "-1e-400", "NaN", "Infinity", "0x1F", "55,5", "1.5.2"],
  ...["123456789012345678901234567890", "1e308", "true", "2024-05-01", "2024-05-01T00:00:00Z", "#N/A", "#", "\n5\t"],
] as const;
const addresses = [
  "",
  "A0",
  "a1",
  "$A$1",
  "A1:B2",
  "XFD1",
  "XFE1",
  "AAAA1",
  "A1048577",
  "A99999999",
  "1A",
  "Ñ1",
  "A-1",
] as const;
const formulas = ["1+1", "SUM(A1:XFD1)", "(", "'", "[1]Sheet1!A1", "Đ", "A1:A1048576", "1/0", "INDIRECT(A1)"] as const;
const formulaAttributes = [
  "",
  ' t="shared" si="0"',
  ' t="shared" si="0" ref="A1:C3"',
  ' t="shared" si="x"',
  ' t="array" ref="A1:B2"',
  ' t="array" ref=""',
  ' t="dataTable" ref="A1:B2" r1="A1"',
  ' t="zz"',
] as const;

/** Changes one cell of one of the user's sheets. */
function onCell(name: string, change: (cell: string, picks: Picks) => string): Mutator {
  return onSheet(name, (text, picks) => {
    const cell = oneOf(cellsOf(text), picks.b);
    return cell === undefined
      ? text
      : spliced(text, cell.start, cell.end, change(text.slice(cell.start, cell.end), picks));
  });
}

function onSheet(name: string, change: (text: string, picks: Picks) => string, neutral = false): Mutator {
  const apply = (parts: Parts, picks: Picks): void => {
    const path = oneOf(
      [...parts.keys()].filter((one) => one.startsWith("xl/worksheets/sheet")),
      picks.a,
    );
    if (path !== undefined) parts.set(path, change(parts.get(path) ?? "", picks));
  };
  return { name, neutral, level: "parts", apply };
}

function cellsOf(text: string): TextElement[] {
  return elementsOf(text).filter(({ name }) => name === "c");
}

function withAttribute(cell: string, name: string, value: string | null): string {
  const [element] = elementsOf(cell);
  if (element === undefined) return cell;
  const known = attributesOf(cell, element).find((attribute) => attribute.name === name);
  const [start, end] = known === undefined ? [2, 2] : [known.start, known.end];
  return spliced(cell, start, end, value === null ? "" : ` ${name}="${value}"`);
}

function withInside(cell: string, inside: (before: string) => string): string {
  const [element] = elementsOf(cell);
  if (element === undefined) return cell;
  const tag = cell.slice(0, element.openEnd).replace(/\s*\/>$/, ">");
  return `${tag}${inside(cell.slice(element.openEnd, element.closeStart))}</c>`;
}

function onRow(name: string, change: (text: string, row: TextElement, picks: Picks) => string): Mutator {
  return onSheet(name, (text, picks) => {
    const row = oneOf(
      elementsOf(text).filter((element) => element.name === "row"),
      picks.b,
    );
    return row === undefined ? text : change(text, row, picks);
  });
}

export const cellMutators: readonly Mutator[] = [
  onCell("cells: another type", (cell, { c }) => withAttribute(cell, "t", oneOf(types, c) ?? "")),
  onCell("cells: no type", (cell) => withAttribute(cell, "t", null)),
  onCell("cells: no value", (cell) => withInside(cell, (inside) => inside.replace(/<v>[^<]*<\/v>/, ""))),
  onCell("cells: an empty value", (cell, { c }) =>
    withInside(cell, () => oneOf(["<v></v>", "<v/>", "<is/>", "<is><t/></is>"], c) ?? ""),
  ),
  onCell("cells: an odd value", (cell, { c }) => withInside(cell, () => `<v>${oneOf(values, c) ?? ""}</v>`)),
  onCell("cells: an odd value of an odd type", (cell, { a, c }) =>
    withInside(withAttribute(cell, "t", oneOf(types, a >> 4) ?? ""), () => `<v>${oneOf(values, c) ?? ""}</v>`),
  ),
  onCell("cells: a value twice", (cell) => withInside(cell, (inside) => `${inside}<v>1</v>${inside}`)),
  onCell("cells: an odd address", (cell, { c }) => withAttribute(cell, "r", oneOf(addresses, c) ?? "")),
  onCell("cells: no address", (cell) => withAttribute(cell, "r", null)),
  onCell("cells: the address of another cell", (cell, { c }) =>
    withAttribute(cell, "r", `${"ABCDEF"[c % 6] ?? "A"}${String(1 + (c % 20))}`),
  ),
  onCell("cells: an odd style", (cell, { c }) =>
    withAttribute(cell, "s", oneOf(["-1", "99999", "x", "", "1.5"], c) ?? ""),
  ),
  onCell("cells: a formula beside the value", (cell, { a, c }) =>
    withInside(
      cell,
      (inside) => `<f${oneOf(formulaAttributes, a >> 4) ?? ""}>${oneOf(formulas, c) ?? ""}</f>${inside}`,
    ),
  ),
  onCell("cells: a formula of its own", (cell, { a, c }) =>
    withInside(
      withAttribute(cell, "t", null),
      () => `<f${oneOf(formulaAttributes, a >> 4) ?? ""}>${oneOf(formulas, c) ?? ""}</f>`,
    ),
  ),
  onCell("cells: rich text in the cell", (cell, { c }) =>
    withInside(
      withAttribute(cell, "t", "inlineStr"),
      () =>
        `<is><r><rPr><b/></rPr><t xml:space="preserve"> ${String(c % 90)}</t></r><r><t>,5</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is>`,
    ),
  ),
  onCell("cells: many of them", (cell, { c }) => cell.repeat(c % 200)),
  onRow("rows: an odd number", (text, row, { c }) => {
    const tag = text.slice(row.start, row.openEnd).replace(/ r="[^"]*"/, "");
    const number = oneOf(["0", "-1", "1", "x", "", "1048576", "1048577", "2.5", "1e3"], c) ?? "";
    return spliced(text, row.start, row.openEnd, tag.replace(/^<row/, `<row r="${number}"`));
  }),
  onRow("rows: hidden, or of no height", (text, row, { c }) =>
    spliced(
      text,
      row.start + 4,
      row.start + 4,
      oneOf([' hidden="1"', ' ht="0"', ' ht="x"', ' hidden="zz"', ' spans="9:1"'], c) ?? "",
    ),
  ),
  onSheet("cells: one at the end of the sheet", (text) =>
    text.replace("</sheetData>", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
  ),
  onSheet("cells: merged without sense", (text, { c }) => {
    const ref = oneOf(["A1:XFD1048576", "B2:A1", "A1", "", "ZZZZ1:A2", "A1:F3"], c) ?? "";
    return text.replace("</sheetData>", `</sheetData><mergeCells count="99"><mergeCell ref="${ref}"/></mergeCells>`);
  }),
  onSheet("columns: hidden without end", (text, { c }) => {
    const range =
      oneOf(['min="1" max="16384"', 'min="0" max="0"', 'min="5" max="2"', 'min="x" max="99999999"'], c) ?? "";
    return text.replace(
      "<sheetData",
      `<cols>${`<col ${range} width="0" hidden="1"/>`.repeat(1 + (c % 30))}</cols><sheetData`,
    );
  }),
  onSheet("sheet: protected", (text) => text.replace("</sheetData>", '</sheetData><sheetProtection sheet="1"/>'), true),
];
