/** The package's lists of its parts: [Content_Types].xml and relationships that do not say what is there. */
import type { Mutator, Parts, Picks } from "./mutation";
import { oneOf } from "./mutation";

const types = "[Content_Types].xml";
const workbookList = "xl/_rels/workbook.xml.rels";

function onPart(name: string, path: string, neutral: boolean, change: (text: string, picks: Picks) => string): Mutator {
  const apply = (parts: Parts, picks: Picks): void => {
    const text = parts.get(path);
    if (text !== undefined) parts.set(path, change(text, picks));
  };
  return { name, neutral, level: "parts", apply };
}

const tagsOf = (text: string, name: string): string[] => text.match(new RegExp(`<${name} [^>]*>`, "g")) ?? [];
/** Some bases write their lists with end tags. */
const closed = (tag: string): string => tag.replace(/\/?>$/, "/>");

export const listMutators: readonly Mutator[] = [
  onPart("types: a part named twice", types, true, (text, { b }) => {
    const tag = oneOf(tagsOf(text, "Override"), b) ?? "";
    return text.replace("</Types>", `${closed(tag)}</Types>`);
  }),
  onPart("types: a part that is not there", types, true, (text, { b }) => {
    const path =
      oneOf(["xl/worksheets/sheet4.xml", "xl/charts/chart1.xml", "xl/drawings/drawing1.xml", "xl/fuzz.xml"], b) ?? "";
    const type = "application/vnd.openxmlformats-officedocument.drawing+xml";
    return text.replace("</Types>", `<Override PartName="/${path}" ContentType="${type}"/></Types>`);
  }),
  onPart("types: a part not named", types, false, (text, { b }) =>
    text.replace(oneOf(tagsOf(text, "Override"), b) ?? "", ""),
  ),
  onPart("relationships: an id twice", workbookList, false, (text, { b }) => {
    const tag = oneOf(tagsOf(text, "Relationship"), b) ?? "";
    return text.replace("</Relationships>", `${closed(tag)}</Relationships>`);
  }),
  onPart("relationships: ids that ours would take", workbookList, true, (text) => {
    const type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink";
    const more = ["rId90", "rid91", "R1"].map(
      (id) => `<Relationship Id="${id}" Type="${type}" Target="https://x.vn" TargetMode="External"/>`,
    );
    return text.replace("</Relationships>", `${more.join("")}</Relationships>`);
  }),
  onPart("relationships: another kind", workbookList, false, (text, { b, c }) => {
    const kind =
      oneOf(["worksheet", "chartsheet", "styles", "sharedStrings", "calcChain", "theme", "dialogsheet"], c) ?? "";
    const tag = oneOf(tagsOf(text, "Relationship"), b) ?? "";
    return text.replace(tag, tag.replace(/relationships\/\w+"/, `relationships/${kind}"`));
  }),
  onPart("relationships: another target", workbookList, false, (text, { b, c }) => {
    const [one, other] = [oneOf(tagsOf(text, "Relationship"), b) ?? "", oneOf(tagsOf(text, "Relationship"), c) ?? ""];
    const target = / Target="[^"]*"/.exec(other)?.[0] ?? "";
    return text.replace(one, one.replace(/ Target="[^"]*"/, target));
  }),
  onPart("relationships: targets from the root", workbookList, true, (text) =>
    text.replace(/ Target="(?!\/|http)/g, ' Target="/xl/'),
  ),
  onPart("relationships: targets by way of another folder", workbookList, true, (text) =>
    text.replace(/ Target="(?!\/|http)/g, ' Target="../xl/./'),
  ),
  onPart("workbook: two sheets of one name", "xl/workbook.xml", false, (text, { b, c }) => {
    const [one, other] = [oneOf(tagsOf(text, "sheet"), b) ?? "", oneOf(tagsOf(text, "sheet"), c) ?? ""];
    const name = / name="[^"]*"/.exec(other)?.[0] ?? "";
    return text.replace(one, one.replace(/ name="[^"]*"/, name));
  }),
  onPart("workbook: sheets hidden", "xl/workbook.xml", false, (text, { b }) =>
    text.replace(/<sheet (?![^>]*state)/g, `<sheet state="${oneOf(["hidden", "veryHidden", "zz", ""], b) ?? ""}" `),
  ),
  onPart("workbook: dates from 1904", "xl/workbook.xml", false, (text) =>
    text.replace(/<workbookPr[^>]*\/>/, '<workbookPr date1904="1"/>'),
  ),
  onPart("workbook: a name like our mark", "xl/workbook.xml", false, (text, { b, c }) => {
    const formula =
      oneOf(['"1|III.1|BC III.1|60|8"', '"1|x|y|-1|1e99"', "#REF!", '"9|"', '"1|III.1|BC III.1|1|1"'], b) ?? "";
    const name = `<definedName name="_PARINDEX" localSheetId="${String(c % 5)}" hidden="1">${formula.replaceAll('"', "&quot;")}</definedName>`;
    return text.includes("</definedNames>")
      ? text.replace("</definedNames>", `${name}</definedNames>`)
      : text.replace("</sheets>", `</sheets><definedNames>${name}</definedNames>`);
  }),
];
