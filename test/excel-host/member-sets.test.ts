import { officeSource, readApiSets } from "./api-sets";
import { chartCollection } from "./chart-objects";
import { createExcelHost } from "./excel-host";
import { handle, isHandle, knownTypes, type Excel as ExcelWorld, type Handle } from "./members";
import { rangeAreasHandle, rangeHandle } from "./range-objects";
import { workbookHandle } from "./workbook-objects";
import { worksheetHandle } from "./worksheet-objects";

/** Only Microsoft's own client has these, under other names. */
const undocumented = ["Workbook._Runtime", "AddinInternalService"];

const cells = { row: 0, column: 0, rows: 2, columns: 2 };

test("every member here came with the set that the documentation names, and there is no other", async () => {
  const host = createExcelHost({
    sheets: [
      {
        name: "A",
        rows: [
          ["x", "y"],
          ["z", 1],
        ],
        shapes: 1,
        tables: 1,
      },
    ],
  });
  const [sheet] = host.book.sheets;
  if (!sheet) throw new Error("no sheet");
  let ids = 0;
  const excel = {
    book: host.book,
    chartsAmongShapes: false,
    newId: () => String(++ids),
    worksheet: worksheetHandle,
  } as unknown as ExcelWorld;
  const range = rangeHandle(sheet, cells);
  const call = async (object: Handle | null | undefined, name: string, ...args: (string | Handle)[]): Promise<void> => {
    const member = object?.member(name);
    if (member?.kind !== "method" || !isHandle(await member.run(args, excel))) throw new Error(name);
  };
  const names = worksheetHandle(sheet).member("names");
  const breaks = worksheetHandle(sheet).member("horizontalPageBreaks");
  await call(handle(chartCollection, { sheet }), "add", "ColumnClustered", range, "Columns");
  await call(names?.kind === "object" ? names.open(excel) : null, "add", "_X", '="1"');
  await call(breaks?.kind === "object" ? breaks.open(excel) : null, "add", "A2");

  for (const object of [workbookHandle(host.book), range, rangeAreasHandle(sheet, [cells])]) {
    openEverything(object, excel, new Set());
  }

  const documented = readApiSets(officeSource());
  const differing: string[] = [];
  for (const [type, members] of knownTypes) {
    for (const [member, { api }] of members) {
      if (api === "internal" || undocumented.includes(`${type}.${member}`) || undocumented.includes(type)) continue;
      const set = documented.get(`${type}.${member}`);
      if (set !== api) differing.push(`${type}.${member}: here ${api}, documented ${String(set)}`);
    }
  }
  expect([...knownTypes.keys()]).toEqual(
    expect.arrayContaining([
      ...["Range", "RangeAreas", "RangeCollection", "RangeFormat", "RangeBorder", "FormatProtection", "NamedItem"],
      ...["Chart", "ChartAxis", "ChartSeries", "ChartDataLabels", "ChartPlotArea", "ChartFont", "ChartBorder"],
      ...["PageLayout", "PageBreak", "HeaderFooter", "WorksheetFreezePanes", "Shape", "Table", "Application"],
    ]),
  );
  expect(differing).toEqual([]);
});

/** Types make themselves known when an object of theirs is opened. */
function openEverything(object: Handle, excel: ExcelWorld, seen: Set<string>): void {
  if (seen.has(object.typeName)) return;
  seen.add(object.typeName);
  const parts = object.names().map((name) => {
    const member = object.member(name);
    return member?.kind === "object" ? member.open(excel) : null;
  });
  for (const part of [...parts, ...object.items(excel)]) if (part) openEverything(part, excel, seen);
}
