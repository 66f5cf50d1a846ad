/**
 * The sentences of the findings: each says what is wrong and what to do, in the words of officials
 * (shared domain.md). Numbers and quotations come in ready for print.
 */

/** The criterion, or the row that adds up, as the subject of a sentence. */
const rowName = (criterion: string | null): string => (criterion === null ? "dòng tổng" : `tiêu chí ${criterion}`);

export const findingTextsVi = {
  decimalMark: "," as "," | ".",

  scoreAboveMaximum: (f: { score: string; maximum: string; criterion: string }): string =>
    `Điểm ${f.score} vượt điểm tối đa ${f.maximum} của tiêu chí ${f.criterion}: sửa lại điểm hoặc điểm tối đa.`,
  scoreNegative: (f: { score: string; criterion: string }): string =>
    `Điểm ${f.score} của tiêu chí ${f.criterion} là số âm: nhập điểm từ 0 trở lên, hoặc ghi Điểm trừ ở cột Hình thức đánh giá nếu đây là điểm trừ.`,
  scoreMissing: (f: { criterion: string; agency: string }): string =>
    `${f.agency} chưa có điểm ở tiêu chí ${f.criterion}: nhập điểm, hoặc ghi Không áp dụng.`,
  scoreMissingColumn: (f: { agency: string; count: number }): string =>
    `${f.agency} chưa có điểm nào, cả ${String(f.count)} ô đều trống: nhập điểm, hoặc bỏ cột này nếu đơn vị không được đánh giá.`,
  scoreMissingRow: (f: { criterion: string; count: number }): string =>
    `Tiêu chí ${f.criterion} chưa có điểm của đơn vị nào, cả ${String(f.count)} ô đều trống: nhập điểm, hoặc ghi Không áp dụng.`,
  scoreNotANumber: (f: { found: string; criterion: string }): string =>
    `Ô điểm của tiêu chí ${f.criterion} ghi "${f.found}", không phải là số: nhập điểm bằng số, hoặc ghi Không áp dụng.`,
  scoreTooLarge: (f: { found: string; criterion: string }): string =>
    `Ô điểm của tiêu chí ${f.criterion} ghi ${f.found}, lớn quá mức của một điểm số: nhập lại điểm.`,
  scoreIsPercent: (f: { found: string; criterion: string }): string =>
    `Ô điểm của tiêu chí ${f.criterion} là tỷ lệ phần trăm (${f.found}), không rõ là bao nhiêu điểm: nhập lại số điểm và bỏ định dạng %.`,
  scoreBecameDate: (f: { date: string; criterion: string; repair: string | null }): string =>
    f.repair === null
      ? `Điểm của tiêu chí ${f.criterion} đã bị Excel đổi thành ngày giờ (${f.date}): đặt lại định dạng ô là số rồi nhập lại điểm.`
      : `Điểm của tiêu chí ${f.criterion} đã bị Excel đổi thành ngày giờ (${f.date}): đặt lại định dạng ô là số rồi nhập lại điểm ${f.repair}.`,
  scoreIsText: (f: { found: string; read: string; criterion: string }): string =>
    `Điểm của tiêu chí ${f.criterion} nhập dưới dạng chữ "${f.found}", đã hiểu là ${f.read}: đổi thành số.`,
  cellError: (f: { found: string; criterion: string }): string =>
    `Ô điểm của tiêu chí ${f.criterion} báo lỗi ${f.found}: sửa công thức hoặc nhập điểm.`,
  formulaNotCalculated: (f: { formula: string; criterion: string }): string =>
    `Công thức =${f.formula} ở tiêu chí ${f.criterion} chưa được tính: mở tệp trong Excel, tính lại (F9) và lưu, hoặc nhập điểm.`,

  codeDuplicate: (f: { code: string; cell: string; first: string }): string =>
    `Mã tiêu chí ${f.code} ở ô ${f.cell} trùng với ô ${f.first}: sửa lại một trong hai mã.`,
  codeLostZero: (f: { found: string; read: string }): string =>
    `Mã tiêu chí ${f.read} bị lưu thành số ${f.found} (mất số 0 ở cuối): đặt định dạng ô là Text và nhập lại ${f.read}.`,
  codeBecameDate: (f: { date: string; read: string }): string =>
    `Mã tiêu chí đã bị Excel đổi thành ngày ${f.date}, theo thứ tự đã hiểu là ${f.read}: đặt định dạng ô là Text và nhập lại ${f.read}.`,
  codeMissing: (f: { name: string; read: string }): string =>
    `Dòng "${f.name}" không có mã tiêu chí, theo thứ tự đã hiểu là ${f.read}: nhập mã vào ô này.`,
  codeUnreadable: (f: { found: string; read: string }): string =>
    `Mã tiêu chí "${f.found}" không đọc được, theo thứ tự đã hiểu là ${f.read}: sửa lại mã.`,
  areaMissing: (f: { code: string; criterion: string }): string =>
    `Tiêu chí ${f.criterion} không có dòng lĩnh vực ${f.code} ở trên: thêm dòng lĩnh vực ${f.code}, hoặc sửa lại mã tiêu chí.`,
  areaName: (f: { code: string }): string => `Lĩnh vực ${f.code}`,

  maximumMissing: (f: { criterion: string }): string =>
    `Tiêu chí ${f.criterion} chưa có điểm tối đa: nhập điểm tối đa.`,
  maximumUnreadable: (f: { criterion: string; found: string }): string =>
    `Ô điểm tối đa của tiêu chí ${f.criterion} ghi "${f.found}", không dùng được: nhập điểm tối đa bằng số.`,
  maximumNegative: (f: { criterion: string; found: string }): string =>
    `Điểm tối đa ${f.found} của tiêu chí ${f.criterion} là số âm: nhập số dương, hoặc ghi Điểm trừ ở cột Hình thức đánh giá nếu đây là điểm trừ.`,
  maximumIsText: (f: { criterion: string | null; found: string; read: string }): string =>
    `Điểm tối đa của ${rowName(f.criterion)} nhập dưới dạng chữ "${f.found}", đã hiểu là ${f.read}: đổi thành số.`,
  maximumSumMismatch: (f: { criterion: string | null; typed: string; sum: string }): string =>
    `Điểm tối đa của ${rowName(f.criterion)} ghi ${f.typed} nhưng các tiêu chí bên dưới cộng lại là ${f.sum}: phần mềm tính theo ${f.sum}, kiểm tra lại điểm tối đa.`,
  totalMaximumMismatch: (f: { typed: string; sum: string }): string =>
    `Điểm tối đa ở dòng tổng ghi ${f.typed} nhưng các tiêu chí cộng lại là ${f.sum}: phần mềm tính theo ${f.sum}, kiểm tra lại điểm tối đa.`,
  totalNot100: (f: { total: string }): string =>
    `Tổng điểm tối đa của bộ tiêu chí là ${f.total}, không phải 100: kiểm tra lại điểm tối đa của các tiêu chí.`,

  parentScoreMismatch: (f: { criterion: string; typed: string; sum: string }): string =>
    `Điểm của tiêu chí ${f.criterion} ghi ${f.typed} nhưng các tiêu chí bên dưới cộng lại là ${f.sum}: phần mềm tính theo ${f.sum}, kiểm tra lại điểm.`,
  totalScoreMismatch: (f: { typed: string; sum: string }): string =>
    `Điểm ở dòng tổng ghi ${f.typed} nhưng các tiêu chí cộng lại là ${f.sum}: phần mềm tính theo ${f.sum}, kiểm tra lại điểm.`,
  notApplicableWithScores: (f: { criterion: string; below: string }): string =>
    `Tiêu chí ${f.criterion} ghi không áp dụng nhưng tiêu chí ${f.below} bên dưới vẫn có điểm: phần mềm bỏ điểm bên dưới, kiểm tra lại ô nào đúng.`,

  agencyDuplicate: (f: { agency: string; group: string; first: string }): string =>
    `${f.agency} có hai lần trong nhóm ${f.group} (xem thêm ${f.first}): bỏ một cột hoặc sửa lại tên đơn vị.`,
  agencyListedTwice: (f: { agency: string; first: string }): string =>
    `${f.agency} có hai lần trong danh sách đơn vị (xem thêm ô ${f.first}): bỏ một dòng hoặc sửa lại tên đơn vị.`,
  agencyUnknown: (f: { agency: string; list: string }): string =>
    `${f.agency} không có trong danh sách đơn vị (trang ${f.list}): sửa lại tên, hoặc thêm vào danh sách hay cột Tên gọi khác.`,
  agencyWithoutScores: (f: { agency: string }): string =>
    `${f.agency} có trong danh sách đơn vị nhưng không có trong bảng chấm điểm nào: thêm cột điểm, hoặc bỏ khỏi danh sách.`,
  groupWithoutScores: (f: { group: string; count: number }): string =>
    `Không có bảng chấm điểm nào cho ${String(f.count)} đơn vị của nhóm ${f.group} trong danh sách: thêm bảng chấm điểm của nhóm này, hoặc bỏ khỏi danh sách.`,
  agencyNameVariant: (f: { agency: string; listed: string }): string =>
    `Tên "${f.agency}" được hiểu là "${f.listed}" trong danh sách đơn vị: nếu không đúng, sửa lại tên.`,
  agencyNameLooksAlike: (f: { agency: string }): string =>
    `Tên "${f.agency}" trông giống trong danh sách đơn vị nhưng viết bằng ký tự khác (dấu cách, chữ Đ, ký tự ẩn…): nên chép lại tên từ danh sách.`,
  groupMismatch: (f: { agencies: string; listed: string; label: string }): string =>
    `Danh sách đơn vị xếp ${f.agencies} vào nhóm ${f.listed} nhưng bảng này ghi Nhóm: ${f.label}: phần mềm theo bảng, sửa lại một trong hai chỗ.`,
  groupOfOthers: (f: { first: string; count: number }): string => `${f.first} và ${String(f.count - 1)} đơn vị khác`,
  groupWithTwoSets: (f: { group: string; other: string; as: string }): string =>
    `Bảng này cùng nhóm ${f.group} với trang ${f.other} nhưng có bộ tiêu chí khác nên được xếp hạng riêng thành nhóm ${f.as}: thống nhất bộ tiêu chí, hoặc đặt tên nhóm khác.`,

  settingUnknown: (f: { key: string; known: string }): string =>
    `Mục "${f.key}" ở trang thông tin không có trong các mục được dùng: sửa lại thành một trong các mục ${f.known}.`,
  settingValueUnknown: (f: { key: string; found: string; known: string }): string =>
    `Giá trị "${f.found}" của mục ${f.key} không dùng được: ghi ${f.known}.`,
  settingBecameDate: (f: { key: string; read: string }): string =>
    `Giá trị của mục ${f.key} đã bị Excel đổi thành ngày tháng, đã hiểu là ${f.read}: đặt định dạng ô là Text và nhập lại ${f.read}.`,
  methodUnknown: (f: { found: string; known: string }): string =>
    `Hình thức đánh giá "${f.found}" không dùng được, đã coi như ô trống: ghi ${f.known}.`,
  levelUnreadable: (f: { level: string; found: string }): string =>
    `Mức "${f.found}" của xếp loại ${f.level} không phải là số nên xếp loại này bị bỏ qua: nhập chỉ số thấp nhất của mức đó bằng số.`,
  groupNameUnknown: (f: { found: string; known: string }): string =>
    `Nhóm "${f.found}" ở trang thông tin không có trong tệp: ghi một trong các nhóm ${f.known}.`,
  lastYearUnreadable: (f: { agency: string; found: string }): string =>
    `Chỉ số năm trước của ${f.agency} ghi "${f.found}", không phải là số nên không được so sánh: nhập lại bằng số.`,
  lastYearTooLarge: (f: { agency: string; found: string }): string =>
    `Chỉ số năm trước của ${f.agency} ghi ${f.found}, lớn quá mức của một chỉ số nên không được so sánh: nhập lại.`,
  knownYear: "năm bằng bốn chữ số, ví dụ 2025",
  knownCap: "Không, hoặc một số",
  knownOr: " hoặc ",

  nothingToScore:
    "Không tìm thấy bảng chấm điểm: cần một trang có các cột STT, Tiêu chí, Điểm tối đa và mỗi đơn vị một cột điểm.",
  nothingToScoreFormsOnly: (f: { forms: number }): string =>
    `Tệp chỉ có ${String(f.forms)} phiếu chấm điểm, phiên bản này chưa đọc phiếu: lập bảng chấm điểm có các cột STT, Tiêu chí, Điểm tối đa và mỗi đơn vị một cột điểm.`,
  nothingToScoreNoAgencies:
    "Bảng chấm điểm này không có cột đơn vị nào: thêm mỗi đơn vị một cột ở bên phải cột Điểm tối đa.",
  nothingToScoreNoCriteria:
    "Bảng chấm điểm này không có tiêu chí nào: nhập các tiêu chí với mã, tên và điểm tối đa dưới dòng tiêu đề.",
  nothingToScoreSelfOnly: (f: { group: string }): string =>
    `Nhóm ${f.group} mới chỉ có điểm tự đánh giá: nhập Điểm thẩm định, hoặc dùng Tính tạm để xem kết quả theo điểm tự đánh giá.`,

  sheetSkipped: "Trang này không giống bảng chấm điểm, danh sách đơn vị hay thông tin nên được bỏ qua.",
  sheetSkippedForm:
    "Đây là phiếu chấm điểm của một đơn vị: phiên bản này chưa đọc phiếu nên điểm ở đây không được tính, hãy nhập vào bảng chấm điểm.",
  sheetSkippedNoAgencies: "Trang này có bộ tiêu chí nhưng không có cột đơn vị nên được bỏ qua.",

  reasonEmpty: "trang trống",
  reasonOwn: "trang do phần mềm lập",
  reasonSkipped: "bỏ qua: không giống bảng nào của tệp chấm điểm",
  reasonForm: "phiếu chấm điểm: phiên bản này chưa đọc",
  reasonNoAgencies: "bỏ qua: có bộ tiêu chí nhưng không có cột đơn vị",
  reasonHidden: "trang đang ẩn",
};

/** Every language has the same sentences: a missing one does not compile. */
export type FindingTexts = typeof findingTextsVi;
