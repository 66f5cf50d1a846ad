/** Workbooks of any number of agencies: one group of communes, 190 rows of criteria, plausible scores. */
import type { PlainAgency, PlainCriterion } from "../independent/definition";
import { agencyListRows, informationRows, leavesOf, scoreTable, toBytes } from "../fixtures/fixture";
import { leaf, parent } from "../fixtures/plain";

const areaNames = [
  "Công tác chỉ đạo, điều hành",
  "Cải cách thể chế",
  "Cải cách thủ tục hành chính",
  "Cải cách tổ chức bộ máy",
  "Cải cách chế độ công vụ",
  "Cải cách tài chính công",
  "Xây dựng chính quyền điện tử, chính quyền số",
  "Tác động của cải cách hành chính",
];

/** 8 areas, 30 criteria below them, 152 component criteria below those: 190 rows, 100 points. */
function tree(): PlainCriterion[] {
  let rows = 0;
  return areaNames.map((name, area) => {
    const code = String(area + 1);
    const criteria = Array.from({ length: area < 6 ? 4 : 3 }, (_, index) => {
      const own = `${code}.${String(index + 1)}`;
      const leaves = Array.from({ length: rows < 2 ? 6 : 5 }, (_, at) =>
        leaf(`${own}.${String(at + 1)}`, `Nội dung ${own}.${String(at + 1)}`, rows === 29 ? "0.89" : "0.65"),
      );
      rows += 1;
      return parent(own, `Tiêu chí ${own}`, ...leaves);
    });
    return parent(code, name, ...criteria);
  });
}

/** @returns the bytes of an .xlsx file; the same for the same number */
export function manyAgencies(count: number): Uint8Array {
  const areas = tree();
  let state = count;
  const next = (): number => (state = (state * 48271) % 2147483647);
  const agencies = Array.from({ length: count }, (_, index): PlainAgency => {
    const scores = leavesOf(areas).map(({ code, maximum }) => {
      const full = Math.round(Number(maximum) * 100);
      return [code, String((next() % 3 === 0 ? next() % (full + 1) : full) / 100)] as const;
    });
    return { name: `Xã số ${String(index + 1)}`, scores: Object.fromEntries(scores) };
  });
  const group = { name: "UBND cấp xã", sheet: "Cấp xã", areas, agencies };
  return toBytes({
    "Thông tin": informationRows([
      ["Tỉnh", "Lâm Đồng"],
      ["Năm đánh giá", 2025],
    ]),
    "Danh sách đơn vị": agencyListRows(agencies.map(({ name }) => ({ name, group: group.name }))),
    [group.sheet]: scoreTable(group, { totalRow: true }).rows,
  });
}
