/** The workbooks that both hosts are shown. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { awkwardWorkbooks } from "../fixtures/awkward";
import { communeGroup } from "../fixtures/communes";
import { agencyListRows, informationRows, scoreTable, toBytes } from "../fixtures/fixture";
import type { PlainGroup } from "../independent/definition";
import { leaf, parent } from "../fixtures/plain";

export interface NamedWorkbook {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export function sampleWorkbook(): NamedWorkbook {
  const bytes = readFileSync(join(__dirname, "..", "..", "assets", "sample-dak-nong-2020.xlsx"));
  return { name: "the sample", bytes };
}

/** A province as large as they get: three groups of 168 agencies. */
export function largeWorkbook(): NamedWorkbook {
  const groups = ["Cấp xã", "Cấp xã 2", "Cấp xã 3"].map((sheet, index) => {
    const group = communeGroup(168);
    const renamed = group.agencies.map((agency) => ({ ...agency, name: `${agency.name} ${String(index + 1)}` }));
    return {
      ...group,
      name: `${group.name} ${String(index + 1)}`,
      sheet,
      agencies: index === 0 ? group.agencies : renamed,
    };
  });
  const agencies = groups.flatMap(({ name, agencies: all }) =>
    all.map((agency) => ({ name: agency.name, group: name })),
  );
  const bytes = toBytes({
    "Thông tin": informationRows([
      ["Tỉnh", "Lâm Đồng"],
      ["Năm đánh giá", 2025],
    ]),
    "Danh sách đơn vị": agencyListRows(agencies),
    ...Object.fromEntries(groups.map((group) => [group.sheet, scoreTable(group, { totalRow: true }).rows])),
  });
  return { name: "3 groups × 168 agencies", bytes };
}

/** Two agencies scored in one area, and a sheet of the user's own. */
export function smallWorkbook(): NamedWorkbook {
  const group: PlainGroup = {
    name: "Các sở",
    sheet: "Cấp tỉnh",
    areas: [parent("1", "Chỉ đạo, điều hành", leaf("1.1", "Kế hoạch", "60"), leaf("1.2", "Báo cáo", "40"))],
    agencies: [
      { name: "Sở Nội vụ", scores: { "1.1": "55.5", "1.2": "40" } },
      { name: "Sở Tư pháp", scores: { "1.1": "60", "1.2": "32.25" } },
    ],
  };
  const bytes = toBytes({
    [group.sheet]: scoreTable(group).rows,
    "Ghi chú": [["=không phải công thức", 1, null, "x"]],
  });
  return { name: "two agencies", bytes };
}

/**
 * All but two: the large one takes long and adds nothing here, and in Excel there is no formula without a value (one
 * with an unknown function is #NAME?).
 */
export function contractWorkbooks(): NamedWorkbook[] {
  const others = awkwardWorkbooks().filter(({ name }) => !/\d{3} communes|cannot be calculated/.test(name));
  return [sampleWorkbook(), ...others];
}
