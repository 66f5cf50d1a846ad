import type { Alignment, NewFile, Style } from "excelize-wasm";
import { must } from "./must";

const FONT = "Times New Roman";
const THIN = 1;
const FILLS = { header: "BDD7EE", area: "DDEBF7", total: "DDEBF7", key: "F2F2F2" } as const;

function border(): NonNullable<Style["Border"]> {
  return ["left", "top", "right", "bottom"].map((Type) => ({ Type, Color: "808080", Style: THIN }));
}

interface Look {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly size?: number;
  readonly color?: string;
  readonly fill?: string;
  readonly bordered?: boolean;
  readonly alignment?: Alignment;
  readonly numberFormat?: string;
}

function toStyle(look: Look): Style {
  return {
    Font: {
      Family: FONT,
      Size: look.size ?? 11,
      Bold: look.bold ?? false,
      Italic: look.italic ?? false,
      ...(look.color === undefined ? {} : { Color: look.color }),
    },
    Alignment: { Vertical: "center", ...look.alignment },
    ...(look.fill === undefined ? {} : { Fill: { Type: "pattern", Pattern: 1, Color: [look.fill] } }),
    ...(look.bordered === false ? {} : { Border: border() }),
    ...(look.numberFormat === undefined ? {} : { CustomNumFmt: look.numberFormat }),
  };
}

const center: Alignment = { Horizontal: "center", WrapText: true };
const left: Alignment = { Horizontal: "left", WrapText: true, Indent: 1 };
const code: Alignment = { Horizontal: "left" };
const number: Alignment = { Horizontal: "center" };

/** Scores keep the format General: "0.###" would show 100 as "100." in Excel. */
const looks = {
  title: { bold: true, size: 14, bordered: false, alignment: { Horizontal: "left" } },
  groupLabel: { bold: true, size: 12, bordered: false, alignment: { Horizontal: "left" } },
  note: { italic: true, size: 10, color: "595959", bordered: false, alignment: { Horizontal: "left" } },
  wrappedNote: { italic: true, color: "595959", bordered: false, alignment: { Horizontal: "left", WrapText: true } },
  header: { bold: true, fill: FILLS.header, alignment: center },
  agencyUpright: { bold: true, size: 10, fill: FILLS.header, alignment: { ...center, TextRotation: 90 } },
  areaCode: { bold: true, fill: FILLS.area, alignment: code },
  areaText: { bold: true, fill: FILLS.area, alignment: left },
  areaNumber: { bold: true, fill: FILLS.area, alignment: number },
  criterionCode: { bold: true, alignment: code },
  criterionText: { bold: true, alignment: left },
  criterionNumber: { bold: true, alignment: number },
  leafCode: { alignment: code },
  leafText: { alignment: left },
  leafNumber: { alignment: number },
  totalText: { bold: true, fill: FILLS.total, alignment: center },
  totalNumber: { bold: true, fill: FILLS.total, alignment: number },
  key: { bold: true, fill: FILLS.key, alignment: left },
  value: { alignment: left },
  hint: { italic: true, color: "595959", alignment: left },
  centered: { alignment: center },
  lastYear: { alignment: number, numberFormat: "0.00" },
} satisfies Record<string, Look>;

export type StyleName = keyof typeof looks;
export type Styles = Readonly<Record<StyleName, number>>;

/** Registers every look of the sample workbook and returns the style numbers. */
export function createStyles(file: NewFile): Styles {
  const entries = Object.entries(looks).map(([name, look]) => [name, must(file.NewStyle(toStyle(look))).style]);
  return Object.fromEntries(entries) as Styles;
}
