/** How the report looks: every format that its cells use, named by role. Colours print well in grey, too. */
import type { CellFormat, ReportCell } from "../data/pages";

const ink = "#1F2937";
const line = "#7F8FA3";
const table: CellFormat = { size: 12, color: ink, border: line, vertical: "center" };

export const formats = {
  /** "Điểm đã thay đổi sau lần tính này…" */
  stale: { bold: true, color: "#B42318", size: 12, wrap: true, vertical: "center" },
  provisional: { bold: true, color: "#B42318", fill: "#FDECEA", size: 12, wrap: true, vertical: "center" },
  note: { italic: true, color: "#5B6675", size: 10, wrap: true, vertical: "center" },
  chapter: { bold: true, color: ink, size: 14, wrap: true, vertical: "center" },
  section: { bold: true, color: ink, size: 13, wrap: true, vertical: "center" },
  paragraph: { color: ink, size: 12, wrap: true, vertical: "top" },
  heading: { ...table, bold: true, fill: "#DCE6F1", horizontal: "center", wrap: true },
  name: { ...table, horizontal: "left", wrap: true },
  number: { ...table, horizontal: "center" },
  groupRow: { ...table, bold: true, fill: "#EEF3F8", horizontal: "left", wrap: true },
  meanName: { ...table, bold: true, fill: "#F5F7FA", horizontal: "left", wrap: true },
  meanNumber: { ...table, bold: true, fill: "#F5F7FA", horizontal: "center" },
  change: { ...table, horizontal: "center", wrap: true, numberFormat: '"(+) "General;"(-) "General;General' },
  meanChange: {
    ...table,
    bold: true,
    fill: "#F5F7FA",
    horizontal: "center",
    numberFormat: '"(+) "General;"(-) "General;General',
  },
  link: { ...table, color: "#0B57D0", underline: true, horizontal: "center" },
  severityError: { ...table, bold: true, color: "#B42318", horizontal: "center" },
  severityWarning: { ...table, bold: true, color: "#9A6700", horizontal: "center" },
  severityInfo: { ...table, color: "#5B6675", horizontal: "center" },
} as const satisfies Record<string, CellFormat>;

/** Colours of the chart series: the score, and the index or sub-index. */
export const chartColors = { score: "#E0A458", index: "#2F6DB5" } as const;

export function text(value: string, format: CellFormat): ReportCell {
  return { value, formula: null, format, link: null };
}

export function constant(value: number | null, format: CellFormat): ReportCell {
  return { value, formula: null, format, link: null };
}

/** A cell computed in the sheet; value is the cached result, of the type that the formula gives. */
export function computed(formula: string, value: number | string, format: CellFormat): ReportCell {
  return { value, formula, format, link: null };
}
