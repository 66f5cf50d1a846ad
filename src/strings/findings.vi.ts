/**
 * The sentences of the findings: each says what is wrong and what to do, in the words of officials
 * (shared domain.md). Numbers and quotations come in ready for print.
 */

import { type FindingTexts, listOr, type FindingExplanations, type SheetReasonTexts } from "./finding-sentence";

/** The criterion, or the row that adds up, as the subject of a sentence. */
const rowName = (criterion: string | null): string => (criterion === null ? "dòng tổng" : `tiêu chí ${criterion}`);

const agencies = (f: { first: string; others: string }): string =>
  f.others === "0" ? f.first : `${f.first} và ${f.others} đơn vị khác`;

export const findingTextsVi: FindingTexts = {
  scoreAboveMaximum: (f) =>
    `Điểm ${f.score} vượt điểm tối đa ${f.maximum} của tiêu chí ${f.criterion}: sửa lại điểm hoặc điểm tối đa.`,
  scoreNegative: (f) =>
    `Điểm ${f.score} của tiêu chí ${f.criterion} là số âm: nhập điểm từ 0 trở lên, hoặc ghi Điểm trừ ở cột Hình thức đánh giá nếu đây là điểm trừ.`,
  scoreMissing: (f) => `${f.agency} chưa có điểm ở tiêu chí ${f.criterion}: nhập điểm, hoặc ghi Không áp dụng.`,
  scoreMissingColumn: (f) =>
    `${f.agency} chưa có điểm nào, cả ${f.count} ô đều trống: nhập điểm, hoặc bỏ cột này nếu đơn vị không được đánh giá.`,
  scoreMissingRow: (f) =>
    `Tiêu chí ${f.criterion} chưa có điểm của đơn vị nào, cả ${f.count} ô đều trống: nhập điểm, hoặc ghi Không áp dụng.`,
  scoreNotANumber: (f) =>
    `Ô điểm của tiêu chí ${f.criterion} ghi "${f.found}", không phải là số: nhập điểm bằng số, hoặc ghi Không áp dụng.`,
  scoreTooLarge: (f) =>
    `Ô điểm của tiêu chí ${f.criterion} ghi ${f.found}, lớn quá mức của một điểm số: nhập lại điểm.`,
  scoreIsPercent: (f) =>
    `Ô điểm của tiêu chí ${f.criterion} là tỷ lệ phần trăm (${f.found}), không rõ là bao nhiêu điểm: nhập lại số điểm và bỏ định dạng %.`,
  scoreBecameDate: (f) =>
    f.repair === null
      ? `Điểm của tiêu chí ${f.criterion} đã bị Excel đổi thành ngày giờ (${f.date}): đặt lại định dạng ô là số rồi nhập lại điểm.`
      : `Điểm của tiêu chí ${f.criterion} đã bị Excel đổi thành ngày giờ (${f.date}): đặt lại định dạng ô là số rồi nhập lại điểm ${f.repair}.`,
  scoreIsText: (f) =>
    `Điểm của tiêu chí ${f.criterion} nhập dưới dạng chữ "${f.found}", đã hiểu là ${f.read}: đổi thành số.`,
  cellError: (f) => `Ô điểm của tiêu chí ${f.criterion} báo lỗi ${f.found}: sửa công thức hoặc nhập điểm.`,
  formulaNotCalculated: (f) =>
    `Công thức =${f.formula} ở tiêu chí ${f.criterion} chưa được tính: mở tệp trong Excel, tính lại (F9) và lưu, hoặc nhập điểm.`,

  codeDuplicate: (f) => `Mã tiêu chí ${f.code} ở ô ${f.cell} trùng với ô ${f.first}: sửa lại một trong hai mã.`,
  codeLostZero: (f) =>
    `Mã tiêu chí ${f.read} bị lưu thành số ${f.found} (mất số 0 ở cuối): đặt định dạng ô là Text và nhập lại ${f.read}.`,
  codeBecameDate: (f) =>
    `Mã tiêu chí đã bị Excel đổi thành ngày ${f.date}, theo thứ tự đã hiểu là ${f.read}: đặt định dạng ô là Text và nhập lại ${f.read}.`,
  codeMissing: (f) => `Dòng "${f.name}" không có mã tiêu chí, theo thứ tự đã hiểu là ${f.read}: nhập mã vào ô này.`,
  codeUnreadable: (f) => `Mã tiêu chí "${f.found}" không đọc được, theo thứ tự đã hiểu là ${f.read}: sửa lại mã.`,
  areaMissing: (f) =>
    `Tiêu chí ${f.criterion} không có dòng lĩnh vực ${f.code} ở trên: thêm dòng lĩnh vực ${f.code}, hoặc sửa lại mã tiêu chí.`,

  maximumMissing: (f) => `Tiêu chí ${f.criterion} chưa có điểm tối đa: nhập điểm tối đa.`,
  maximumUnreadable: (f) =>
    `Ô điểm tối đa của tiêu chí ${f.criterion} ghi "${f.found}", không dùng được: nhập điểm tối đa bằng số.`,
  maximumNegative: (f) =>
    `Điểm tối đa ${f.found} của tiêu chí ${f.criterion} là số âm: nhập số dương, hoặc ghi Điểm trừ ở cột Hình thức đánh giá nếu đây là điểm trừ.`,
  maximumIsText: (f) =>
    `Điểm tối đa của ${rowName(f.criterion)} nhập dưới dạng chữ "${f.found}", đã hiểu là ${f.read}: đổi thành số.`,
  maximumSumMismatch: (f) =>
    `Điểm tối đa của ${rowName(f.criterion)} ghi ${f.typed} nhưng các tiêu chí bên dưới cộng lại là ${f.sum}: phần mềm tính theo ${f.sum}, kiểm tra lại điểm tối đa.`,
  totalMaximumMismatch: (f) =>
    `Điểm tối đa ở dòng tổng ghi ${f.typed} nhưng các tiêu chí cộng lại là ${f.sum}: phần mềm tính theo ${f.sum}, kiểm tra lại điểm tối đa.`,
  totalNot100: (f) =>
    `Tổng điểm tối đa của bộ tiêu chí là ${f.total}, không phải 100: kiểm tra lại điểm tối đa của các tiêu chí.`,

  parentScoreMismatch: (f) =>
    `Điểm của tiêu chí ${f.criterion} ghi ${f.typed} nhưng các tiêu chí bên dưới cộng lại là ${f.sum}: phần mềm tính theo ${f.sum}, kiểm tra lại điểm.`,
  totalScoreMismatch: (f) =>
    `Điểm ở dòng tổng ghi ${f.typed} nhưng các tiêu chí cộng lại là ${f.sum}: phần mềm tính theo ${f.sum}, kiểm tra lại điểm.`,
  notApplicableWithScores: (f) =>
    `Tiêu chí ${f.criterion} ghi không áp dụng nhưng tiêu chí ${f.below} bên dưới vẫn có điểm: phần mềm bỏ điểm bên dưới, kiểm tra lại ô nào đúng.`,

  agencyDuplicate: (f) =>
    `${f.agency} có hai lần trong nhóm ${f.group} (xem thêm ${f.first}): bỏ một cột hoặc sửa lại tên đơn vị.`,
  agencyListedTwice: (f) =>
    `${f.agency} có hai lần trong danh sách đơn vị (xem thêm ô ${f.first}): bỏ một dòng hoặc sửa lại tên đơn vị.`,
  agencyUnknown: (f) =>
    `${f.agency} không có trong danh sách đơn vị (trang ${f.list}): sửa lại tên, hoặc thêm vào danh sách hay cột Tên gọi khác.`,
  agencyWithoutScores: (f) =>
    `${f.agency} có trong danh sách đơn vị nhưng không có trong bảng chấm điểm nào: thêm cột điểm, hoặc bỏ khỏi danh sách.`,
  groupWithoutScores: (f) =>
    `Không có bảng chấm điểm nào cho ${f.count} đơn vị của nhóm ${f.group} trong danh sách: thêm bảng chấm điểm của nhóm này, hoặc bỏ khỏi danh sách.`,
  agencyNameVariant: (f) =>
    `Tên "${f.agency}" được hiểu là "${f.listed}" trong danh sách đơn vị: nếu không đúng, sửa lại tên.`,
  agencyNameLooksAlike: (f) =>
    `Tên "${f.agency}" trông giống trong danh sách đơn vị nhưng viết bằng ký tự khác (dấu cách, chữ Đ, ký tự ẩn…): nên chép lại tên từ danh sách.`,
  groupMismatch: (f) =>
    `Danh sách đơn vị xếp ${agencies(f)} vào nhóm ${f.listed} nhưng bảng này ghi Nhóm: ${f.label}: phần mềm theo bảng, sửa lại một trong hai chỗ.`,
  groupWithTwoSets: (f) =>
    `Bảng này cùng nhóm ${f.group} với trang ${f.other} nhưng có bộ tiêu chí khác nên được xếp hạng riêng thành nhóm ${f.as}: thống nhất bộ tiêu chí, hoặc đặt tên nhóm khác.`,

  settingUnknown: (f) =>
    `Mục "${f.key}" ở trang thông tin không có trong các mục được dùng: sửa lại thành một trong các mục ${f.known.join(", ")}.`,
  settingValueUnknown: (f) => `Giá trị "${f.found}" của mục ${f.key} không dùng được: ghi ${f.known.join(" hoặc ")}.`,
  settingYearUnknown: (f) =>
    `Giá trị "${f.found}" của mục ${f.key} không dùng được: ghi năm bằng bốn chữ số, ví dụ 2025.`,
  settingCapUnknown: (f) => `Giá trị "${f.found}" của mục ${f.key} không dùng được: ghi Không, hoặc một số.`,
  settingBecameDate: (f) =>
    `Giá trị của mục ${f.key} đã bị Excel đổi thành ngày tháng, đã hiểu là ${f.read}: đặt định dạng ô là Text và nhập lại ${f.read}.`,
  methodUnknown: (f) =>
    `Hình thức đánh giá "${f.found}" không dùng được, đã coi như ô trống: ghi ${listOr(f.known, " hoặc ")}.`,
  levelUnreadable: (f) =>
    `Mức "${f.found}" của xếp loại ${f.level} không phải là số nên xếp loại này bị bỏ qua: nhập chỉ số thấp nhất của mức đó bằng số.`,
  groupNameUnknown: (f) =>
    `Nhóm "${f.found}" ở trang thông tin không có trong tệp: ghi một trong các nhóm ${f.known.join(", ")}.`,
  lastYearUnreadable: (f) =>
    `Chỉ số năm trước của ${f.agency} ghi "${f.found}", không phải là số nên không được so sánh: nhập lại bằng số.`,
  lastYearTooLarge: (f) =>
    `Chỉ số năm trước của ${f.agency} ghi ${f.found}, lớn quá mức của một chỉ số nên không được so sánh: nhập lại.`,

  nothingToScore: () =>
    "Không tìm thấy bảng chấm điểm: cần một trang có các cột STT, Tiêu chí, Điểm tối đa và mỗi đơn vị một cột điểm.",
  nothingToScoreFormsOnly: (f) =>
    `Tệp chỉ có ${f.forms} phiếu chấm điểm, phiên bản này chưa đọc phiếu: lập bảng chấm điểm có các cột STT, Tiêu chí, Điểm tối đa và mỗi đơn vị một cột điểm.`,
  nothingToScoreNoAgencies: () =>
    "Bảng chấm điểm này không có cột đơn vị nào: thêm mỗi đơn vị một cột ở bên phải cột Điểm tối đa.",
  nothingToScoreNoCriteria: () =>
    "Bảng chấm điểm này không có tiêu chí nào: nhập các tiêu chí với mã, tên và điểm tối đa dưới dòng tiêu đề.",
  nothingToScoreSelfOnly: (f) =>
    `Nhóm ${f.group} mới chỉ có điểm tự đánh giá: nhập Điểm thẩm định, hoặc dùng Tính tạm để xem kết quả theo điểm tự đánh giá.`,

  columnSkipped: (f) =>
    `Cột "${f.name}" không có trong danh sách đơn vị và phần lớn các ô không phải là số nên được bỏ qua: nếu đây là một đơn vị, nhập điểm bằng số hoặc ghi Không áp dụng.`,
  sheetSkipped: () => "Trang này không giống bảng chấm điểm, danh sách đơn vị hay thông tin nên được bỏ qua.",
  sheetSkippedForm: () =>
    "Đây là phiếu chấm điểm của một đơn vị: phiên bản này chưa đọc phiếu nên điểm ở đây không được tính, hãy nhập vào bảng chấm điểm.",
  sheetSkippedNoAgencies: () => "Trang này có bộ tiêu chí nhưng không có cột đơn vị nên được bỏ qua.",
};

export const sheetReasonsVi: SheetReasonTexts = {
  empty: "trang trống",
  own: "trang do phần mềm lập",
  skipped: "bỏ qua: không giống bảng nào của tệp chấm điểm",
  form: "phiếu chấm điểm: phiên bản này chưa đọc",
  noAgencies: "bỏ qua: có bộ tiêu chí nhưng không có cột đơn vị",
  hidden: "trang đang ẩn",
};

/** What each code means, for the guide. */
export const findingExplanationsVi: FindingExplanations = {
  "score-above-maximum":
    "Điểm lớn hơn điểm tối đa của tiêu chí (điểm thưởng, điểm trừ: lớn hơn mức của nó). Sửa điểm hoặc điểm tối đa.",
  "score-negative": "Điểm âm ở tiêu chí không phải điểm trừ. Sửa điểm, hoặc ghi Điểm trừ ở cột Hình thức đánh giá.",
  "score-missing": "Ô điểm để trống. Nhập điểm, hoặc ghi Không áp dụng.",
  "score-not-a-number": "Ô điểm có nội dung không đọc được thành số (chữ, phần trăm…). Nhập lại điểm bằng số.",
  "score-became-date":
    "Excel đã đổi điểm vừa gõ (ví dụ 1.5) thành ngày tháng. Nhập lại điểm; khi chỉ có một cách hiểu hợp lệ, phần mềm đề nghị sẵn giá trị.",
  "cell-error": "Ô điểm báo lỗi công thức (#DIV/0!, #REF!…). Sửa công thức hoặc nhập điểm.",
  "formula-not-calculated": "Công thức trong ô điểm chưa có kết quả. Mở tệp bằng Excel, để Excel tính lại rồi lưu.",
  "code-duplicate": "Hai tiêu chí có cùng mã. Sửa một trong hai mã.",
  "maximum-missing": "Tiêu chí không có điểm tối đa. Nhập điểm tối đa.",
  "agency-duplicate": "Một đơn vị đứng hai lần trong cùng một nhóm. Bỏ bớt một cột.",
  "nothing-to-score": "Không có bảng chấm điểm nào để tính, hoặc mới chỉ có điểm tự đánh giá.",
  "score-is-text": "Điểm gõ dưới dạng chữ (“13,5”, “13,5 điểm”): vẫn được đọc thành số đó. Nên đổi thành số.",
  "maximum-is-text": "Điểm tối đa gõ dưới dạng chữ: vẫn được đọc thành số đó. Nên đổi thành số.",
  "code-lost-zero":
    "Mã tiêu chí bị Excel đổi (1.10 thành 1.1, hoặc thành ngày) hoặc bị thiếu: được đọc theo thứ tự. Nên gõ lại mã dạng chữ.",
  "maximum-sum-mismatch":
    "Điểm tối đa ghi ở tiêu chí cấp trên (hoặc hàng tổng) khác tổng của các tiêu chí bên dưới. Phần mềm dùng tổng các tiêu chí bên dưới.",
  "total-not-100": "Tổng điểm tối đa của Bộ tiêu chí không bằng 100. Kiểm tra lại nếu không cố ý.",
  "parent-score-mismatch":
    "Điểm ghi ở tiêu chí cấp trên (hoặc hàng tổng) khác tổng điểm bên dưới. Phần mềm dùng tổng điểm bên dưới.",
  "agency-unknown": "Đơn vị có trong bảng chấm điểm mà không có trong danh sách đơn vị, hoặc ngược lại.",
  "group-mismatch": "Nhãn “Nhóm” trên bảng chấm điểm khác nhóm trong danh sách đơn vị. Phần mềm theo nhãn.",
  "setting-unknown":
    "Khóa hoặc giá trị ở trang Thông tin (hoặc cột Hình thức đánh giá) không được hiểu, nên dùng giá trị mặc định.",
  "column-skipped":
    "Cột có tiêu đề không phải là đơn vị trong danh sách và phần lớn các ô không phải là số, nên không được coi là cột điểm.",
  "agency-name-variant": "Tên đơn vị viết khác với danh sách nhưng được hiểu là một.",
  "sheet-skipped": "Trang tính không phải bảng chấm điểm, danh sách hay thông tin nên được bỏ qua.",
};
