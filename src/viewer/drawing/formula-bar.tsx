import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { JSX } from "react";
import type { StandaloneTexts } from "../../strings/standalone.vi";
import { cellAddress, type GridCell } from "../../data/grid";
import type { SheetView } from "../model/sheet-view";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    alignItems: "center",
    columnGap: "8px",
    padding: "4px 8px",
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase300,
  },
  name: {
    flexShrink: 0,
    minWidth: "64px",
    textAlign: "center",
    padding: "3px 6px",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  content: {
    flexGrow: 1,
    minWidth: 0,
    boxSizing: "border-box",
    padding: "3px 8px",
    font: "inherit",
    color: tokens.colorNeutralForeground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground1,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-1px" },
  },
});

/** The selected cell's address, what stands in it, and the way to where it links. */
export function FormulaBar(props: {
  readonly sheet: SheetView;
  readonly place: { readonly row: number; readonly column: number };
  readonly texts: StandaloneTexts;
  readonly onFollow: () => void;
}): JSX.Element {
  const { sheet, place, texts, onFollow } = props;
  const styles = useStyles();
  const address = cellAddress(place.row, place.column);
  const link = sheet.linkAt(place.row, place.column);
  const content = cellContent(sheet.cell(place.row, place.column), texts.numbers.decimalMark);
  return (
    <div className={styles.bar}>
      <output className={styles.name} aria-label={texts.cellName}>
        {address}
      </output>
      <input className={styles.content} readOnly aria-label={texts.cellContent} title={content} value={content} />
      {link && (
        <Button size="small" onClick={onFollow}>
          {texts.followLink(`${link.sheet ?? sheet.name}!${cellAddress(link.row, link.column)}`)}
        </Button>
      )}
    </div>
  );
}

/** The formula, or the value as it is and not as its format shows it. */
export function cellContent(cell: GridCell | null, decimalMark: string): string {
  if (cell === null) return "";
  if (cell.formula !== null) return `=${cell.formula}`;
  const { value } = cell;
  if (typeof value === "number") return String(Number(value.toPrecision(15))).replace(".", decimalMark);
  if (typeof value === "boolean") return String(value).toUpperCase();
  // The runs of spaces by themselves: an expression for spaces around a line break tries each space anew.
  return (value ?? "").replace(/\s+/g, (spaces) => (spaces.includes("\n") ? " " : spaces));
}
