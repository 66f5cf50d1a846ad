import { columnLimit, formatArea, isUnbounded, rowLimit, type Area } from "./address";
import { cellAt, positions, putCell, touchedCells } from "./cells";
import { Unsupported } from "./fault";
import { plainLook, type BorderModel, type Look, type SheetModel } from "./model";

/** Cells that are formatted together: a range, or several. */
export interface Formatted {
  readonly sheet: SheetModel;
  readonly areas: readonly Area[];
}

/** Changes the format of every cell. Whole columns keep it for the cells to come; whole rows are not known here. */
export function changeLooks({ sheet, areas }: Formatted, change: (look: Look) => Look): void {
  const changed = new Map<Look, Look>();
  const changeOnce = (look: Look): Look => {
    const known = changed.get(look) ?? change(look);
    changed.set(look, known);
    return known;
  };
  for (const area of areas) {
    if (area.rows === rowLimit) {
      const cells = touchedCells(sheet, area);
      for (let column = area.column; column < area.column + area.columns; column++) {
        sheet.columnLooks.set(column, changeOnce(sheet.columnLooks.get(column) ?? plainLook));
      }
      for (const [row, column, cell] of cells) putCell(sheet, row, column, { ...cell, look: changeOnce(cell.look) });
    } else if (area.columns === columnLimit) {
      throw new Unsupported(`a format for whole rows (${formatArea(area)})`);
    } else {
      for (const [row, column] of positions(area)) {
        const cell = cellAt(sheet, row, column);
        putCell(sheet, row, column, { ...cell, look: changeOnce(cell.look) });
      }
    }
  }
}

/** What all cells have in common, or null where they differ. */
export function commonLook<V>({ sheet, areas }: Formatted, read: (look: Look) => V): V | null {
  let found: { value: V } | null = null;
  for (const area of areas) {
    const looks = isUnbounded(area)
      ? [
          ...touchedCells(sheet, area).map(([, , cell]) => cell.look),
          ...Array.from(
            { length: area.columns },
            (_, index) => sheet.columnLooks.get(area.column + index) ?? plainLook,
          ),
        ]
      : [...positions(area)].map(([row, column]) => cellAt(sheet, row, column).look);
    for (const look of looks) {
      const value = read(look);
      if (found && found.value !== value) return null;
      found = { value };
    }
  }
  return found?.value ?? null;
}

export type Side = "top" | "bottom" | "left" | "right";

/** Which sides of which cells a border of a range is. */
const borderSides: Readonly<Record<string, readonly { side: Side; of: (area: Area) => Area }[]>> = {
  EdgeTop: [{ side: "top", of: (area) => ({ ...area, rows: 1 }) }],
  EdgeBottom: [{ side: "bottom", of: (area) => ({ ...area, row: area.row + area.rows - 1, rows: 1 }) }],
  EdgeLeft: [{ side: "left", of: (area) => ({ ...area, columns: 1 }) }],
  EdgeRight: [{ side: "right", of: (area) => ({ ...area, column: area.column + area.columns - 1, columns: 1 }) }],
  InsideHorizontal: [
    { side: "bottom", of: (area) => ({ ...area, rows: area.rows - 1 }) },
    { side: "top", of: (area) => ({ ...area, row: area.row + 1, rows: area.rows - 1 }) },
  ],
  InsideVertical: [
    { side: "right", of: (area) => ({ ...area, columns: area.columns - 1 }) },
    { side: "left", of: (area) => ({ ...area, column: area.column + 1, columns: area.columns - 1 }) },
  ],
};

export const borderIndexes = Object.keys(borderSides);

export function changeBorder(target: Formatted, index: string, change: Partial<BorderModel>): void {
  for (const { side, of } of borderSides[index] ?? []) {
    const areas = target.areas.map(of).filter((area) => area.rows > 0 && area.columns > 0);
    changeLooks({ sheet: target.sheet, areas }, (look) => ({ ...look, [side]: changedBorder(look[side], change) }));
  }
}

/** A colour or weight alone makes a line; a line of style "None" is no border. */
export function changedBorder(border: BorderModel, change: Partial<BorderModel>): BorderModel {
  const style = change.style ?? (border.style === "None" ? "Continuous" : border.style);
  return style === "None" ? plainLook.top : { ...border, ...change, style };
}

export function commonBorder<K extends keyof BorderModel>(
  target: Formatted,
  index: string,
  key: K,
): BorderModel[K] | null {
  const [first] = borderSides[index] ?? [];
  if (!first) return null;
  const areas = target.areas.map(first.of).filter((area) => area.rows > 0 && area.columns > 0);
  return commonLook({ sheet: target.sheet, areas }, (look) => look[first.side][key]);
}
