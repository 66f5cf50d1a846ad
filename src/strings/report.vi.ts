/**
 * The words of the report. The official report is a Vietnamese document, so there is one language here; wording follows
 * the Đắk Nông 2020 report (chapters III and IV).
 */
import { ownNotice, recordTitle } from "../data/own-words";

const inYear = (year: number | null): string => (year === null ? "" : ` năm ${String(year)}`);

export const reportTexts = {
  sheets: {
    ranking: (number: number) => `BC III.${String(number)}`,
    comparison: (number: number) => `BC III.${String(number)} So sánh`,
    area: (number: number) => `BC IV.${String(number)}`,
    calculation: "BC Tính toán",
    findings: "Kiểm tra số liệu",
  },
  /** Which sections are written. */
  chosen: { all: "Tất cả", official: "Chính thức" },
  /** Where settings have changed, their names in brackets stand before "since". */
  staleParts: {
    scores: "Điểm",
    settings: "Thiết lập",
    scoresAndSettings: "Điểm và thiết lập",
    changed: " đã thay đổi",
    since: " sau lần tính này: bấm Tính chỉ số để cập nhật",
  },
  ownSheet: ownNotice,
  provisional: (reasons: readonly string[]) => `SỐ LIỆU TẠM TÍNH${reasons.length > 0 ? `: ${reasons.join("; ")}` : ""}`,
  provisionalMissing: (missing: number) => `${String(missing)} ô điểm trống hoặc có lỗi chưa được tính (coi là 0 điểm)`,
  provisionalNoneMissing: "không có ô điểm nào bị bỏ ra ngoài (0 ô)",
  provisionalSelfScored: (groups: string) => `${groups} tính từ điểm tự đánh giá, chưa có điểm thẩm định`,
  ruleTotal:
    "Tiêu chí không áp dụng: quy đổi trên tổng điểm (điểm đạt được chia cho tổng điểm tối đa của các tiêu chí áp dụng).",
  ruleParent:
    "Tiêu chí không áp dụng: quy đổi trong tiêu chí cấp trên (tiêu chí cấp trên giữ nguyên điểm tối đa, điểm của các tiêu chí áp dụng được quy đổi theo tỷ lệ).",
  cap: (cap: string) => `Chỉ số CCHC không vượt quá ${cap}% (trần chỉ số).`,

  /** Of an area that no row of the workbook names. */
  madeUpArea: (code: string) => `Lĩnh vực ${code}`,

  chapterThree: (year: number | null) =>
    `III. KẾT QUẢ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH (PAR INDEX)${inYear(year).toUpperCase()}`,
  chapterFour: "IV. KẾT QUẢ CHẤM ĐIỂM CHỈ SỐ CCHC THEO TỪNG CHỈ SỐ THÀNH PHẦN",
  rankingSection: (number: number, group: string) => `${String(number)}. Kết quả Chỉ số CCHC của ${group}`,
  comparisonSection: (number: number, year: number | null, lastYear: number | null) =>
    `${String(number)}. Giá trị trung bình Chỉ số CCHC${inYear(year)} so với ${lastYear === null ? "năm trước" : `năm ${String(lastYear)}`}`,
  areaSection: (number: number, area: string) => `${String(number)}. ${area}`,
  areaGroupSection: (number: string, group: string) => `${number}. ${group}`,

  meanSentence: (group: string, year: number | null, mean: string) =>
    `Chỉ số CCHC của ${group}${inYear(year)} có giá trị trung bình đạt ${mean}%`,
  meanOfAllSentence: (year: number | null, mean: string) =>
    `Giá trị trung bình Chỉ số CCHC${inYear(year)} của toàn tỉnh là ${mean}%`,
  comparedHigher: (last: string, change: string, value: string) =>
    `, cao hơn ${last} là ${change}% (${last} đạt ${value}%)`,
  comparedLower: (last: string, change: string, value: string) =>
    `, thấp hơn ${last} là ${change}% (${last} đạt ${value}%)`,
  comparedEqual: (last: string, value: string) => `, bằng ${last} (${last} đạt ${value}%)`,
  lastYear: (year: number | null) => (year === null ? "năm trước" : `năm ${String(year)}`),
  dividedIntoLevels: (levels: string) => `, được chia thành ${levels} nhóm, cụ thể:`,
  allInOneLevel: (agencies: string, level: string, range: string) =>
    `; tất cả ${agencies} đơn vị nằm trong nhóm ${level} (${range}), cụ thể:`,
  specifically: ", cụ thể:",
  levelRange: (from: string | null, to: string | null) => {
    if (from === null) return `Chỉ số CCHC đạt dưới ${to ?? ""}%`;
    return `Chỉ số CCHC đạt từ ${from}% ${to === null ? "trở lên" : `đến dưới ${to}%`}`;
  },
  levelGroup: (level: string, range: string, agencies: string, share: string) =>
    `- Nhóm ${level}: ${range} gồm ${agencies} đơn vị (chiếm ${share}%)`,
  levelMember: (agency: string, index: string) => `${agency}, đạt ${index}%`,
  noLevel: (agencies: string) => `- Chưa xếp loại: ${agencies} đơn vị.`,
  nationalRank: (rank: string, lastYear: string | null) =>
    `Xếp hạng toàn quốc: ${rank}${lastYear === null ? "" : ` (năm trước: ${lastYear})`}.`,
  singleAgency: "Nhóm có một đơn vị nên không xếp hạng.",
  areaIntro: (area: string, group: string, criteria: readonly string[], countText: string, maximum: string) =>
    (criteria.length === 0
      ? ""
      : `Chỉ số thành phần ${area} của ${group} được xác định dựa trên ${countText} tiêu chí gồm: ${criteria
          .map((name, at) => `(${String(at + 1)}) ${name}`)
          .join("; ")}. `) + `Điểm tối đa của Chỉ số thành phần này là ${maximum} điểm, kết quả cụ thể:`,
  partialMean: (last: string, having: string, all: string) =>
    `Giá trị trung bình ${last} tính trên ${having}/${all} đơn vị có số liệu.`,

  headings: {
    rank: "Xếp hạng",
    appraised: "Điểm thẩm định",
    selfScored: "Điểm tự đánh giá",
    survey: "Điểm điều tra XHH",
    total: "Tổng điểm",
    index: "Chỉ số CCHC",
    order: "TT",
    agency: "Cơ quan, đơn vị",
    year: (year: number | null) => (year === null ? "Năm nay" : `Năm ${String(year)}`),
    lastYear: (year: number | null) => (year === null ? "Năm trước" : `Năm ${String(year)}`),
    change: "Giá trị tăng/giảm",
    areaScore: (area: string, maximum: string) => `Điểm ${area} (tối đa ${maximum} điểm)`,
    areaSubIndex: (area: string) => `Chỉ số thành phần ${area} (%)`,
  },
  and: "và",
  mean: "Giá trị trung bình",
  meanOf: (groups: string) => `Giá trị trung bình ${groups}`,
  notApplicable: "Không áp dụng",
  noRank: "–",
  notComparable: "không đủ cơ sở so sánh",
  numberedChart: (number: string, caption: string) => `Biểu đồ ${number}: ${caption}`,
  rankingCaption: (group: string, year: number | null) => `Kết quả Chỉ số CCHC của ${group}${inYear(year)}`,
  areaCaption: (area: string, group: string, year: number | null) => `Chỉ số ${area} ${group}${inYear(year)}`,

  calculation: {
    title: (year: number | null) => `BẢNG TÍNH CHỈ SỐ CCHC${inYear(year).toUpperCase()}`,
    explanation:
      "Các bảng báo cáo lấy số từ trang này; trang này lấy số từ các ô điểm của bảng chấm điểm. Số ở đây chưa làm tròn.",
    group: (number: string, group: string, sheet: string) => `${number}. ${group} (bảng chấm điểm: ${sheet})`,
    summary: "Tổng hợp",
    scores: "Bảng tổng hợp điểm theo lĩnh vực",
    maxima: "Điểm tối đa áp dụng",
    subIndices: "Chỉ số thành phần (%)",
    keys: "Chỉ số thành phần làm tròn 3 số lẻ (để xếp hạng)",
    /** once: equal ones stand only where they stand first. */
    countedSubIndices: (once: boolean) =>
      `Chỉ số thành phần × 1000 (để đếm thứ hạng${once ? "; các đơn vị bằng nhau chỉ ghi một lần" : ""})`,
    ranks: "Xếp hạng theo lĩnh vực",
    setMaximum: "Theo Bộ tiêu chí",
    maximum: "Điểm tối đa",
    indexPercent: "Chỉ số CCHC (%)",
    key: "Chỉ số làm tròn 3 số lẻ",
    counted: (once: boolean) => `Chỉ số × 1000${once ? " (bằng nhau ghi một lần)" : ""}`,
    rank: "Xếp hạng",
    checkNow: "Dấu kiểm hiện tại",
    checkThen: "Dấu kiểm khi tính",
    checkMaxima: "Cột điểm tối đa",
    checkExplanation: "Dấu kiểm là tổng có trọng số của cột điểm: khác nhau nghĩa là điểm đã thay đổi sau lần tính.",
  },
  findings: {
    title: "KIỂM TRA SỐ LIỆU",
    summary: (errors: number, warnings: number, infos: number) =>
      `${String(errors)} lỗi, ${String(warnings)} cảnh báo, ${String(infos)} thông tin.`,
    blocked: "Còn lỗi nên chưa lập báo cáo chính thức: sửa các ô báo lỗi rồi bấm Tính chỉ số, hoặc bấm Tính tạm.",
    none: "Không phát hiện vấn đề nào.",
    severities: { error: "Lỗi", warning: "Cảnh báo", info: "Thông tin" },
    headings: {
      order: "TT",
      severity: "Mức độ",
      sheet: "Trang tính",
      cell: "Ô",
      agency: "Đơn vị",
      criterion: "Tiêu chí",
      message: "Nội dung",
      repair: "Giá trị đề nghị",
    },
    record: {
      title: recordTitle,
      explanation: "Người dùng đã đồng ý sửa các ô dưới đây trong ngăn tác vụ; bảng này được giữ qua các lần tính.",
      headings: {
        order: "TT",
        time: "Thời gian",
        sheet: "Trang tính",
        cell: "Ô",
        before: "Giá trị cũ",
        after: "Giá trị mới",
      },
    },
  },
};

/** What a report in another language has to say. */
export type ReportTexts = typeof reportTexts;
