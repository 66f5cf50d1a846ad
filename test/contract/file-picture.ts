/** What an .xlsx file shows of the program's sheets, for comparing two files part by part. */
import { openPackage, type PackageParts } from "../../src/ooxml/package-parts";
import { readRelationships } from "../../src/ooxml/relationships";
import { readMarkedWorkbook } from "../../src/hosts/xlsx/marked-workbook";
import { partOfKind } from "../../src/ooxml/workbook-part";
import { childNamed, childrenNamed, parseXml, type XmlElement } from "../../src/ooxml/xml-tree";

export interface SheetPicture {
  readonly name: string;
  readonly visible: boolean;
  readonly titles: string | null;
  readonly cells: Readonly<Record<string, CellPicture>>;
  readonly merges: readonly string[];
  readonly columns: readonly string[];
  readonly heights: Readonly<Record<string, string>>;
  readonly links: Readonly<Record<string, string>>;
  readonly view: string;
  readonly page: readonly string[];
  readonly charts: readonly string[];
}

export interface CellPicture {
  /** A formula with "=", or the value; of a formula the value is left out: in Excel it is computed later. */
  readonly content: string | null;
  readonly isText: boolean;
  readonly look: string;
}

export function pictureOf(bytes: Uint8Array): SheetPicture[] {
  const parts = openPackage(bytes);
  const workbook = readMarkedWorkbook(parts);
  const styles = partOfKind(parts, workbook, "styles");
  const looks = styles === null ? [] : readLooks(parseXml(parts.text(styles)));
  return workbook.sheets
    .filter(({ kind, mark }) => kind === "worksheet" && mark !== null)
    .map(({ name, visible, path }): SheetPicture => {
      const index = workbook.sheets.findIndex((sheet) => sheet.path === path);
      const named = (wanted: string): string | null =>
        workbook.definedNames.find((one) => one.sheet === index && one.name === wanted)?.formula ?? null;
      const root = parseXml(parts.text(path));
      const cells = cellsOf(root, looks);
      const merges = childrenNamed(childNamed(root, "mergeCells"), "mergeCell").map((one) => attribute(one, "ref"));
      const links = childrenNamed(childNamed(root, "hyperlinks"), "hyperlink");
      return {
        name,
        visible,
        titles: named("_xlnm.Print_Titles"),
        cells,
        merges: merges.sort(),
        columns: childrenNamed(childNamed(root, "cols"), "col").map((one) => JSON.stringify(one.attributes)),
        heights: Object.fromEntries(
          childrenNamed(childNamed(root, "sheetData"), "row").flatMap((row) =>
            row.attributes["ht"] === undefined ? [] : [[attribute(row, "r"), row.attributes["ht"]]],
          ),
        ),
        links: Object.fromEntries(links.map((one) => [attribute(one, "ref"), attribute(one, "location")])),
        view: plain(childNamed(root, "sheetViews")).replace(' tabSelected="1"', ""),
        page: ["sheetPr", "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks"].map((local) =>
          plain(childNamed(root, local)),
        ),
        charts: chartsOf(parts, path),
      };
    });
}

function cellsOf(root: XmlElement, looks: readonly string[]): Record<string, CellPicture> {
  const cells = childrenNamed(childNamed(root, "sheetData"), "row").flatMap((row) => childrenNamed(row, "c"));
  return Object.fromEntries(
    cells.map((cell): [string, CellPicture] => {
      const formula = childNamed(cell, "f");
      const text = childNamed(childNamed(cell, "is"), "t");
      const content = formula ? `=${formula.text}` : (text ?? childNamed(cell, "v"))?.text;
      const look = looks[Number(cell.attributes["s"] ?? 0)] ?? "";
      return [attribute(cell, "r"), { content: content ?? null, isText: text !== undefined, look }];
    }),
  );
}

/** What a cell style looks like, whatever numbers its parts have. That a text was quoted is not to be seen. */
function readLooks(root: XmlElement): string[] {
  const list = (local: string): string[] => (childNamed(root, local)?.children ?? []).map(plain);
  const [fonts, fills, borders] = [list("fonts"), list("fills"), list("borders")];
  const formats = new Map(
    childrenNamed(childNamed(root, "numFmts"), "numFmt").map((one) => [
      attribute(one, "numFmtId"),
      attribute(one, "formatCode"),
    ]),
  );
  return childrenNamed(childNamed(root, "cellXfs"), "xf").map((xf) => {
    const id = attribute(xf, "numFmtId");
    return [
      formats.get(id) ?? id,
      fonts[Number(attribute(xf, "fontId"))],
      fills[Number(attribute(xf, "fillId"))],
      borders[Number(attribute(xf, "borderId"))],
      plain(childNamed(xf, "alignment")),
    ].join("\n");
  });
}

/** Charts with their places; values that viewers keep beside the references are left out. */
function chartsOf(parts: PackageParts, sheet: string): string[] {
  const drawings = readRelationships(parts, sheet).filter(({ kind }) => kind === "drawing");
  return drawings.flatMap(({ target }) => [
    parts.text(target),
    ...readRelationships(parts, target)
      .filter(({ kind }) => kind === "chart")
      .map((chart) =>
        parts
          .text(chart.target)

          .replace(/<c:(str|num)Cache>.*?<\/c:\1Cache>/gs, ""),
      ),
  ]);
}

function plain(element: XmlElement | undefined): string {
  if (!element) return "";
  const attributes = Object.entries(element.attributes)
    .map(([name, value]) => ` ${name}="${value}"`)
    .sort();
  return `<${element.local}${attributes.join("")}>${element.text}${element.children.map(plain).join("")}</>`;
}

function attribute(element: XmlElement, name: string): string {
  return element.attributes[name] ?? "";
}
