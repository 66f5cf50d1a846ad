import { createExcelHost, type ExcelHost, type ExcelHostOptions } from "./excel-host";
import { loadClient } from "./node-client";

const sheets = [
  {
    name: "Dữ liệu",
    rows: [
      ["Cơ quan", "Điểm"],
      ["Sở Nội vụ", 60],
    ],
  },
  { name: "Ghi chú", rows: [["Sửa"]] },
];

function open(options: Partial<ExcelHostOptions> = {}): {
  host: ExcelHost;
  run: (batch: (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown) => Promise<void>;
} {
  const host = createExcelHost({ sheets, ...options });
  const client = loadClient(host);
  return {
    host,
    run: (batch) =>
      client.Excel.run(async (context) => {
        await batch(context.workbook.worksheets.getItem("Dữ liệu"), context);
        await context.sync();
      }),
  };
}

function valuesOf(host: ExcelHost): (string | number | boolean | undefined)[] {
  return Object.values(host.sheetSnapshot("Dữ liệu").cells).map(({ value }) => value);
}

test("an unknown member fails with its name and stays on record", async () => {
  const { host, run } = open();
  await expect(run((sheet) => sheet.autoFilter.remove())).rejects.toThrow("Worksheet.AutoFilter");
  await expect(run((sheet) => sheet.getRange("A1").load("style"))).rejects.toThrow("Range.style");
  expect(host.unsupported).toHaveLength(2);
});

test.each([
  ["1.5", { value: 1.5, type: "number" }],
  ["8,5", { value: "8,5", type: "text" }],
  ["1,234", { value: 1234, type: "number", look: { numberFormat: "#,##0" } }],
  ["50%", { value: 0.5, type: "number", look: { numberFormat: "0%" } }],
  ["1.1.2", { value: "1.1.2", type: "text" }],
  ["3/4/2020", { value: 43894, type: "number", look: { numberFormat: "m/d/yyyy" } }],
  ["'1.5", { value: "1.5", type: "text", quoted: true }],
  ["'=1+1", { value: "=1+1", type: "text", quoted: true }],
  ["=SUM(B2)", { type: "number", formula: "SUM(B2)" }],
  ['=_xlfn.NUMBERVALUE(B2,",")', { type: "number", formula: 'NUMBERVALUE(B2,",")' }],
  ["-B2", { type: "number", formula: "-B2" }],
  ["TRUE", { value: true, type: "boolean" }],
  ["#N/A", { value: "#N/A", type: "error" }],
  ["II", { value: "II", type: "text" }],
])("the text %j becomes what Excel makes of it", async (text, cell) => {
  const { host, run } = open();
  await run((sheet) => (sheet.getRange("D1").values = [[text]]));
  expect(host.sheetSnapshot("Dữ liệu").cells["D1"]).toEqual(cell);
});

test("a cell of texts makes texts of whatever comes, and nothing becomes of null", async () => {
  const { host, run } = open();
  await run((sheet) => {
    sheet.getRange("A2:C2").numberFormat = [["@", "@", "@"]];
    sheet.getRange("A2:C2").values = [[null, 1.5, "=1"]];
  });
  expect(host.sheetSnapshot("Dữ liệu").cells).toMatchObject({
    A2: { value: "Sở Nội vụ" },
    B2: { type: "text", value: "1.5" },
    C2: { type: "text", value: "=1" },
  });
});

test.each(["- Sở Nội vụ", "=SUM(1;2)", "=SUM(1", "='Không có'!A1", "+ Sở Nội vụ"])(
  "%j is refused, and nothing of the range is written",
  async (text) => {
    const { host, run } = open();
    const before = host.snapshot();
    await expect(run((sheet) => (sheet.getRange("A1:A2").values = [["mới"], [text]]))).rejects.toMatchObject({
      code: "InvalidArgument",
    });
    expect(host.snapshot()).toEqual(before);
  },
);

test("an array of another shape is refused", async () => {
  const { run } = open();
  await expect(run((sheet) => (sheet.getRange("A1:B2").values = [[1, 2]]))).rejects.toMatchObject({
    code: "InvalidArgument",
  });
});

test.each(["", "a".repeat(32), "a/b", "'a", "History", "a[1]"])("the sheet name %j is refused", async (name) => {
  const { run } = open();
  await expect(run((sheet) => (sheet.name = name))).rejects.toMatchObject({ code: "InvalidArgument" });
});

test("a name that is taken is refused whatever its case", async () => {
  const { run } = open();
  await expect(run((_, { workbook }) => workbook.worksheets.add("GHI CHÚ"))).rejects.toMatchObject({
    code: "ItemAlreadyExists",
  });
});

test("formulas follow a sheet that is renamed, and break with one that is deleted", async () => {
  const { host, run } = open();
  await run((_, { workbook }) => {
    workbook.worksheets.getItem("Ghi chú").getRange("B1:B2").formulas = [["='Dữ liệu'!B2"], ["=\"'Dữ liệu'!\""]];
  });
  await run((sheet) => (sheet.name = "Mới"));
  expect(host.sheetSnapshot("Ghi chú").cells["B1"]?.formula).toBe("Mới!B2");
  expect(host.sheetSnapshot("Ghi chú").cells["B2"]?.formula).toBe("\"'Dữ liệu'!\"");
  host.userDeletesSheet("Mới");
  expect(host.sheetSnapshot("Ghi chú").cells["B1"]?.formula).toBe("#REF!B2");
  expect(() => {
    host.userDeletesSheet("Ghi chú");
  }).toThrow("visible sheet");
});

test("protection refuses writing, not reading; unlocked cells may be written", async () => {
  const { run } = open({ sheets: [{ ...sheets[0], name: "Dữ liệu", protected: true, unlocked: ["B2"] }] });
  await run((sheet) => sheet.getRange("A1").load("values"));
  await run((sheet) => (sheet.getRange("B2").values = [[1]]));
  const denied = { code: "AccessDenied" };
  await expect(run((sheet) => (sheet.getRange("A2:B2").values = [[1, 1]]))).rejects.toMatchObject(denied);
  await expect(run((sheet) => (sheet.getRange("B2").format.font.bold = true))).rejects.toMatchObject(denied);
  await expect(run((sheet) => sheet.charts.add("BarClustered", sheet.getRange("A1:B2")))).rejects.toMatchObject(denied);
});

test("a protected structure refuses sheets to be added, removed, renamed and moved; a read-only workbook everything", async () => {
  const { host, run } = open({ protectedStructure: true });
  const denied = { code: "AccessDenied" };
  await expect(run((_, { workbook }) => workbook.worksheets.add("Mới"))).rejects.toMatchObject(denied);
  for (const change of [
    (sheet: Excel.Worksheet) => {
      sheet.delete();
    },
    (sheet: Excel.Worksheet) => (sheet.name = "Khác"),
    (sheet: Excel.Worksheet) => (sheet.position = 1),
  ]) {
    await expect(run(change)).rejects.toMatchObject(denied);
  }
  await run((sheet) => (sheet.getRange("A1").values = [["được"]]));
  host.setReadOnly(true);
  await expect(run((sheet) => (sheet.getRange("A1").values = [["không"]]))).rejects.toMatchObject(denied);
});

test("while a cell is edited nothing goes", async () => {
  const { host, run } = open({ editMode: true });
  await expect(run((sheet) => sheet.load("name"))).rejects.toMatchObject({ code: "InvalidOperationInCellEditMode" });
  host.setEditMode(false);
  await run((sheet) => sheet.load("name"));
});

test("a member of a later set is not there, for the client and for the host", async () => {
  const { host, run } = open({ apiSet: "1.9" });
  await expect(run((sheet) => sheet.getRange("A1").load("width"))).rejects.toMatchObject({ code: "ApiNotFound" });
  await expect(run((sheet) => sheet.getRange("A1").getMergedAreasOrNullObject())).rejects.toMatchObject({
    code: "ApiNotFound",
  });
  const { Office } = loadClient(host);
  const { requirements } = Office.context;
  expect([requirements.isSetSupported("ExcelApi", "1.9"), requirements.isSetSupported("ExcelApi", "1.10")]).toEqual([
    true,
    false,
  ]);
});

test("too large a request does nothing; too large a response comes back as an error or as null", async () => {
  const long = "x".repeat(2000);
  const { host, run } = open({ payloadLimit: 1500 });
  const before = host.snapshot();
  await expect(run((sheet) => (sheet.getRange("A1").values = [[long]]))).rejects.toMatchObject({
    code: "RequestPayloadSizeLimitExceeded",
  });
  expect(host.snapshot()).toEqual(before);

  const large = { payloadLimit: 1500, sheets: [{ name: "Dữ liệu", rows: [[long]] }] };
  await expect(open(large).run((sheet) => sheet.getRange("A1").load("values"))).rejects.toMatchObject({
    code: "ResponsePayloadSizeLimitExceeded",
  });
  await open({ ...large, largeReads: "null" }).run(async (sheet, context) => {
    const range = sheet.getRange("A1").load("values");
    await context.sync();
    expect(range.values).toBeNull();
  });
});

test("what came before a failing action stays; the k-th action fails once", async () => {
  const { host, run } = open();
  const write = (sheet: Excel.Worksheet): void => {
    sheet.getRange("A1").values = [["một"]];
    sheet.getRange("A2").values = [["hai"]];
  };
  await run(write);
  const all = host.log.reduce((sum, { actions }) => sum + actions, 0);
  expect(host.actionCount()).toBe(all);

  const outcomes = new Set<string>();
  for (let k = 1; k <= (host.log[0]?.actions ?? 0); k++) {
    const again = open();
    again.host.failAction(k, { code: "GeneralException" });
    await expect(again.run(write)).rejects.toMatchObject({ code: "GeneralException" });
    outcomes.add(valuesOf(again.host).join());
    await again.run(write);
    expect(valuesOf(again.host)).toEqual(["một", "Điểm", "hai", 60]);
  }
  expect([...outcomes]).toEqual(["Cơ quan,Điểm,Sở Nội vụ,60", "một,Điểm,Sở Nội vụ,60"]);
});

test("the k-th request fails before or after it is done", async () => {
  const { host, run } = open();
  host.failRequest(1);
  await expect(run((sheet) => (sheet.getRange("A1").values = [["một"]]))).rejects.toMatchObject({
    code: "GeneralException",
  });
  expect(valuesOf(host)[0]).toBe("Cơ quan");
  host.failRequest(1, { code: "ConnectionFailure", afterwards: true });
  await expect(run((sheet) => (sheet.getRange("A1").values = [["hai"]]))).rejects.toMatchObject({
    code: "ConnectionFailure",
  });
  expect(valuesOf(host)[0]).toBe("hai");
});

test("the log has each request with its sizes, its members and its error", async () => {
  const { host, run } = open();
  await run((sheet) => (sheet.getRange("A1").values = [["một"]]));
  await run((sheet) => sheet.getRange("Z").load("values")).catch(() => undefined);
  const [first, ...others] = host.log;
  expect(first).toMatchObject({ changed: true, error: null });
  expect(first?.members).toEqual(expect.arrayContaining(["Worksheet.getRange", "Range.values"]));
  expect((first?.bytes ?? 0) > 300 && (first?.responseBytes ?? 0) > 50).toBe(true);
  expect(others.map(({ error, changed }) => [error, changed])).toContainEqual(["InvalidArgument", false]);
});

test("merging keeps the upper left cell, takes no value elsewhere and cannot cut a merge in two", async () => {
  const { host, run } = open();
  await run((sheet) => {
    sheet.getRange("A1:B1").merge();
    sheet.getRange("A1:B1").values = [["Trái", "Phải"]];
  });
  expect(valuesOf(host)).toEqual(["Trái", "Sở Nội vụ", 60]);
  for (const cut of [
    (sheet: Excel.Worksheet) => {
      sheet.getRange("B1:C1").merge();
    },
    (sheet: Excel.Worksheet) => {
      sheet.getRange("A1").clear();
    },
  ]) {
    await expect(run(cut)).rejects.toMatchObject({ code: "MergedRangeConflict" });
  }
});

test("a formula without a value is loud where nothing computes, and computed anew when its sheet changes", async () => {
  const { host, run } = open();
  await run((sheet) => (sheet.getRange("C2").formulas = [["=B2*2"]]));
  await expect(run((sheet) => sheet.getRange("C2").load("values"))).rejects.toThrow("no calculator was given");
  expect(host.toSheets()[0]?.rows[1]?.[2]).toMatchObject({ value: null, formula: "B2*2" });

  let calls = 0;
  const computing = open({ calculator: async (cells) => cells.map(() => ({ type: "number", value: ++calls })) });
  const read = async (): Promise<unknown> => {
    let value: unknown;
    await computing.run(async (sheet, context) => {
      const range = sheet.getRange("C2").load("values");
      await context.sync();
      value = range.values[0]?.[0];
    });
    return value;
  };
  await computing.run((sheet) => (sheet.getRange("C2").formulas = [["=B2*2"]]));
  expect([await read(), await read()]).toEqual([1, 1]);
  computing.host.userEdits("Ghi chú", "A1", "khác");
  expect(await read()).toBe(1);
  computing.host.userEdits("Dữ liệu", "B2", 61);
  expect(await read()).toBe(2);
});

test("own edits and the user's are told apart, and events can be switched off", async () => {
  const { host, run } = open({ apiSet: "1.14" });
  const heard: string[] = [];
  await run((_, { workbook: { worksheets } }) => {
    const hear = async (event: { type: string; triggerSource?: string }): Promise<void> => {
      heard.push(`${event.type} ${String(event.triggerSource)}`);
    };
    worksheets.onChanged.add(hear);
    worksheets.onAdded.add(hear);
    worksheets.onDeleted.add(hear);
  });
  await run((sheet, { workbook }) => {
    sheet.getRange("A1").values = [["một"]];
    workbook.worksheets.add("Mới");
  });
  host.userEdits("Dữ liệu", "A1", "hai");
  host.userDeletesSheet("Mới");
  await run((sheet, { runtime }) => {
    runtime.enableEvents = false;
    sheet.getRange("A1").values = [["ba"]];
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(heard).toEqual([
    "WorksheetChanged ThisLocalAddin",
    "WorksheetAdded undefined",
    "WorksheetChanged Unknown",
    "WorksheetDeleted undefined",
  ]);
});

test("values of whole columns are null, addresses outside the sheet are refused", async () => {
  const { run } = open();
  await run(async (sheet, context) => {
    const column = sheet.getRange("A:A").load("values,address,rowCount");
    await context.sync();
    expect([column.values, column.address, column.rowCount]).toEqual([null, "'Dữ liệu'!A:A", 1_048_576]);
  });
  await expect(run((sheet) => sheet.getRangeByIndexes(0, 0, 0, 1).load("values"))).rejects.toMatchObject({
    code: "InvalidArgument",
  });
});
