import type { FindingCode } from "../data/finding";

/** What each finding means and what to do, for the documentation and for help in the interface. */
export const findingExplanations: Readonly<Record<FindingCode, { readonly vi: string; readonly en: string }>> = {
  "score-above-maximum": {
    vi: "Điểm lớn hơn điểm tối đa của tiêu chí (điểm thưởng, điểm trừ: lớn hơn mức của nó). Sửa điểm hoặc điểm tối đa.",
    en: "The score is above the criterion's maximum. Correct the score or the maximum.",
  },
  "score-negative": {
    vi: "Điểm âm ở tiêu chí không phải điểm trừ. Sửa điểm, hoặc ghi Điểm trừ ở cột Hình thức đánh giá.",
    en: "A negative score on a criterion that is no penalty.",
  },
  "score-missing": {
    vi: "Ô điểm để trống. Nhập điểm, hoặc ghi Không áp dụng.",
    en: "The score cell is blank. Enter a score, or say Không áp dụng (not applicable).",
  },
  "score-not-a-number": {
    vi: "Ô điểm có nội dung không đọc được thành số (chữ, phần trăm…). Nhập lại điểm bằng số.",
    en: "The score cell holds something that is no number (words, a percentage).",
  },
  "score-became-date": {
    vi: "Excel đã đổi điểm vừa gõ (ví dụ 1.5) thành ngày tháng. Nhập lại điểm; khi chỉ có một cách hiểu hợp lệ, phần mềm đề nghị sẵn giá trị.",
    en: "Excel turned a typed score (1.5) into a date. Enter it again; where just one reading is possible it is suggested.",
  },
  "cell-error": {
    vi: "Ô điểm báo lỗi công thức (#DIV/0!, #REF!…). Sửa công thức hoặc nhập điểm.",
    en: "The score cell shows a formula error.",
  },
  "formula-not-calculated": {
    vi: "Công thức trong ô điểm chưa có kết quả. Mở tệp bằng Excel, để Excel tính lại rồi lưu.",
    en: "The formula in the score cell has no result. Let Excel calculate the workbook and save it.",
  },
  "code-duplicate": {
    vi: "Hai tiêu chí có cùng mã. Sửa một trong hai mã.",
    en: "Two criteria have the same code.",
  },
  "maximum-missing": {
    vi: "Tiêu chí không có điểm tối đa. Nhập điểm tối đa.",
    en: "A criterion has no maximum score.",
  },
  "agency-duplicate": {
    vi: "Một đơn vị đứng hai lần trong cùng một nhóm. Bỏ bớt một cột.",
    en: "An agency stands twice in one group.",
  },
  "nothing-to-score": {
    vi: "Không có bảng chấm điểm nào để tính, hoặc mới chỉ có điểm tự đánh giá.",
    en: "There is no table to compute from, or one with self scores alone.",
  },
  "score-is-text": {
    vi: "Điểm gõ dưới dạng chữ (“13,5”, “13,5 điểm”): vẫn được đọc thành số đó. Nên đổi thành số.",
    en: "A score typed as text; it is read as that number.",
  },
  "maximum-is-text": {
    vi: "Điểm tối đa gõ dưới dạng chữ: vẫn được đọc thành số đó. Nên đổi thành số.",
    en: "A maximum typed as text; it is read as that number.",
  },
  "code-lost-zero": {
    vi: "Mã tiêu chí bị Excel đổi (1.10 thành 1.1, hoặc thành ngày) hoặc bị thiếu: được đọc theo thứ tự. Nên gõ lại mã dạng chữ.",
    en: "A code that Excel changed (1.10 to 1.1, or to a date) or that is missing; it is read from its place in the sequence.",
  },
  "maximum-sum-mismatch": {
    vi: "Điểm tối đa ghi ở tiêu chí cấp trên (hoặc hàng tổng) khác tổng của các tiêu chí bên dưới. Phần mềm dùng tổng các tiêu chí bên dưới.",
    en: "A typed parent maximum differs from the sum of its children's, which is used.",
  },
  "total-not-100": {
    vi: "Tổng điểm tối đa của Bộ tiêu chí không bằng 100. Kiểm tra lại nếu không cố ý.",
    en: "The criteria set's maxima do not add up to 100.",
  },
  "parent-score-mismatch": {
    vi: "Điểm ghi ở tiêu chí cấp trên (hoặc hàng tổng) khác tổng điểm bên dưới. Phần mềm dùng tổng điểm bên dưới.",
    en: "A typed parent score differs from the sum below, which is used.",
  },
  "agency-unknown": {
    vi: "Đơn vị có trong bảng chấm điểm mà không có trong danh sách đơn vị, hoặc ngược lại.",
    en: "An agency of a table is not in the agency list, or the other way round.",
  },
  "group-mismatch": {
    vi: "Nhãn “Nhóm” trên bảng chấm điểm khác nhóm trong danh sách đơn vị. Phần mềm theo nhãn.",
    en: "The label “Nhóm” above a table contradicts the agency list; the label wins.",
  },
  "setting-unknown": {
    vi: "Khóa hoặc giá trị ở trang Thông tin (hoặc cột Hình thức đánh giá) không được hiểu, nên dùng giá trị mặc định.",
    en: "A key or value of the settings is not understood; the default is used.",
  },
  "column-skipped": {
    vi: "Cột có tiêu đề không phải là đơn vị trong danh sách và phần lớn các ô không phải là số, nên không được coi là cột điểm.",
    en: "A column under a header that the agency list does not name holds mostly words, and was not taken for an agency's scores.",
  },
  "agency-name-variant": {
    vi: "Tên đơn vị viết khác với danh sách nhưng được hiểu là một.",
    en: "An agency's name is spelt differently from the list and was matched.",
  },
  "sheet-skipped": {
    vi: "Trang tính không phải bảng chấm điểm, danh sách hay thông tin nên được bỏ qua.",
    en: "The sheet is none that the program reads, and was left alone.",
  },
};
