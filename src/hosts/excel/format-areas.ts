import type { Area, CellFormat, CellsBlock } from "../../data/pages";
import { areaAddress } from "../../formula/sheet-references";

/** All areas of a sheet that look the same. */
export interface FormatGroup {
  readonly format: CellFormat;
  readonly areas: readonly Area[];
}

/** Excel takes no longer list of addresses. */
const longestAddress = 8000;

/** The formats of all blocks, each with as few areas as rows and columns allow. Cells without format are left out. */
export function formatGroups(blocks: readonly CellsBlock[]): FormatGroup[] {
  const groups = new Map<string, { format: CellFormat; areas: Area[] }>();
  const keys = new Map<CellFormat, string>();
  const keyOf = (format: CellFormat): string => {
    const key = keys.get(format) ?? JSON.stringify(Object.entries(format).sort());
    keys.set(format, key);
    return key;
  };
  for (const block of blocks) {
    let above: { key: string; area: Area }[] = [];
    block.cells.forEach((cells, row) => {
      const runs = runsOf(cells.map((cell) => (cell === null ? null : keyOf(cell.format))));
      above = runs.map(({ key, first, count }) => {
        const format = cells[first]?.format ?? {};
        const group = groups.get(key) ?? { format, areas: [] };
        groups.set(key, group);
        const area = { row: block.row + row, column: block.column + first, rows: 1, columns: count };
        const upper = above.find(
          (one) => one.key === key && one.area.column === area.column && one.area.columns === count,
        );
        if (!upper) {
          group.areas.push(area);
          return { key, area };
        }
        const taller = { ...upper.area, rows: upper.area.rows + 1 };
        group.areas[group.areas.indexOf(upper.area)] = taller;
        return { key, area: taller };
      });
    });
  }
  return [...groups.values()];
}

/** "A1:B2,D4", as many lists as it takes. */
export function addressLists(addresses: readonly string[]): string[] {
  const lists: string[] = [];
  for (const address of addresses) {
    const last = lists.at(-1);
    if (last === undefined || last.length + 1 + address.length > longestAddress) lists.push(address);
    else lists[lists.length - 1] = `${last},${address}`;
  }
  return lists;
}

export function areaLists(areas: readonly Area[]): string[] {
  return addressLists(areas.map(areaAddress));
}

function runsOf(keys: readonly (string | null)[]): { key: string; first: number; count: number }[] {
  const runs: { key: string; first: number; count: number }[] = [];
  keys.forEach((key, column) => {
    const last = runs.at(-1);
    if (key === null) return;
    if (last && last.key === key && last.first + last.count === column) last.count += 1;
    else runs.push({ key, first: column, count: 1 });
  });
  return runs;
}
