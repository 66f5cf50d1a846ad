import type { Report } from "../../../src/data/pages";
import { openXlsx } from "../../../src/hosts/xlsx/xlsx-workbook";
import { failed, failureOf } from "../failure-of";
import { sampleReport, type SampleSheet } from "./sample-report";
import { relationships, richWorkbook } from "./sample-workbook";
import { schemaErrors, schemasArePresent } from "./schema-helper";
import { looseEnds, part, unzip, zip, type Parts } from "./zip-helper";

const noLibrary = (): Promise<never> => Promise.reject(new Error("the library is not needed for writing"));

async function written(parts: Parts, report: Report): Promise<Parts> {
  const workbook = await openXlsx(zip(parts), noLibrary);
  await workbook.writeReport(report);
  const after = unzip(workbook.toBytes());
  expect(looseEnds(after)).toEqual({ orphans: [], missing: [], untyped: [] });
  if (schemasArePresent) expect(schemaErrors("xl/workbook.xml", part(after, "xl/workbook.xml"))).toBe("");
  return after;
}

async function sheetsOf(parts: Parts) {
  return (await openXlsx(zip(parts), noLibrary)).readSheets();
}

const namesOf = async (parts: Parts) =>
  (await sheetsOf(parts)).map(({ name, mark }) => (mark ? `${name} [${mark.key}]` : name));
const edit = (parts: Parts, path: string, change: (text: string) => string): Parts => {
  const text = part(parts, path);
  const changed = change(text);
  if (changed === text) throw new Error(`nothing changed in ${path}`);
  return { ...parts, [path]: changed };
};
/** A user's cell in a row below or beside what the program wrote. */
const typeInto = (parts: Parts, path: string, row: string) =>
  edit(parts, path, (text) => text.replace("</sheetData>", `${row}</sheetData>`));

const user = ["Điểm", "Ẩn", 'Đồ thị & "hình"'];
const first: SampleSheet = { key: "III.1", name: "BC III.1" };
const second: SampleSheet = { key: "IV.1", name: "BC IV.1", charts: ["bar"] };
const firstPath = "xl/worksheets/sheet3.xml";
const secondPath = "xl/worksheets/sheet4.xml";

describe("the same report written again", () => {
  it("gives the same file, byte for byte", async () => {
    const workbook = await openXlsx(zip(richWorkbook), noLibrary);
    await workbook.writeReport(sampleReport(first, second));
    const once = workbook.toBytes();
    await workbook.writeReport(sampleReport(first, second));
    expect(Buffer.compare(workbook.toBytes(), once)).toBe(0);
    const reopened = await openXlsx(once, noLibrary);
    await reopened.writeReport(sampleReport(first, second));
    expect(Buffer.compare(reopened.toBytes(), once)).toBe(0);
  });

  it("after other reports in between has no part and no style more", async () => {
    const once = await written(richWorkbook, sampleReport(first, second));
    const between = await written(once, sampleReport({ ...first, rows: 3, charts: [] }));
    const again = await written(between, sampleReport(first, second));
    expect(Object.keys(again)).toEqual(Object.keys(once));
    expect(again["xl/styles.xml"]).toBe(once["xl/styles.xml"]);
  });
});

describe("a refreshed sheet", () => {
  it("keeps its number, its part and its relationship, and loses what it no longer holds", async () => {
    const once = await written(richWorkbook, sampleReport(first, second));
    const again = await written(once, sampleReport({ ...first, rows: 3, charts: ["column"] }, second));
    const sheets = (parts: Parts) => /<sheets>.*<\/sheets>/s.exec(part(parts, "xl/workbook.xml"))?.[0];
    expect(sheets(again)).toBe(sheets(once));
    expect((await sheetsOf(again))[3]?.rows).toHaveLength(6);
    expect(Object.keys(again).filter((path) => path.startsWith("xl/charts/"))).toHaveLength(2 + 2);
  });

  it("keeps what a person put outside its blocks: values, formulas, styles, merges, links, rows and columns", async () => {
    let parts = await written(richWorkbook, sampleReport(first, second));
    parts = typeInto(
      parts,
      firstPath,
      `<row r="90" ht="33" customHeight="1"><c r="B90" s="1" t="s"><v>0</v></c><c r="C90" s="2"><f>SUM(C4:C25)</f><v>5</v></c><c r="D90" t="inlineStr"><is><r><rPr><b/></rPr><t xml:space="preserve">a &amp; </t></r><r><t>b</t></r></is></c></row>`,
    );
    parts = edit(parts, firstPath, (text) =>
      text
        .replace('<c r="D4"', '<c r="F4"><f t="shared" ref="F4:F5" si="0">C4+1</f><v>1</v></c><c r="D4"')
        .replace('<c r="D5"', '<c r="F5"><f t="shared" si="0"/><v>1</v></c><c r="D5"')
        .replace("</cols>", '<col min="3" max="7" width="30" customWidth="1"/></cols>')
        .replace(
          /<mergeCells.*<\/mergeCells>/,
          '<mergeCells><mergeCell ref="A1:D1"/><mergeCell ref="B90:C90"/></mergeCells><hyperlinks><hyperlink ref="B90" r:id="rId77"/></hyperlinks>',
        ),
    );
    parts = edit(parts, "xl/worksheets/_rels/sheet3.xml.rels", (text) =>
      text.replace(
        "</Relationships>",
        '<Relationship Id="rId77" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://example.org/?a=1&amp;b=2" TargetMode="External"/></Relationships>',
      ),
    );
    const again = await written(parts, sampleReport({ ...first, rows: 10 }, second));
    const xml = part(again, firstPath);
    expect(xml).toContain(
      '<row r="90" ht="33" customHeight="1"><c r="B90" s="1" t="s"><v>0</v></c><c r="C90" s="2"><f>SUM(C4:C25)</f><v>5</v></c>',
    );
    expect(xml).toContain('<is><r><rPr><b></b></rPr><t xml:space="preserve">a &amp; </t></r><r><t>b</t></r></is>');
    expect(xml).toContain('<c r="F4"><f>C4+1</f><v>1</v></c>');
    expect(xml).toContain('<c r="F5"><f>C5+1</f><v>1</v></c>');
    expect(xml).toContain('<col min="5" max="7" width="30" customWidth="1"/>');
    expect(xml).toContain('<mergeCell ref="B90:C90"/>');
    expect(xml).toMatch(/<hyperlink ref="B90" r:id="rId1"\/>/);
    expect(part(again, "xl/worksheets/_rels/sheet3.xml.rels")).toContain(
      'Target="https://example.org/?a=1&amp;b=2" TargetMode="External"',
    );
    if (schemasArePresent) expect(schemaErrors(firstPath, xml)).toBe("");
    expect(await written(again, sampleReport({ ...first, rows: 10 }, second))).toEqual(again);
  });

  it("that a person renamed, hid and moved is still known, and takes the report's name and place", async () => {
    let parts = await written(richWorkbook, sampleReport(first, second));
    parts = edit(parts, "xl/workbook.xml", (text) =>
      text
        .replace('<sheet name="BC IV.1" sheetId="11" r:id="rId8"/>', "")
        .replace("<sheets>", '<sheets><sheet name="Tên khác" sheetId="11" state="hidden" r:id="rId8"/>')
        .replace(/localSheetId="(\d)"/g, (_, index: string) => `localSheetId="${String((Number(index) + 1) % 5)}"`)
        .replace('activeTab="1"', 'activeTab="2"'),
    );
    expect(await namesOf(parts)).toEqual(["Tên khác [IV.1]", ...user, "BC III.1 [III.1]"]);
    const again = await written(parts, sampleReport(first, second));
    expect(await namesOf(again)).toEqual([...user, "BC III.1 [III.1]", "BC IV.1 [IV.1]"]);
    const xml = part(again, "xl/workbook.xml");
    expect(xml).toContain('<sheet name="BC IV.1" sheetId="11" state="hidden" r:id="rId8"/>');
    expect(xml).toContain(`<definedName name="_xlnm.Print_Area" localSheetId="0">`);
    expect(xml).toContain('activeTab="1"');
  });

  it("in front stays in front; with it gone, the first visible sheet is", async () => {
    let parts = await written(richWorkbook, sampleReport(first, second));
    parts = edit(parts, "xl/workbook.xml", (text) => text.replace('activeTab="1"', 'firstSheet="3" activeTab="4"'));
    const again = await written(parts, sampleReport(second));
    expect(part(again, "xl/workbook.xml")).toContain('firstSheet="0" activeTab="3"');
    expect(part(again, secondPath)).toContain('tabSelected="1"');
    expect(part(await written(again, sampleReport()), "xl/workbook.xml")).toContain('firstSheet="0" activeTab="0"');
  });

  it("drops the order of calculation, where Excel had listed its cells", async () => {
    const once = await written(richWorkbook, sampleReport(first));
    expect((await written(once, sampleReport(first)))["xl/calcChain.xml"]).toBe(richWorkbook["xl/calcChain.xml"]);
    const listed = edit(once, "xl/calcChain.xml", (text) =>
      text.replace("</calcChain>", '<c r="A4" i="10"/><c r="A5"/></calcChain>'),
    );
    const again = await written(listed, sampleReport(first));
    expect(again["xl/calcChain.xml"]).toBeUndefined();
    expect(part(again, "[Content_Types].xml")).not.toContain("calcChain");
  });
});

describe("an own sheet that cannot be refreshed without loss stays as the user's", () => {
  const old = "BC III.1 (cũ)";

  it("where a grown block would cover a filled cell", async () => {
    let parts = await written(richWorkbook, sampleReport({ ...first, rows: 3, charts: ["column"] }));
    parts = typeInto(parts, firstPath, '<row r="40"><c r="B40"><v>7</v></c></row>');
    const again = await written(parts, sampleReport(first));
    expect(await namesOf(again)).toEqual([...user, old, "BC III.1 [III.1]"]);
    const sheets = await sheetsOf(again);
    expect(sheets[3]?.rows[39]?.[1]?.value).toBe(7);
    // What it showed stays: values instead of formulas, a chart of its own table, titles under its new name.
    expect(sheets[3]?.rows[3]?.[3]).toEqual({ type: "number", value: 95.895, format: "0.00", formula: null });
    expect(sheets[4]?.rows[3]?.[3]?.formula).toBe("ROUND(C4/100*100,3)");
    const charts = Object.keys(again)
      .filter((path) => path.startsWith("xl/charts/"))
      .map((path) => part(again, path));
    expect(charts.filter((chart) => chart.includes("<c:f>'BC III.1 (cũ)'!$B$4:$B$6</c:f>"))).toHaveLength(1);
    expect(part(again, "xl/workbook.xml")).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="3">'BC III.1 (cũ)'!$3:$3</definedName>`,
    );
    // A second time, both old ones stay.
    const filled = typeInto(again, "xl/worksheets/sheet4.xml", '<row r="99"><c r="B99"><v>8</v></c></row>');
    const third = await written(filled, sampleReport({ ...first, charts: ["bar", "bar", "bar", "bar"] }));
    expect(await namesOf(third)).toEqual([...user, old, "BC III.1 (cũ 2)", "BC III.1 [III.1]"]);
  });

  it.each<[string, (parts: Parts) => Parts]>([
    [
      "comments",
      (parts) => {
        const path = "xl/worksheets/_rels/sheet3.xml.rels";
        const commented = edit(parts, path, (text) =>
          text.replace(
            "</Relationships>",
            `${/<Relationship .*>/.exec(relationships(["rId50", "comments", "../comments7.xml"]))?.[0]?.replace("</Relationships>", "") ?? ""}</Relationships>`,
          ),
        );
        return {
          ...edit(commented, "[Content_Types].xml", (text) =>
            text.replace(
              "/xl/comments1.xml",
              '/xl/comments7.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/><Override PartName="/xl/comments1.xml',
            ),
          ),
          "xl/comments7.xml": part(parts, "xl/comments1.xml"),
        };
      },
    ],
    [
      "validations",
      (parts) =>
        edit(parts, firstPath, (text) =>
          text.replace(
            "<printOptions",
            '<dataValidations count="1"><dataValidation sqref="A1"/></dataValidations><printOptions',
          ),
        ),
    ],
    [
      "conditional formats",
      (parts) =>
        edit(parts, firstPath, (text) =>
          text.replace("<printOptions", '<conditionalFormatting sqref="A1"/><printOptions'),
        ),
    ],
    [
      "protection",
      (parts) =>
        edit(parts, firstPath, (text) => text.replace("<mergeCells", '<sheetProtection sheet="1"/><mergeCells')),
    ],
    [
      "a chart of the user's",
      (parts) =>
        edit(parts, "xl/drawings/drawing3.xml", (text) =>
          text.replace(
            /(<xdr:oneCellAnchor>.*?<\/xdr:oneCellAnchor>)/s,
            (anchor) => anchor + anchor.replace("PARINDEX III.1 1", "Của tôi"),
          ),
        ),
    ],
    [
      "a copied chart of ours",
      (parts) =>
        edit(parts, "xl/drawings/drawing3.xml", (text) =>
          text.replace(/(<xdr:oneCellAnchor>.*?<\/xdr:oneCellAnchor>)/s, "$1$1"),
        ),
    ],
  ])("where it holds %s", async (_, change) => {
    const parts = change(await written(richWorkbook, sampleReport(first)));
    expect(await namesOf(await written(parts, sampleReport(first)))).toEqual([...user, old, "BC III.1 [III.1]"]);
    expect(await namesOf(await written(parts, sampleReport(second)))).toEqual([...user, old, "BC IV.1 [IV.1]"]);
  });

  it("under a name of at most 31 characters that nobody has", async () => {
    const name = "BC III.1 một tên rất dài ở đây";
    let parts = await written(richWorkbook, sampleReport({ ...first, name }));
    parts = typeInto(parts, firstPath, '<row r="99"><c r="B99"><v>7</v></c></row>');
    const names = await namesOf(await written(parts, sampleReport(second)));
    expect(names[3]).toBe("BC III.1 một tên rất dài ở (cũ)");
    expect(names[3]?.length).toBeLessThanOrEqual(31);
  });
});

describe("an own sheet that the report no longer has", () => {
  it("goes with all its parts and names, and the user's names stay with their sheets", async () => {
    const once = await written(richWorkbook, sampleReport(first, second));
    const named = edit(once, "xl/workbook.xml", (text) =>
      text.replace("</definedNames>", `<definedName name="Tới">'BC III.1'!$A$1</definedName></definedNames>`),
    );
    const again = await written(named, sampleReport(second));
    expect(await namesOf(again)).toEqual([...user, "BC IV.1 [IV.1]"]);
    expect(again[firstPath]).toBeUndefined();
    expect(Object.keys(again).filter((path) => /chart|drawing/.test(path)).length).toBe(
      Object.keys(once).filter((path) => /chart|drawing/.test(path)).length - 4,
    );
    const xml = part(again, "xl/workbook.xml");
    expect(xml).toContain('<definedName name="Tới">#REF!</definedName>');
    expect(xml.match(/localSheetId="3"/g)).toHaveLength(2);
    expect(xml).not.toContain('localSheetId="4"');
  });

  it("all of them: only styles are left of the report", async () => {
    const once = await written(richWorkbook, sampleReport(first, second));
    const none = await written(once, { identity: "w", sheets: [] });
    const rest = Object.fromEntries(Object.entries(none).filter(([path]) => path !== "xl/styles.xml"));
    const before = Object.fromEntries(Object.entries(richWorkbook).filter(([path]) => path !== "xl/styles.xml"));
    expect(Object.keys(rest)).toEqual(
      Object.keys(before)
        .sort((one, other) => (one < other ? -1 : 1))
        .sort(
          (one, other) =>
            Number(other.startsWith("[") || other === "_rels/.rels") -
            Number(one.startsWith("[") || one === "_rels/.rels"),
        ),
    );
    // The workbook keeps what its marks called it by: sheets that come back are still known.
    const identity = '<definedName name="_PARINDEX_WORKBOOK" hidden="1">&quot;w&quot;</definedName>';
    expect(part(rest, "xl/workbook.xml").replace(identity, "")).toBe(before["xl/workbook.xml"]);
  });

  it("stays as the user's where a person wrote on it", async () => {
    const once = typeInto(
      await written(richWorkbook, sampleReport(first, second)),
      firstPath,
      '<row r="99"><c r="A99"><v>7</v></c></row>',
    );
    const again = await written(once, sampleReport(second));
    expect(await namesOf(again)).toEqual([...user, "BC III.1 (cũ)", "BC IV.1 [IV.1]"]);
    expect(await namesOf(await written(again, { identity: "w", sheets: [] }))).toEqual([...user, "BC III.1 (cũ)"]);
  });
});

describe("a copy that the user made of an own sheet", () => {
  const withCopy = async (): Promise<Parts> => {
    const once = await written(richWorkbook, sampleReport(first));
    let parts: Parts = { ...once, "xl/worksheets/sheet9.xml": part(once, firstPath).replace(/<drawing[^>]*>/, "") };
    parts = edit(parts, "[Content_Types].xml", (text) =>
      text.replace(
        "</Types>",
        '<Override PartName="/xl/worksheets/sheet9.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
      ),
    );
    parts = edit(parts, "xl/_rels/workbook.xml.rels", (text) =>
      text.replace(
        "</Relationships>",
        '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet9.xml"/></Relationships>',
      ),
    );
    parts = edit(parts, "xl/workbook.xml", (text) =>
      text
        .replace("</sheets>", '<sheet name="BC III.1 (2)" sheetId="99" r:id="rId99"/></sheets>')
        .replace(
          "</definedNames>",
          '<definedName name="_PARINDEX" localSheetId="4" hidden="1">"2|III.1|BC III.1|75|4|w|10|"</definedName></definedNames>',
        ),
    );
    return parts;
  };

  it("is the user's and never written to, also when the own one goes", async () => {
    const parts = await withCopy();
    expect(await namesOf(parts)).toEqual([...user, "BC III.1 [III.1]", "BC III.1 (2)"]);
    const again = await written(parts, sampleReport(first));
    expect(await namesOf(again)).toEqual([...user, "BC III.1 (2)", "BC III.1 [III.1]"]);
    expect(again["xl/worksheets/sheet9.xml"]).toBe(parts["xl/worksheets/sheet9.xml"]);
    expect(await namesOf(await written(again, { identity: "w", sheets: [] }))).toEqual([...user, "BC III.1 (2)"]);
  });

  it("is the user's also under the own one's name, where that one was renamed", async () => {
    const parts = edit(await withCopy(), "xl/workbook.xml", (text) =>
      text.replace('name="BC III.1"', 'name="Bản chính"').replace('name="BC III.1 (2)"', 'name="BC III.1"'),
    );
    expect(await namesOf(parts)).toEqual([...user, "Bản chính [III.1]", "BC III.1"]);
    const again = await written(parts, sampleReport({ ...first, name: "Bản chính" }));
    expect(again["xl/worksheets/sheet9.xml"]).toBe(parts["xl/worksheets/sheet9.xml"]);
    expect(again["xl/workbook.xml"]).toContain('localSheetId="3" hidden="1">"2|III.1|BC III.1|75|4|w|10|"<');
  });

  it("is told by its name where LibreOffice has numbered the sheets anew", async () => {
    const numbered = edit(await withCopy(), "xl/workbook.xml", (text) =>
      text.replace('sheetId="10"', 'sheetId="11"').replace('sheetId="99"', 'sheetId="10"'),
    );
    expect((await namesOf(numbered)).slice(3)).toEqual(["BC III.1", "BC III.1 (2) [III.1]"]);
    const application = (name: string): Parts => ({
      ...edit(numbered, "_rels/.rels", (text) =>
        text.replace(
          "</Relationships>",
          '<Relationship Id="rId98" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" Target="docProps/app98.xml"/></Relationships>',
        ),
      ),
      "docProps/app98.xml": `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>${name}</Application></Properties>`,
    });
    expect((await namesOf(application("LibreOffice/24.2$Linux_X86_64"))).slice(3)).toEqual([
      "BC III.1 [III.1]",
      "BC III.1 (2)",
    ]);
    expect((await namesOf(application("Microsoft Excel"))).slice(3)).toEqual(["BC III.1", "BC III.1 (2) [III.1]"]);
  });
});

describe("a sheet of ours that came from another workbook", () => {
  it("is the user's: never written to, and the report takes another name", async () => {
    const parts = edit(await written(richWorkbook, sampleReport(first)), "xl/workbook.xml", (text) =>
      text.replace(/<definedName name="_PARINDEX_WORKBOOK".*?<\/definedName>/, ""),
    );
    expect(await namesOf(parts)).toEqual([...user, "BC III.1"]);
    expect(await failureOf(written(parts, sampleReport(first)))).toEqual(failed("nameTaken", "BC III.1"));
    // The same fingerprint as before, where nothing has changed but that the name was deleted.
    for (const identity of ["this year", "w"]) {
      const again = await written(parts, { ...sampleReport({ ...first, name: "BC III.1 (2)" }), identity });
      expect(await namesOf(again)).toEqual([...user, "BC III.1", "BC III.1 (2) [III.1]"]);
      expect(again[firstPath]).toBe(parts[firstPath]);
    }
  });

  it("is not known by a name of the whole workbook", async () => {
    const parts = edit(richWorkbook, "xl/workbook.xml", (text) =>
      text.replace(
        "</definedNames>",
        '<definedName name="_PARINDEX">"2|III.1|Điểm|9|9|w|3|"</definedName><definedName name="_PARINDEX_WORKBOOK">"w"</definedName></definedNames>',
      ),
    );
    expect(await namesOf(parts)).toEqual(user);
  });
});

describe("what a failure in Excel left in the file", () => {
  it("goes with the next report: a sheet that was never marked, where nothing stands on it", async () => {
    const unfinished = (marked: Parts, isEmpty: boolean): Parts => {
      const unmarked = edit(marked, "xl/workbook.xml", (text) =>
        text
          .replace('name="BC III.1"', 'name="PARINDEX ~1"')
          .replace(/<definedName name="_PARINDEX".*?<\/definedName>/, ""),
      );
      const withoutCells = (text: string): string => text.replace(/<sheetData>.*<\/sheetData>/s, "<sheetData/>");
      return isEmpty ? edit(unmarked, firstPath, withoutCells) : unmarked;
    };
    const once = await written(richWorkbook, sampleReport(first));
    const parts = unfinished(once, false);
    expect(await namesOf(parts)).toEqual([...user, "PARINDEX ~1"]);
    expect(await namesOf(await written(parts, sampleReport(second)))).toEqual([
      ...user,
      "PARINDEX ~1",
      "BC IV.1 [IV.1]",
    ]);
    const emptied = unfinished(once, true);
    expect(await namesOf(emptied)).toEqual([...user, "PARINDEX ~1 [~PARINDEX ~1]"]);
    // Two charts stand on it: they may be anybody's.
    expect((await namesOf(await written(emptied, sampleReport(second)))).slice(3)).toEqual([
      "PARINDEX ~1 [~PARINDEX ~1]",
      "BC IV.1 [IV.1]",
    ]);
    const bare = unfinished(await written(richWorkbook, sampleReport({ ...first, charts: [] })), true);
    expect(await namesOf(await written(bare, sampleReport(second)))).toEqual([...user, "BC IV.1 [IV.1]"]);
  });

  it("is written anew in place: a sheet of ours that was half-written", async () => {
    const parts = edit(await written(richWorkbook, sampleReport(first)), "xl/workbook.xml", (text) =>
      text.replace("2|III.1|BC III.1|", "2|III.1|~BC III.1|"),
    );
    expect(await namesOf(await written(parts, sampleReport(first)))).toEqual([...user, "BC III.1 [III.1]"]);
  });
});
