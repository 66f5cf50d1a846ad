import { makeStyles, tokens } from "@fluentui/react-components";
import { paper } from "./cell-css";

const mark = "#107C41";
const headFont = '"Segoe UI", Carlito, sans-serif';

const head = {
  position: "absolute",
  boxSizing: "border-box",
  display: "flex",
  alignItems: "center",
  justifyContent: "center",
  fontFamily: headFont,
  fontSize: "12px",
  color: tokens.colorNeutralForeground2,
  backgroundColor: tokens.colorNeutralBackground3,
  borderRight: `1px solid ${tokens.colorNeutralStroke1}`,
  borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  userSelect: "none",
} as const;

const activeHead = {
  color: tokens.colorNeutralForeground1,
  backgroundColor: tokens.colorNeutralBackground3Selected,
  fontWeight: 600,
} as const;

const cell = {
  position: "absolute",
  top: 0,
  boxSizing: "border-box",
  pointerEvents: "auto",
  cursor: "cell",
} as const;

const text = {
  position: "absolute",
  top: 0,
  bottom: 0,
  display: "flex",
  overflow: "hidden",
  lineHeight: 1.2,
  overflowWrap: "anywhere",
  pointerEvents: "none",
} as const;

export const useGridStyles = makeStyles({
  scroller: {
    position: "relative",
    flexGrow: 1,
    minHeight: 0,
    overflow: "auto",
    backgroundColor: paper,
    // Safari and Firefox would else bounce or jump where rows come and go.
    overflowAnchor: "none",
    // Where the page itself scrolls (narrow screens), one must be able to scroll on beyond the sheet.
    overscrollBehaviorX: "contain",
  },
  canvas: { position: "relative", outlineStyle: "none" },
  grid: { position: "absolute", inset: 0, outlineStyle: "none" },
  frozenRows: { position: "sticky", top: 0, zIndex: 3, backgroundColor: paper },
  frozenRowsLine: { boxShadow: `0 1px 0 0 ${tokens.colorNeutralStroke1Hover}` },
  body: { position: "absolute", left: 0, right: 0 },
  row: { position: "absolute", left: 0, width: "100%", pointerEvents: "none" },
  // clip, unlike hidden, makes no scroll container and lets cells merged downwards reach out.
  frozen: { position: "sticky", left: 0, zIndex: 2, overflowX: "clip", overflowY: "visible" },
  rowHead: { ...head, left: 0, top: 0 },
  activeRowHead: { ...head, ...activeHead, left: 0, top: 0 },
  columnHead: { ...head, top: 0 },
  activeColumnHead: { ...head, ...activeHead, top: 0 },
  corner: { ...head, left: 0, top: 0 },
  cell,
  linkedCell: { ...cell, cursor: "pointer" },
  activeCell: { ...cell, outline: `2px solid ${mark}`, outlineOffset: "-2px", zIndex: 1 },
  text,
  spillingText: { ...text, zIndex: 1 },
  charts: { position: "absolute", left: 0, top: 0, zIndex: 1 },
});

export type GridClasses = ReturnType<typeof useGridStyles>;
