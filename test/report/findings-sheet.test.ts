import { findingsPage } from "../../src/report/findings-sheet";
import { saidFindings } from "../../src/strings/finding-sentence";
import { findingTextsVi } from "../../src/strings/findings.vi";
import { reportTexts } from "../../src/strings/report.vi";
import type { ChangeRecord } from "../../src/workbook/change-record";
import { readWorkbook } from "../../src/workbook/read-workbook";
import { smallTable } from "../workbook/grids";
import { contextOf, readable } from "./context";

const read = readWorkbook([smallTable({ "Sở A": [null, 35, 39], "Sở B": [20, 30, 35] })]);
const findings = saidFindings(read.findings, findingTextsVi, ",");
const record: readonly ChangeRecord[] = [{ time: "t", sheet: "Điểm", cell: "D3", before: "18,5", after: "18.5" }];

test("what the checks found stands with a link to each cell, and above it what to do", () => {
  const page = findingsPage("Kiểm tra", { findings, record: [], results: null, staleLine: null }, reportTexts);
  expect(page.role).toBe("errors");
  expect(readable(page.blocks)).toMatchInlineSnapshot(`
    "
    warning: Còn lỗi nên chưa lập báo cáo chính thức: sửa các ô báo lỗi rồi bấm Tính chỉ số, hoặc bấm Tính tạm.
    note: Trang này do phần mềm Chỉ số CCHC lập và ghi lại ở mỗi lần tính; ghi chú riêng xin để ngoài vùng bảng và biểu đồ.
    CHAPTER KIỂM TRA SỐ LIỆU
    paragraph: 1 lỗi, 0 cảnh báo, 0 thông tin.
    table findings
      order TT | severity Mức độ | sheet Trang tính | cell Ô | agency Đơn vị | code Tiêu chí | message Nội dung | suggestion Giá trị đề nghị
      body: 1 | Lỗi | Bảng điểm | D3 -> Bảng điểm!D3 | Sở A | 1.1 | Sở A chưa có điểm ở tiêu chí 1.1: nhập điểm, hoặc ghi Không áp dụng. | 
    "
  `);
});

test("accepted changes stand below, also where nothing was found", () => {
  const { results, texts } = contextOf();
  const page = findingsPage("Kiểm tra", { findings: [], record, results, staleLine: "A1" }, texts);
  expect(page.role).toBe("remarks");
  expect(readable(page.blocks)).toMatchInlineSnapshot(`
    "
    note: Trang này do phần mềm Chỉ số CCHC lập và ghi lại ở mỗi lần tính; ghi chú riêng xin để ngoài vùng bảng và biểu đồ.
    CHAPTER KIỂM TRA SỐ LIỆU
    paragraph: 0 lỗi, 0 cảnh báo, 0 thông tin.
    table findings
      order TT | severity Mức độ | sheet Trang tính | cell Ô | agency Đơn vị | code Tiêu chí | message Nội dung | suggestion Giá trị đề nghị
      Không phát hiện vấn đề nào.
    note: Người dùng đã đồng ý sửa các ô dưới đây trong ngăn tác vụ; bảng này được giữ qua các lần tính.
    SECTION Các giá trị đã sửa
    table changes
      order TT | time Thời gian | sheet Trang tính | cell Ô | oldValue Giá trị cũ | newValue Giá trị mới
      body: 1 | t | Điểm | D3 | 18,5 | 18.5
    "
  `);
});
