import type { Report } from "../../../src/data/pages";
import type { CellSnapshot } from "../../excel-host/snapshot";
import { openInExcel, type OpenedExcel } from "../../contract/excel-file";
import { cell, sampleReport, sampleSheet } from "../xlsx/sample-report";
import { failed, failureOf } from "../failure-of";

const sheets = [
  {
    name: "Điểm",
    rows: [
      ["Tên", "Điểm"],
      ["Sở Nội vụ", 5],
    ],
  },
  { name: "Ghi chú", rows: [["x"]] },
];

const open = (): OpenedExcel =>
  openInExcel({
    sheets,
    calculator: (cells) => Promise.resolve(cells.map(() => ({ type: "number", value: 1 }) as const)),
  });
const namesOf = ({ excel }: OpenedExcel): string[] =>
  excel.toSheets().map(({ name, mark }) => (mark ? `${name} [${mark.key}]` : name));
const cellOf = ({ excel }: OpenedExcel, sheet: string, address: string): CellSnapshot | undefined =>
  excel.sheetSnapshot(sheet).cells[address];

const first = { key: "III.1", name: "BC III.1" };
const small: Report = sampleReport({ ...first, rows: 3, charts: ["column"] });
const large: Report = sampleReport({ ...first, rows: 22, charts: ["column"] });

describe("a sheet that is written again", () => {
  it("keeps what the user put outside our cells, and loses what it no longer holds", async () => {
    const opened = open();
    await opened.workbook.writeReport(large);
    opened.excel.userEdits("BC III.1", "H5", "của tôi");
    opened.excel.userEdits("BC III.1", "A80", 7);
    await opened.workbook.readSheets();
    await opened.workbook.writeReport(small);
    expect(namesOf(opened)).toEqual(["Điểm", "Ghi chú", "BC III.1 [III.1]"]);
    expect(cellOf(opened, "BC III.1", "H5")?.value).toBe("của tôi");
    expect(cellOf(opened, "BC III.1", "A80")?.value).toBe(7);
    expect(cellOf(opened, "BC III.1", "B20")).toBeUndefined();
    const sheet = opened.excel.sheetSnapshot("BC III.1");
    expect(sheet.charts).toHaveLength(1);
    expect(sheet.merges).toEqual(["A1:D1"]);
    expect(sheet.breaks).toEqual([7]);
  });

  it("stays under another name, its formulas turned into values, where we would cover the user's cells", async () => {
    const opened = open();
    await opened.workbook.writeReport(small);
    opened.excel.userEdits("BC III.1", "B40", "của tôi");
    await opened.workbook.readSheets();
    await opened.workbook.writeReport(large);
    expect(namesOf(opened)).toEqual(["Điểm", "Ghi chú", "BC III.1 (cũ)", "BC III.1 [III.1]"]);
    expect(cellOf(opened, "BC III.1 (cũ)", "B40")?.value).toBe("của tôi");
    expect(cellOf(opened, "BC III.1 (cũ)", "A4")?.formula).toBeUndefined();
    expect(cellOf(opened, "BC III.1", "A4")?.formula).toBe("RANK(C4,$C$4:$C$25)");
    expect(cellOf(opened, "BC III.1", "B40")).toBeUndefined();
    // From then on it is the user's.
    await opened.workbook.readSheets();
    await opened.workbook.writeReport({ identity: "w", sheets: [] });
    expect(namesOf(opened)).toEqual(["Điểm", "Ghi chú", "BC III.1 (cũ)"]);
  });

  it("that the report no longer has goes, unless the user wrote on it or the caller keeps it", async () => {
    const opened = open();
    const three = sampleReport(first, { key: "IV.1", name: "BC IV.1" }, { key: "IV.2", name: "BC IV.2" });
    await opened.workbook.writeReport(three);
    opened.excel.userEdits("BC IV.1", "Z1", 1);
    await opened.workbook.readSheets();
    await opened.workbook.writeReport(sampleReport({ key: "findings", name: "Kiểm tra" }), { otherOwnSheets: "keep" });
    expect(namesOf(opened).slice(2)).toEqual([
      "BC III.1 [III.1]",
      "BC IV.1 [IV.1]",
      "BC IV.2 [IV.2]",
      "Kiểm tra [findings]",
    ]);
    await opened.workbook.readSheets();
    await opened.workbook.writeReport(small);
    expect(namesOf(opened)).toEqual(["Điểm", "Ghi chú", "BC IV.1 (cũ)", "BC III.1 [III.1]"]);
  });

  it("stays where the user put a picture, a table or a chart on it; charts among the shapes are no pictures", async () => {
    for (const [change, names] of [
      [{ shapes: 1 }, ["BC III.1 (cũ)", "BC III.1 [III.1]"]],
      [{ tables: 1 }, ["BC III.1 (cũ)", "BC III.1 [III.1]"]],
      [{}, ["BC III.1 [III.1]"]],
    ] as const) {
      const mark = { key: "III.1", name: "BC III.1", rows: 5, columns: 4 };
      const opened = openInExcel({
        sheets: [...sheets, { name: "BC III.1", mark, ...change }],
        chartsAmongShapes: true,
      });
      await opened.workbook.writeReport(small);
      await opened.workbook.readSheets();
      await opened.workbook.writeReport(small);
      expect(namesOf(opened).slice(2)).toEqual(names);
    }
  });

  it("is known after the user renamed and moved it, and comes back to its place behind theirs", async () => {
    const opened = open();
    await opened.workbook.writeReport(sampleReport(first, { key: "IV.1", name: "BC IV.1" }));
    opened.excel.userRenamesSheet("BC IV.1", "Lĩnh vực 1");
    opened.excel.book.sheets.unshift(...opened.excel.book.sheets.splice(3, 1));
    await opened.workbook.readSheets();
    await opened.workbook.writeReport(sampleReport(first, { key: "IV.1", name: "Lĩnh vực 1" }));
    expect(namesOf(opened)).toEqual(["Điểm", "Ghi chú", "BC III.1 [III.1]", "Lĩnh vực 1 [IV.1]"]);
    // In place with nothing to move: no sheet is touched that is not ours.
    opened.excel.clearLog();
    await opened.workbook.readSheets();
    await opened.workbook.writeReport(sampleReport(first, { key: "IV.1", name: "Lĩnh vực 1" }));
    expect(opened.excel.log.flatMap(({ members }) => members)).not.toContain("Worksheet.position");
  });

  it("is written anew where the user deleted or changed sheets since the last reading", async () => {
    const opened = open();
    await opened.workbook.writeReport(sampleReport(first, { key: "IV.1", name: "BC IV.1" }));
    await opened.workbook.readSheets();
    opened.excel.userDeletesSheet("BC III.1");
    await opened.workbook.writeReport(sampleReport(first, { key: "IV.1", name: "BC IV.1" }));
    expect(namesOf(opened)).toEqual(["Điểm", "Ghi chú", "BC III.1 [III.1]", "BC IV.1 [IV.1]"]);
  });

  it("never takes a name of the user's: it says so instead", async () => {
    const opened = open();
    expect(await failureOf(opened.workbook.writeReport(sampleReport({ name: "GHI CHÚ" })))).toEqual(
      failed("nameTaken", "GHI CHÚ"),
    );
    expect(namesOf(opened)).toEqual(["Điểm", "Ghi chú"]);
  });
});

it("text that looks like a formula, a number or a date stays text", async () => {
  const texts = [
    "=1+1",
    "+1",
    "-2",
    "@SUM(1)",
    "1.10",
    "8,5",
    "3/4",
    "TRUE",
    "50%",
    "'x",
    "#N/A",
    " a ",
    "dòng 1\ndòng 2",
  ];
  const block = { kind: "cells" as const, row: 0, column: 0, cells: texts.map((text) => [cell(text)]), merges: [] };
  const opened = open();
  await opened.workbook.writeReport({ identity: "w", sheets: [{ ...sampleSheet({ charts: [] }), blocks: [block] }] });
  const found = texts.map((_, row) => cellOf(opened, "BC III.1", `A${String(row + 1)}`));
  expect(found.map((one) => [one?.type, one?.value, one?.formula])).toEqual(
    texts.map((text) => ["text", text, undefined]),
  );
});

it("formulas go out without the prefixes of files, in texts and sheet names they stay", async () => {
  const formula = '_xlfn.NUMBERVALUE("_xlfn.",",")';
  const block = { kind: "cells" as const, row: 0, column: 0, cells: [[cell(1, {}, formula)]], merges: [] };
  const opened = open();
  await opened.workbook.writeReport({ identity: "w", sheets: [{ ...sampleSheet({ charts: [] }), blocks: [block] }] });
  expect(cellOf(opened, "BC III.1", "A1")?.formula).toBe('NUMBERVALUE("_xlfn.",",")');
});

it("the sheet to show comes to the front, hidden or not; without one the user stays where they are", async () => {
  const opened = open();
  await opened.workbook.writeReport(small);
  expect(opened.excel.book.active.name).toBe("Điểm");
  const hidden = opened.excel.book.sheets.find(({ name }) => name === "BC III.1");
  if (hidden) hidden.visibility = "Hidden";
  await opened.workbook.writeReport(small, { show: "III.1" });
  expect(opened.excel.book.active.name).toBe("BC III.1");
});

it("charts have their name, texts, axes and series from the cells, and their size", async () => {
  const opened = open();
  await opened.workbook.writeReport(sampleReport({ ...first, rows: 5, charts: ["column", "bar"] }));
  const [column, bar] = opened.excel.sheetSnapshot("BC III.1").charts;
  const series = (letter: string) => ({
    name: { reference: `'BC III.1'!${letter}3` },
    values: `'BC III.1'!${letter}4:${letter}8`,
    categories: "'BC III.1'!B4:B8",
    hasDataLabels: true,
    gapWidth: 60,
    labels: { position: "OutsideEnd", font: { name: "Times New Roman", size: 8 } },
  });
  expect(column).toMatchObject({
    name: "PARINDEX III.1 1",
    chartType: "ColumnClustered",
    title: { visible: true, font: { size: 12, bold: true } },
    legend: { visible: false },
    width: 480,
    height: 345,
    categoryAxis: { textOrientation: 45, tickLabelSpacing: 1, reversePlotOrder: false },
    valueAxis: { minimum: 0, maximum: 100 },
    series: [series("C")],
  });
  expect(bar).toMatchObject({
    name: "PARINDEX III.1 2",
    chartType: "BarClustered",
    legend: { visible: true, position: "Bottom" },
    categoryAxis: { reversePlotOrder: true, position: "Maximum" },
    valueAxis: { minimum: 0, maximum: null },
    series: [series("C"), series("D")],
  });
});

describe("whose a sheet is", () => {
  it("its id tells: a copy in front of the renamed original, under its name, is the user's", async () => {
    const opened = open();
    await opened.workbook.writeReport(small);
    const original = opened.excel.book.sheets[2];
    if (!original) throw new Error("no report");
    opened.excel.userRenamesSheet("BC III.1", "Bản chính");
    const names = original.names.map((name) => ({ ...name, id: `${name.id}-copy` }));
    const copy = { ...structuredClone({ ...original, charts: [], names }), id: "{COPY}", name: "BC III.1" };
    opened.excel.book.sheets.splice(2, 0, copy);
    expect(namesOf(opened)).toEqual(["Điểm", "Ghi chú", "BC III.1", "Bản chính [III.1]"]);
    await opened.workbook.readSheets();
    const before = opened.excel.sheetSnapshot("BC III.1");
    await opened.workbook.writeReport(sampleReport({ ...first, name: "Bản chính", rows: 2, charts: ["column"] }));
    expect(namesOf(opened)).toEqual(["Điểm", "Ghi chú", "BC III.1", "Bản chính [III.1]"]);
    expect(opened.excel.sheetSnapshot("BC III.1")).toEqual(before);
  });

  it("a name of the whole workbook does not tell, though Excel lists it with every sheet's", async () => {
    const opened = open();
    const formula = '="2|III.1|Điểm|9|9|w||"';
    opened.excel.book.names.push({ id: "n1", name: "_PARINDEX", formula, visible: true, comment: "" });
    opened.excel.book.names.push({ id: "n2", name: "_PARINDEX_WORKBOOK", formula: '="w"', visible: true, comment: "" });
    expect((await opened.workbook.readSheets()).map(({ mark }) => mark)).toEqual([null, null]);
    const before = opened.excel.sheetSnapshot("Điểm");
    await opened.workbook.writeReport(small);
    expect(opened.excel.sheetSnapshot("Điểm")).toEqual(before);
    expect(namesOf(opened)).toEqual(["Điểm", "Ghi chú", "BC III.1 [III.1]"]);
    expect(opened.excel.book.names[0]?.formula).toBe(formula);
    await opened.workbook.readSheets();
    await opened.workbook.writeReport(small);
    expect(namesOf(opened)).toEqual(["Điểm", "Ghi chú", "BC III.1 [III.1]"]);
  });

  it("a mark from another workbook does not make it ours", async () => {
    const mark = { key: "III.1", name: "BC III.1", rows: 5, columns: 4 };
    const opened = openInExcel({ sheets: [...sheets, { name: "BC III.1", mark, rows: [["năm trước"]] }] });
    const [identity] = opened.excel.book.names;
    if (identity) identity.formula = '="another"';
    const before = opened.excel.sheetSnapshot("BC III.1");
    expect((await opened.workbook.readSheets()).map((grid) => grid.mark)).toEqual([null, null, null]);
    await opened.workbook.writeReport(sampleReport({ ...first, name: "BC III.1 (2)", rows: 3 }));
    expect(opened.excel.sheetSnapshot("BC III.1")).toEqual(before);
    expect(namesOf(opened)).toEqual(["Điểm", "Ghi chú", "BC III.1", "BC III.1 (2) [III.1]"]);
  });

  it("nor does one whose workbook's name was deleted, though the next report has the same fingerprint", async () => {
    const mark = { key: "III.1", name: "BC III.1", rows: 5, columns: 4 };
    const opened = openInExcel({ sheets: [...sheets, { name: "BC III.1", mark, rows: [["cũ"]] }] });
    expect(opened.excel.book.names.splice(0)[0]?.formula).toBe('="seed"');
    const before = opened.excel.sheetSnapshot("BC III.1");
    for (let time = 1; time <= 2; time++) {
      await opened.workbook.writeReport({
        ...sampleReport({ ...first, name: "BC III.1 (2)", rows: 3 }),
        identity: "seed",
      });
      expect(opened.excel.sheetSnapshot("BC III.1")).toEqual(before);
      expect(namesOf(opened)).toEqual(["Điểm", "Ghi chú", "BC III.1", "BC III.1 (2) [III.1]"]);
    }
  });

  it("the name of a sheet that is not finished does not tell either, unless nothing stands on it", async () => {
    const unfinished = [
      { name: "PARINDEX ~1", rows: [["của tôi"]] },
      { name: "PARINDEX ~2" },
      { name: "PARINDEX ~3", shapes: 1 },
    ];
    const opened = openInExcel({ sheets: [...sheets, ...unfinished] });
    await opened.workbook.readSheets();
    await opened.workbook.writeReport(small);
    expect(namesOf(opened).filter((name) => !name.includes("[III.1]"))).toEqual([
      "Điểm",
      "Ghi chú",
      "PARINDEX ~1",
      "PARINDEX ~3 [~PARINDEX ~3]",
    ]);
  });
});
