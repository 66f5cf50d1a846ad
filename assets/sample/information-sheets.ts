import type { NewFile } from "excelize-wasm";
import { setUpPage } from "./page";
import type { SampleData } from "./sample-data";
import { must } from "./must";
import type { StyleName, Styles } from "./styles";

const INFORMATION = "Thông tin";
const AGENCIES = "Danh sách đơn vị";

type Value = string | number | null;

function writeLine(file: NewFile, sheet: string, row: number, values: Value[], looks: number[]): void {
  const at = String(row);
  must(file.SetSheetRow(sheet, `A${at}`, values));
  looks.forEach((style, column) => {
    const cell = `${String.fromCharCode(65 + column)}${at}`;
    must(file.SetCellStyle(sheet, cell, cell, style));
  });
}

function writeNote(file: NewFile, styles: Styles, row: number, text: string, height: number): void {
  const at = String(row);
  must(file.MergeCell(INFORMATION, `A${at}`, `C${at}`));
  writeLine(file, INFORMATION, row, [text], [styles.wrappedNote]);
  must(file.SetRowHeight(INFORMATION, row, height));
}

function settings(data: SampleData): [key: string, value: Value, hint: string][] {
  return [
    ["Tỉnh", data.province, ""],
    ["Cơ quan ban hành", `UBND tỉnh ${data.province}`, "Đứng tên báo cáo"],
    ["Năm đánh giá", data.year, ""],
    ["Cách xếp hạng", "Liền kề", "Liền kề: 1, 1, 2 – Cách hạng: 1, 1, 3"],
    ["Làm tròn", "Gặp 5 làm tròn lên", "hoặc: Làm tròn về số chẵn"],
    ["Không áp dụng", "Quy đổi trên tổng điểm", "hoặc: Quy đổi trong tiêu chí cấp trên"],
    ["Trần chỉ số", "Không", "hoặc một số, ví dụ 100"],
    ["Dấu thập phân", ".", "trong câu chữ của báo cáo: dấu phẩy hoặc dấu chấm"],
  ];
}

/** Choices of a setting as a drop-down list in its cell. */
function addChoices(file: NewFile, cell: string, choices: readonly string[]): void {
  must(
    file.AddDataValidation(INFORMATION, {
      Type: "list",
      AllowBlank: true,
      Sqref: cell,
      Formula1: `"${choices.join(",")}"`,
      Formula2: "",
      Operator: "",
      ShowDropDown: false,
      ShowErrorMessage: true,
      ShowInputMessage: false,
    }),
  );
}

/** Writes the settings, the levels and the groups' heading words. */
export function writeInformation(file: NewFile, styles: Styles, data: SampleData): void {
  const sheet = INFORMATION;
  const table = (row: number, values: Value[], look: StyleName) => {
    writeLine(
      file,
      sheet,
      row,
      values,
      values.map(() => styles[look]),
    );
    must(file.SetRowHeight(sheet, row, 20));
  };
  must(file.SetColWidth(sheet, "A", "A", 26));
  must(file.SetColWidth(sheet, "B", "B", 30));
  must(file.SetColWidth(sheet, "C", "C", 48));

  writeLine(file, sheet, 1, ["THÔNG TIN CHUNG"], [styles.title]);
  must(file.SetRowHeight(sheet, 1, 24));
  writeNote(
    file,
    styles,
    2,
    `Nguồn: Báo cáo Chỉ số cải cách hành chính năm ${String(data.year)} của UBND tỉnh ${data.province} (Bộ tiêu chí theo Quyết định số 1474/QĐ-UBND ngày 05/10/2020). Số công bố: điểm tối đa và điểm của từng lĩnh vực, Chỉ số CCHC năm ${String(data.year - 1)}.`,
    48,
  );
  writeNote(
    file,
    styles,
    3,
    "Phân bổ minh họa: tên, điểm tối đa và điểm của các tiêu chí thành phần do người lập tệp mẫu phân bổ, cộng lại đúng bằng số công bố của từng lĩnh vực. Sáu điểm lĩnh vực được lấy thêm một chữ số thập phân để khớp các số làm tròn trong báo cáo.",
    48,
  );

  let row = 5;
  for (const [key, value, hint] of settings(data)) {
    writeLine(file, sheet, row, [key, value, hint === "" ? null : hint], [styles.key, styles.value, styles.hint]);
    must(file.SetRowHeight(sheet, row, 20));
    row += 1;
  }
  addChoices(file, "B8", ["Liền kề", "Cách hạng"]);
  addChoices(file, "B9", ["Gặp 5 làm tròn lên", "Làm tròn về số chẵn"]);
  addChoices(file, "B10", ["Quy đổi trên tổng điểm", "Quy đổi trong tiêu chí cấp trên"]);

  row += 1;
  table(row, ["Xếp loại", "Từ (%)"], "header");
  for (const level of data.levels) {
    row += 1;
    table(row, [level.name, level.atLeast], "value");
  }

  row += 2;
  table(row, ["Nhóm", "Tên cột đơn vị", "Tên trong tiêu đề"], "header");
  for (const group of data.groups) {
    row += 1;
    table(row, [group.name, group.columnHeading, group.captionName], "value");
  }
  must(file.SetSheetDimension(sheet, `A1:C${String(row)}`));
  setUpPage(file, sheet, "portrait", null, "FF7F7F7F");
  must(file.SetSheetView(sheet, 0, { ShowGridLines: false, TopLeftCell: "A1", View: "normal" }));
}

/** Writes the agencies with their group, other spellings and last year's index. */
export function writeAgencyList(file: NewFile, styles: Styles, data: SampleData): void {
  const sheet = AGENCIES;
  const headerRow = 4;
  must(file.NewSheet(sheet));
  writeLine(file, sheet, 1, [`DANH SÁCH ĐƠN VỊ ĐƯỢC ĐÁNH GIÁ NĂM ${String(data.year)}`], [styles.title]);
  writeLine(
    file,
    sheet,
    2,
    [
      `Cột cuối là Chỉ số CCHC (%) của năm ${String(data.year - 1)}, dùng để so sánh. Nhiều tên gọi khác thì cách nhau bằng dấu chấm phẩy.`,
    ],
    [styles.note],
  );
  const headings = ["STT", "Tên đơn vị", "Nhóm", "Tên gọi khác", `Năm ${String(data.year - 1)}`];
  writeLine(
    file,
    sheet,
    headerRow,
    headings,
    headings.map(() => styles.header),
  );
  must(file.SetRowHeight(sheet, headerRow, 24));
  const looks = [styles.centered, styles.value, styles.value, styles.value, styles.lastYear];
  let row = headerRow;
  for (const group of data.groups) {
    for (const agency of group.agencies) {
      row += 1;
      const aliases = agency.aliases?.join("; ") ?? null;
      writeLine(file, sheet, row, [row - headerRow, agency.name, group.name, aliases, agency.lastYear], looks);
      must(file.SetRowHeight(sheet, row, (aliases?.length ?? 0) > 50 ? 33 : 18));
    }
  }
  must(file.SetColWidth(sheet, "A", "A", 6));
  must(file.SetColWidth(sheet, "B", "B", 40));
  must(file.SetColWidth(sheet, "C", "C", 22));
  must(file.SetColWidth(sheet, "D", "D", 46));
  must(file.SetColWidth(sheet, "E", "E", 11));
  const corner = `A${String(headerRow + 1)}`;
  must(
    file.SetPanes(sheet, {
      Freeze: true,
      XSplit: 0,
      YSplit: headerRow,
      TopLeftCell: corner,
      ActivePane: "bottomLeft",
      Selection: [{ SQRef: corner, ActiveCell: corner, Pane: "bottomLeft" }],
    }),
  );
  must(file.SetSheetDimension(sheet, `A1:E${String(row)}`));
  setUpPage(file, sheet, "landscape", headerRow, "FF7F7F7F");
}
