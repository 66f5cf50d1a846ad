import { findingExplanationsEn } from "../src/strings/findings.en";
import { findingExplanationsVi } from "../src/strings/findings.vi";
import { findingSeverities, type FindingCode, type Severity } from "../src/data/finding";

const headings: Readonly<Record<Severity, string>> = {
  error: "Lỗi (phải sửa trước khi tính chính thức)",
  warning: "Cảnh báo (vẫn tính, nên xem lại)",
  info: "Thông tin",
};

/** docs/findings.md: every code, its severity and its meaning, in both languages. */
export function findingsPage(): string {
  const codes = Object.keys(findingSeverities) as FindingCode[];
  const tables = (Object.keys(headings) as Severity[]).map((severity) =>
    [
      `## ${headings[severity]}`,
      "",
      "| Mã | Ý nghĩa | In English |",
      "|---|---|---|",
      ...codes
        .filter((code) => findingSeverities[code] === severity)
        .map((code) => `| \`${code}\` | ${findingExplanationsVi[code]} | ${findingExplanationsEn[code]} |`),
      "",
    ].join("\n"),
  );
  return `# Kiểm tra số liệu: các điều phát hiện\n\n<!-- Made from the list in the sources by "npm run docs"; do not edit. -->\n\n${tables.join("\n")}`;
}
