/** How the report looks: every format that its cells use, named by role. Colours print well in grey, too. */
import type { PageRole } from "../data/blocks";
import type { CellFormat, ReportCell } from "../data/pages";

const ink = "#1F2937";
const line = "#7F8FA3";
const table: CellFormat = { size: 12, color: ink, border: line, vertical: "center" };
const mean: CellFormat = { ...table, bold: true, fill: "#F5F7FA", horizontal: "center" };
const changeNumbers = '"(+) "General;"(-) "General;General';

export const formats = {
  /** "Điểm đã thay đổi sau lần tính này…" */
  stale: { bold: true, color: "#B42318", size: 12, wrap: true, vertical: "center" },
  provisional: { bold: true, color: "#B42318", fill: "#FDECEA", size: 12, wrap: true, vertical: "center" },
  note: { italic: true, color: "#5B6675", size: 10, wrap: true, vertical: "center" },
  chapter: { bold: true, color: ink, size: 14, wrap: true, vertical: "center" },
  section: { bold: true, color: ink, size: 13, wrap: true, vertical: "center" },
  tableTitle: { color: ink, size: 12, wrap: true, vertical: "top", bold: true },
  paragraph: { color: ink, size: 12, wrap: true, vertical: "top" },
  heading: { ...table, bold: true, fill: "#DCE6F1", horizontal: "center", wrap: true },
  name: { ...table, horizontal: "left", wrap: true },
  number: { ...table, horizontal: "center" },
  groupNumber: { ...table, bold: true, fill: "#EEF3F8", horizontal: "center", wrap: true },
  groupRow: { ...table, bold: true, fill: "#EEF3F8", horizontal: "left", wrap: true },
  meanName: { ...mean, horizontal: "left", wrap: true },
  meanNumber: mean,
  change: { ...table, horizontal: "center", wrap: true, numberFormat: changeNumbers },
  meanChange: { ...mean, numberFormat: changeNumbers },
  /** Words instead of a number. */
  meanNoChange: { ...mean, wrap: true, numberFormat: changeNumbers },
  workingPercent: { ...table, horizontal: "center", numberFormat: "0.0000" },
  link: { ...table, color: "#0B57D0", underline: true, horizontal: "center" },
  severityError: { ...table, bold: true, color: "#B42318", horizontal: "center" },
  severityWarning: { ...table, bold: true, color: "#9A6700", horizontal: "center" },
  severityInfo: { ...table, color: "#5B6675", horizontal: "center" },
} as const satisfies Record<string, CellFormat>;

/** Tabs of the sheets. */
export const tabColors: Readonly<Record<PageRole, string>> = {
  index: "#2F6DB5",
  area: "#3C8D6B",
  working: "#7F8FA3",
  errors: "#B42318",
  remarks: "#9A6700",
};

/** Colours of the chart series: the score, and the index or sub-index. */
export const chartColors = { score: "#E0A458", index: "#2F6DB5" } as const;

/** A cell with a text that the program wrote. */
export function text(value: string, format: CellFormat): ReportCell {
  return { value, formula: null, format, link: null };
}
