import { formatMark, noIds, parseMark, type SheetMark, unfinishedMark } from "../../src/data/own-sheet-mark";
import { ownMarks, type SeenMark } from "../../src/hosts/own-sheets";

const mark: SheetMark = { key: "III.1", name: "BC III.1", rows: 60, columns: 8, workbook: "w", ids: noIds };

const seen = (name: string, rest: Partial<SeenMark> = {}): SeenMark => ({
  name,
  mark,
  id: "1",
  isEmpty: () => false,
  firstFormula: () => "",
  firstText: () => "",
  ...rest,
});

/** Names of the sheets that are the program's. */
function own(sheets: readonly SeenMark[], identity: string | null = "w", host: "file" | null = "file"): string[] {
  return ownMarks(sheets, identity, host).flatMap((found, index) => (found ? [sheets[index]?.name ?? ""] : []));
}

const withId = (id: string): SheetMark => ({ ...mark, ids: { file: id, excel: "" } });

describe("the formula of a mark", () => {
  it("gives the mark back, whatever stands in it", () => {
    expect(formatMark({ ...mark, ids: { file: "9", excel: "{A}" } })).toBe('"2|III.1|BC III.1|60|8|w|9|{A}"');
    const odd = { ...mark, name: "A|B%7C \"c\" 'd'", workbook: "|%", ids: { file: "", excel: "x|y" } };
    expect(parseMark(formatMark(odd))).toEqual(odd);
    expect(parseMark(`=${formatMark(odd)}`)).toEqual(odd);
  });

  it("of the first version names no workbook", () => {
    expect(parseMark('"1|III.1|BC III.1|60|8"')).toEqual({ ...mark, workbook: null });
  });

  it.each(["", "A1", '"3|a|b|1|1|w||"', '"2|a|b|1|1|||"', '"1|a|b|1"', '"1|a|b|x|1"', '"1|a|b||1"', '"1||b|1|1"'])(
    "is not seen in %s",
    (formula) => {
      expect(parseMark(formula)).toBeNull();
    },
  );
});

describe("a marked sheet is the program's", () => {
  it("in the workbook that the mark names alone", () => {
    expect(own([seen("BC III.1")])).toEqual(["BC III.1"]);
    expect(own([seen("BC III.1")], "another")).toEqual([]);
    expect(own([seen("BC III.1")], null)).toEqual([]);
  });

  it("under the name given, or with its id under another", () => {
    expect(own([seen("bc iii.1")])).toEqual(["bc iii.1"]);
    expect(own([seen("Của tôi", { mark: withId("7"), id: "7" })])).toEqual(["Của tôi"]);
    expect(own([seen("Của tôi", { mark: withId("7"), id: "8" })])).toEqual([]);
    expect(own([seen("Của tôi", { mark: withId(""), id: "" })])).toEqual([]);
  });

  it("where its id fits, of several with one key: the others are copies, even one in front with the name given", () => {
    const copy = seen("BC III.1", { mark: withId("7"), id: "8" });
    const renamed = seen("Bản chính", { mark: withId("7"), id: "7" });
    expect(own([copy, renamed])).toEqual(["Bản chính"]);
    expect(
      own([seen("BC III.1 (2)", { mark: withId("7"), id: "8" }), seen("BC III.1", { mark: withId("7"), id: "7" })]),
    ).toEqual(["BC III.1"]);
  });

  it("by its name alone where another program has numbered the sheets anew", () => {
    const copy = seen("BC III.1_2", { mark: withId("7"), id: "7" });
    const original = seen("BC III.1", { mark: withId("7"), id: "8" });
    expect(own([copy, original], "w", null)).toEqual(["BC III.1"]);
  });

  it("while it is being written, under the name that it has until then", () => {
    const unfinished = unfinishedMark(mark);
    expect(own([seen("PARINDEX ~3", { mark: unfinished })])).toEqual(["PARINDEX ~3"]);
    expect(own([seen("BC III.1", { mark: unfinished })])).toEqual(["BC III.1"]);
    expect(own([seen("Khác", { mark: unfinished })])).toEqual([]);
    expect(own([seen("PARINDEX ~3", { mark })])).toEqual([]);
  });

  it("and so is one with such a name and no mark, where nothing stands on it", () => {
    expect(own([seen("PARINDEX ~1", { mark: null, isEmpty: () => true })])).toEqual(["PARINDEX ~1"]);
    expect(own([seen("PARINDEX ~1", { mark: null })])).toEqual([]);
    expect(own([seen("Trang 1", { mark: null, isEmpty: () => true })])).toEqual([]);
  });
});

describe("a mark of the first version", () => {
  const old = (key: string, name: string, rest: Partial<SeenMark> = {}): SeenMark =>
    seen(name, { mark: { ...mark, workbook: null, key, name }, ...rest });
  const calculation = old("calculation", "BC Tính toán", { firstFormula: () => 'IF((D9<>5)=0,"","Điểm đã thay đổi")' });
  const leads = (name: string) => ({ firstFormula: () => `'${name}'!$A$1&""` });

  it("counts where A1 leads to this workbook's own BC Tính toán", () => {
    const sheets = [
      old("III.1", "BC III.1", leads("BC Tính toán")),
      old("IV.1", "BC IV.1", leads("[cũ.xlsx]BC Tính toán")),
      old("IV.2", "BC IV.2"),
      calculation,
      old("findings", "Kiểm tra số liệu", { firstText: () => "Trang này do phần mềm Chỉ số CCHC lập và ghi lại" }),
    ];
    expect(own(sheets, null)).toEqual(["BC III.1", "BC Tính toán", "Kiểm tra số liệu"]);
    expect(own(sheets.slice(0, 3), null)).toEqual([]);
  });

  it("says nothing where it was planted on the user's sheets", () => {
    const planted = old("calculation", "BC Tính toán", { firstFormula: () => "" });
    expect(own([old("III.1", "BC III.1", leads("BC Tính toán")), planted], null)).toEqual([]);
    expect(own([old("findings", "Điểm", { firstText: () => "STT" }), calculation], null)).toEqual(["BC Tính toán"]);
  });

  it("of a sheet that was renamed or copied does not count", () => {
    const copy = { ...old("III.1", "BC III.1", leads("BC Tính toán")), name: "BC III.1 (2)" };
    expect(own([copy, calculation], null)).toEqual(["BC Tính toán"]);
  });
});
