import type { CellFormat, ChartBlock, Report, ReportCell, ReportSheet } from "../../../src/data/pages";

/** A report by hand, with everything that a report sheet can have. */

export const agencies = [
  ...["Văn phòng UBND tỉnh", "Sở Nội vụ", "Sở Tư pháp", "Sở Tài chính", "Sở Kế hoạch và Đầu tư", "Sở Công Thương"],
  ...["Sở Nông nghiệp và Phát triển nông thôn", "Sở Giao thông vận tải", "Sở Xây dựng", "Sở Y tế", "Thanh tra tỉnh"],
  ...["Sở Tài nguyên và Môi trường", "Sở Thông tin và Truyền thông", "Sở Lao động - Thương binh và Xã hội"],
  ...["Sở Văn hóa, Thể thao và Du lịch", "Sở Khoa học và Công nghệ", "Sở Giáo dục và Đào tạo", "Ban Dân tộc"],
  ...["Ban Quản lý các khu công nghiệp", "Trường Cao đẳng cộng đồng", "Quỹ Đầu tư phát triển", "Sở Ngoại vụ"],
];

const border = "#7F7F7F";
const plain: CellFormat = { border, vertical: "center" };
const heading: CellFormat = { ...plain, bold: true, fill: "#DDEBF7", horizontal: "center", wrap: true };

export function cell(value: ReportCell["value"], format: CellFormat = {}, formula: string | null = null): ReportCell {
  return { value, format, formula, link: null };
}

export interface SampleSheet {
  readonly key?: string;
  readonly name?: string;
  readonly rows?: number;
  readonly charts?: readonly ChartBlock["type"][];
}

/** A title over the whole width, a table with wrapped headings and live formulas, then charts. */
export function sampleSheet(options: SampleSheet = {}): ReportSheet {
  const { key = "III.1", name = "BC III.1", rows = 22, charts = ["column", "bar"] } = options;
  const top = 3;
  const bottom = top + rows;
  const line = (format: CellFormat, value: ReportCell["value"]): (ReportCell | null)[] => [
    cell(value, format),
    null,
    null,
    null,
  ];
  const values = agencies.slice(0, rows).map((_, index) => 95.895 - index * 1.37);
  const table = values.map((value, index) => {
    const score = `C${String(top + index + 1)}`;
    const scores = `$C$${String(top + 1)}:$C$${String(bottom)}`;
    return [
      cell(index + 1, { ...plain, horizontal: "center" }, `RANK(${score},${scores})`),
      cell(agencies[index] ?? "", { ...plain, wrap: true }),
      cell(value, { ...plain, horizontal: "right" }),
      cell(value, { ...plain, numberFormat: "0.00" }, `ROUND(${score}/100*100,3)`),
    ];
  });
  const range = (column: number) => ({ sheet: name, area: { row: top, column, rows, columns: 1 } });
  const header = (column: number) => ({ sheet: name, area: { row: top - 1, column, rows: 1, columns: 1 } });
  const chartHeight = 24;
  return {
    key,
    name,
    columnWidths: [10, 42, 16, 16],
    rowHeights: new Map([[0, 40]]),
    blocks: [
      {
        kind: "cells",
        row: 0,
        column: 0,
        cells: [
          line(
            { bold: true, size: 14, horizontal: "center", wrap: true, vertical: "center" },
            "1. Kết quả Chỉ số CCHC các Sở, ngành năm 2020 <&> “trích”",
          ),
          [cell("Điểm chưa đổi", { italic: true, color: "#C00000" }, 'IF(1>0,"Điểm chưa đổi","")'), null, null, null],
          ["Xếp hạng", "Cơ quan, đơn vị", "Điểm thẩm định (tối đa 100 điểm)", "Chỉ số CCHC (%)"].map((text) =>
            cell(text, heading),
          ),
          ...table,
        ],
        merges: [{ row: 0, column: 0, rows: 1, columns: 4 }],
      },
      ...charts.map(
        (type, index): ChartBlock => ({
          kind: "chart",
          area: { row: bottom + 1 + index * (chartHeight + 1), column: 0, rows: chartHeight, columns: 4 },
          widthPixels: 640,
          heightPixels: 460,
          type,
          title: `Biểu đồ 0${String(index + 1)}: Kết quả Chỉ số CCHC của các đơn vị cấp tỉnh năm 2020`,
          categories: range(1),
          series: [
            { name: header(2), values: range(2), color: "#2E75B6" },
            ...(type === "bar" ? [{ name: header(3), values: range(3), color: "#ED7D31" }] : []),
          ],
          labelSize: 8,
          labelRotation: type === "column" ? -90 : 0,
          plotMargins: { top: 46, right: 16, bottom: 120, left: 46 },
          axisLabelSize: 9,
          categoryRotation: type === "column" ? -45 : 0,
          gapWidth: 60,
          overlap: 0,
          valueAxisMinimum: 0,
          valueAxisMaximum: type === "column" ? 100 : null,
          legend: type === "bar" ? "bottom" : "none",
        }),
      ),
    ],
    freeze: { rows: 3, columns: 0 },
    page: { orientation: "portrait", repeatRows: [2, 2], repeatColumns: null, breaksAbove: [bottom + 1] },
    tabColor: "#1F4E79",
  };
}

export function sampleReport(...sheets: readonly SampleSheet[]): Report {
  return { identity: "w", sheets: (sheets.length === 0 ? [{}] : sheets).map(sampleSheet) };
}
