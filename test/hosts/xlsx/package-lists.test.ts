import { openPackage } from "../../../src/ooxml/package-parts";
import { editRelationships, readRelationships, unusedIds, unusedPaths } from "../../../src/ooxml/relationships";
import { unusedSheetIds } from "../../../src/hosts/xlsx/workbook-writer";
import { openXlsx } from "../../../src/hosts/xlsx/xlsx-workbook";
import { parseXml } from "../../../src/ooxml/xml-tree";
import { failed, failureIn, failureOf } from "../failure-of";
import { cell, sampleReport, sampleSheet } from "./sample-report";
import { relationships, sheetData, smallWorkbook, workbookWithLists } from "./sample-workbook";
import { looseEnds, part, unzip, zip, type Parts } from "./zip-helper";

const noLibrary = (): Promise<never> => Promise.reject(new Error("not needed"));

async function written(parts: Parts): Promise<Parts> {
  const workbook = await openXlsx(zip(parts), noLibrary);
  await workbook.writeReport(sampleReport());
  const after = unzip(workbook.toBytes());
  for (const [path, text] of Object.entries(after)) if (/\.(xml|rels)$/.test(path)) parseXml(text);
  return after;
}

/** The values of an attribute in a part, in order. */
function values(xml: string, element: string, attribute: string): string[] {
  return parseXml(xml)
    .children.filter(({ local }) => local === element)
    .map(({ attributes }) => attributes[attribute] ?? "");
}

const small = smallWorkbook(sheetData(""));
const withLists = workbookWithLists(sheetData(""), "", "");
const changed = (parts: Parts, path: string, from: string | RegExp, to: string): Parts => {
  const text = part(parts, path);
  expect(text).toMatch(from);
  return { ...parts, [path]: text.replace(from, to) };
};
const types = "[Content_Types].xml";
const workbookRelationships = "xl/_rels/workbook.xml.rels";

describe("a sheet without a relationship", () => {
  const lost = {
    ...small,
    ...changed(small, "xl/workbook.xml", "</sheets>", '<sheet name="Mất" sheetId="2" r:id="rId2"/></sheets>'),
  };

  it("gets no new sheet's cells by the Id that it asks for", async () => {
    const after = await written(lost);
    const ids = parseXml(part(after, workbookRelationships)).children.map(({ attributes }) => attributes["Id"]);
    expect(ids).not.toContain("rId2");
    const [, second] = await (await openXlsx(zip(after), noLibrary)).readSheets();
    expect(second).toMatchObject({ name: "Mất", rows: [] });
  });

  it("nor a sheet that is added for the user", async () => {
    const workbook = await openXlsx(zip(lost), noLibrary);
    await workbook.addUserSheet("Mới", [["A"]]);
    expect((await workbook.readSheets()).map(({ name, rows }) => [name, rows.length])).toEqual([
      ["Điểm", 0],
      ["Mất", 0],
      ["Mới", 1],
    ]);
  });
});

describe("lists longer than any of Excel's", () => {
  const many = "<Relationship Id='x' Type='t/hyperlink' Target='a' TargetMode='External'/>".repeat(100_001);

  it("are refused with a sentence, before they are gone through for every sheet", async () => {
    const parts = changed(small, workbookRelationships, "</Relationships>", `${many}</Relationships>`);
    expect(await failureOf(openXlsx(zip(parts), noLibrary))).toEqual(failed("tooManyElements"));
  });
});

it("A sheet without a name is damage", async () => {
  const parts = changed(small, "xl/workbook.xml", 'name="Điểm" ', "");
  expect(await failureOf(openXlsx(zip(parts), noLibrary))).toEqual(failed("broken"));
});

describe("[Content_Types].xml", () => {
  const override = (path: string): string => `<Override PartName="/${path}" ContentType="application/x"/>`;

  it.each(["xl/drawings/drawing1.xml", "XL/Charts/chart1.xml", "xl/worksheets/sheet2.xml", "xl/styles%2Exml"])(
    "names a new part once, though it named %s before there was one",
    async (path) => {
      const after = await written(changed(small, types, "</Types>", `${override(path)}</Types>`));
      const names = values(part(after, types), "Override", "PartName").map((name) => decodeURI(name).toLowerCase());
      const wanted = `/${path.replace("%2E", ".").toLowerCase()}`;
      expect(names.filter((name) => name.replace("%2e", ".") === wanted)).toHaveLength(1);
      expect(new Set(names).size).toBe(names.length);
      expect(part(after, types)).not.toContain('"application/x"');
    },
  );

  it("names no part and no file ending twice, though it did", async () => {
    const again =
      '<Default Extension="XML" ContentType="application/x"/><Override PartName="/XL/workbook.xml" ContentType="application/x"/>';
    const after = part(await written(changed(small, types, "</Types>", `${again}</Types>`)), types);
    expect(after).not.toContain('"application/x"');
    expect(values(after, "Default", "Extension")).toEqual(["rels", "xml", "vml", "png"]);
  });

  it("keeps an entry for a part that is missing and not made", async () => {
    const lost = '<Override PartName="/xl/calcChain.xml" ContentType="application/x"/>';
    expect(part(await written(changed(small, types, "</Types>", `${lost}</Types>`)), types)).toContain(lost);
  });
});

describe("relationships", () => {
  it("with one Id have two afterwards, and neither is lost", async () => {
    const before = changed(withLists, workbookRelationships, 'Id="rId3"', 'Id="rId2"');
    const after = part(await written(before), workbookRelationships);
    const ids = values(after, "Relationship", "Id");
    expect(new Set(ids).size).toBe(ids.length);
    expect(values(after, "Relationship", "Target").sort()).toEqual([
      "sharedStrings.xml",
      "styles.xml",
      "worksheets/sheet1.xml",
      "worksheets/sheet2.xml",
    ]);
    expect(ids[0]).toBe("rId1");
  });

  it("written twice stand once afterwards", async () => {
    const one = /<Relationship Id="rId1"[^>]*>/.exec(part(small, workbookRelationships))?.[0] ?? "";
    const after = await written(changed(small, workbookRelationships, "</Relationships>", `${one}</Relationships>`));
    expect(part(after, workbookRelationships).split(one)).toHaveLength(2);
  });

  it("are taken out one by one, though they share an Id", () => {
    const parts = openPackage(zip(changed(withLists, workbookRelationships, 'Id="rId3"', 'Id="rId2"')));
    const styles = readRelationships(parts, "xl/workbook.xml").find(({ kind }) => kind === "styles");
    editRelationships(parts, "xl/workbook.xml", new Set([styles?.id ?? ""]), []);
    expect(readRelationships(parts, "xl/workbook.xml").map(({ kind }) => kind)).toEqual(["worksheet", "sharedStrings"]);
  });

  it("to styles that are missing are no second ones to the new styles", async () => {
    const parts = changed(
      changed(
        small,
        workbookRelationships,
        "</Relationships>",
        `${part({ a: relationships(["rId8", "styles", "lost.xml"]) }, "a").replace(
          /^.*<Relationships[^>]*>|<\/Relationships>/gs,
          "",
        )}</Relationships>`,
      ),
      types,
      "</Types>",
      "</Types>",
    );
    const after = await written(parts);
    expect(values(part(after, workbookRelationships), "Relationship", "Target")).toEqual([
      "worksheets/sheet1.xml",
      "styles.xml",
      "worksheets/sheet2.xml",
    ]);
    expect(looseEnds(after)).toEqual({ orphans: [], missing: [], untyped: [] });
  });

  it("of a part that is gone do not become those of a new one", async () => {
    const stale = "xl/worksheets/_rels/sheet2.xml.rels";
    const lost = "xl/worksheets/_rels/sheet1.xml.rels";
    const after = await written({
      ...small,
      [stale]: relationships(["rId1", "drawing", "../drawings/drawing9.xml"]),
      [lost]: relationships(["rId1", "drawing", "../drawings/drawing1.xml"]),
    });
    expect(part(after, stale)).toBe(relationships(["rId1", "drawing", "../drawings/drawing9.xml"]));
    expect(after["xl/worksheets/sheet2.xml"]).toBeUndefined();
    expect(after["xl/worksheets/sheet3.xml"]).toBeDefined();
    // The user's sheet points to a drawing that is lost: ours is not to show up there.
    expect(after["xl/drawings/drawing1.xml"]).toBeUndefined();
    expect(after["xl/drawings/drawing2.xml"]).toBeDefined();
  });

  it("get numbers and paths that nothing has, one after the other", () => {
    const next = unusedIds(new Set(["rId1", "rId3"]));
    expect([next(), next(), next()]).toEqual(["rId2", "rId4", "rId5"]);
    const newPath = unusedPaths(openPackage(zip({ ...small, "xl/charts/Chart2.xml": "<a/>" })));
    expect([newPath("xl/charts/chart", ".xml"), newPath("xl/charts/chart", ".xml")]).toEqual([
      "xl/charts/chart1.xml",
      "xl/charts/chart3.xml",
    ]);
  });
});

describe("a new sheet's number", () => {
  const next = (...standing: number[]): number[] => {
    const take = unusedSheetIds(standing);
    return [take(), take()];
  };

  it("follows the highest, and is one that Excel takes", () => {
    expect(next(3, 7)).toEqual([8, 9]);
    expect(next()).toEqual([1, 2]);
    expect(next(1, 65533)).toEqual([65534, 2]);
    expect(next(2, 4_000_000_000)).toEqual([1, 3]);
    expect(next(Number.NaN, 5)).toEqual([6, 7]);
  });
});

describe("a style sheet", () => {
  const report = {
    identity: "w",
    sheets: [
      {
        ...sampleSheet({ charts: [] }),
        blocks: [
          {
            kind: "cells" as const,
            row: 0,
            column: 0,
            merges: [],
            cells: [[cell(1, { numberFormat: "0.000", bold: true, fill: "#FFFF00" }), cell(2, { border: "#000000" })]],
          },
        ],
      },
    ],
  };

  it.each([
    ["<styleSheet/>", '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'],
    [
      "lists <like-this/>",
      part(workbookWithLists("", "", "<numFmts/><fonts /><fills/><borders count='0'/><cellXfs/>"), "xl/styles.xml"),
    ],
    ["no lists", part(withLists, "xl/styles.xml")],
    ["a prefix", '<x:styleSheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" />'],
  ])("is filled in the schema's order: %s", async (_, styles) => {
    const workbook = await openXlsx(zip({ ...withLists, "xl/styles.xml": styles }), noLibrary);
    await workbook.writeReport(report);
    const root = parseXml(part(unzip(workbook.toBytes()), "xl/styles.xml"));
    expect(root.children.map(({ local }) => local)).toEqual(["numFmts", "fonts", "fills", "borders", "cellXfs"]);
    for (const list of root.children) {
      expect(list.children.length).toBeGreaterThan(0);
      expect(list.attributes["count"]).toBe(String(list.children.length));
    }
    const own = (await workbook.readSheets())[1];
    expect(own?.rows[0]?.[0]).toMatchObject({ value: 1, format: "0.000" });
  });

  it("that stands where nothing points to it is not overwritten", async () => {
    const after = await written({ ...small, "xl/styles.xml": "<của-tôi/>" });
    expect(after["xl/styles.xml"]).toBe("<của-tôi/>");
    expect(part(after, "xl/styles1.xml")).toContain("<cellXfs");
  });
});

describe("what is written can be read", () => {
  it.each([
    [
      "<Types/>",
      { ...small, [types]: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>' },
    ],
    ["<definedNames/>", changed(small, "xl/workbook.xml", "</sheets>", "</sheets><definedNames/><calcPr/>")],
    ["<sheetData/>", smallWorkbook(sheetData("").replace("<sheetData></sheetData>", "<sheetData />"))],
  ])("in a workbook with %s", async (_, parts) => {
    expect(part(await written(parts), "xl/workbook.xml")).toContain("BC III.1");
    const workbook = await openXlsx(zip(parts), noLibrary);
    await workbook.changeCells([{ sheet: "Điểm", cell: "B2", before: null, after: 1 }]);
    await workbook.addUserSheet("Mới", [["a"]]);
    expect((await workbook.readSheets()).map(({ name, rows }) => [name, rows.length])).toEqual([
      ["Điểm", 2],
      ["Mới", 1],
    ]);
  });

  it("with a name without a formula that belongs to a sheet which moves", async () => {
    const named = changed(
      small,
      "xl/workbook.xml",
      "</sheets>",
      '<sheet name="Sau" sheetId="2" r:id="rId2"/></sheets><definedNames><definedName name="Trống" localSheetId="1"/></definedNames>',
    );
    const parts = changed(
      named,
      workbookRelationships,
      "</Relationships>",
      `<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/other.xml"/></Relationships>`,
    );
    const workbook = await openXlsx(zip({ ...parts, "xl/worksheets/other.xml": sheetData("") }), noLibrary);
    await workbook.writeReport(sampleReport());
    // A sheet of the user's is added behind the last of theirs; then the report's goes, so that numbers change.
    await workbook.addUserSheet("Mới", []);
    expect(unzip(workbook.toBytes())["xl/workbook.xml"]).toContain('<definedName name="Trống" localSheetId="1"/>');
  });

  it("or nothing is written, and the workbook stays as it was", async () => {
    // Nobody declares the prefix: readable to us, not to Excel, and not to be handed out as ours.
    const bytes = zip(changed(small, "xl/workbook.xml", / xmlns:r="[^"]*"/, ""));
    const workbook = await openXlsx(bytes, noLibrary);
    const writing = workbook.writeReport(sampleReport());
    expect(await failureOf(writing)).toEqual(failed("notWritable"));
    expect(workbook.toBytes()).toBe(bytes);
    expect(await workbook.readSheets()).toHaveLength(1);
  });

  it("part by part: edits are looked at, a whole sheet of ours is not read again", () => {
    const parts = openPackage(zip(small));
    parts.setOwnText("xl/worksheets/sheet2.xml", "<a>");
    parts.requireWellFormed();
    parts.setText("xl/worksheets/sheet1.xml", "<a>");
    expect(
      failureIn(() => {
        parts.requireWellFormed();
      }),
    ).toEqual(failed("notWritable"));
    parts.remove("xl/worksheets/sheet1.xml");
    parts.requireWellFormed();
  });

  it("or is refused where two sheets are the same part", async () => {
    const workbook = await openXlsx(zip(small), noLibrary);
    await workbook.writeReport(sampleReport());
    const after = unzip(workbook.toBytes());
    const shared = changed(after, workbookRelationships, "worksheets/sheet2.xml", "worksheets/sheet1.xml");
    expect(await failureOf(openXlsx(zip(shared), noLibrary))).toEqual(failed("broken"));
  });
});
