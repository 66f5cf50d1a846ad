import type { Area } from "./address";

/** The workbook as this stand-in keeps it: plain data, changed in place by the object tables. */
export interface WorkbookModel {
  readonly sheets: SheetModel[];
  readonly names: NameModel[];
  active: SheetModel;
  /** On the active sheet. */
  selection: Area;
  protectedStructure: boolean;
  calculationMode: string;
  /** Days count from 1904. */
  readonly date1904: boolean;
  enableEvents: boolean;
}

export interface SheetModel {
  /** Stays the same for the sheet's whole life. */
  readonly id: string;
  name: string;
  visibility: "Visible" | "Hidden" | "VeryHidden";
  /** "#RRGGBB" or "" */
  tabColor: string;
  gridlines: boolean;
  headings: boolean;
  protected: boolean;
  /** By row * columnLimit + column; cells that were never touched are missing. */
  readonly cells: Map<number, CellModel>;
  /** Formats of whole columns, for cells that are missing. */
  readonly columnLooks: Map<number, Look>;
  /** In points. */
  readonly columnWidths: Map<number, number>;
  readonly rowHeights: Map<number, number>;
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: Set<number>;
  merges: Area[];
  freeze: { rows: number; columns: number };
  page: PageModel;
  /** Rows above which a page break stands. */
  breaks: number[];
  charts: ChartModel[];
  names: NameModel[];
  /** What the user has on the sheet that this stand-in cannot show. */
  readonly shapes: number;
  readonly tables: number;
  /** Has a program written here since the workbook was opened? */
  written: boolean;
}

export interface CellModel {
  readonly type: "empty" | "number" | "text" | "boolean" | "error";
  readonly value: number | string | boolean;
  /** en-US, without "="; null for a constant. */
  readonly formula: string | null;
  /** false: a formula whose value is not known (nothing here computes). */
  readonly calculated: boolean;
  /** Was it written with a leading apostrophe? */
  readonly quoted: boolean;
  readonly look: Look;
  readonly link: LinkModel | null;
}

export interface LinkModel {
  readonly address?: string;
  readonly documentReference?: string;
  readonly screenTip?: string;
  readonly textToDisplay?: string;
}

export interface Look {
  readonly numberFormat: string;
  readonly fontName: string;
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: string;
  readonly color: string;
  /** "" for none */
  readonly fill: string;
  readonly horizontal: string;
  readonly vertical: string;
  readonly wrap: boolean;
  /** Does the sheet's protection cover the cell? */
  readonly locked: boolean;
  readonly top: BorderModel;
  readonly bottom: BorderModel;
  readonly left: BorderModel;
  readonly right: BorderModel;
}

export interface BorderModel {
  readonly style: string;
  readonly color: string;
  readonly weight: string;
}

export interface PageModel {
  orientation: string;
  paperSize: string | null;
  zoom: { scale?: number; horizontalFitToPages?: number; verticalFitToPages?: number };
  centerHorizontally: boolean;
  /** In points. */
  readonly margins: Record<"left" | "right" | "top" | "bottom" | "header" | "footer", number>;
  readonly headersFooters: Record<string, string>;
  titleRows: Area | null;
  titleColumns: Area | null;
}

export interface NameModel {
  readonly id: string;
  readonly name: string;
  /** With "=". */
  formula: string;
  visible: boolean;
  comment: string;
}

export interface FontModel {
  name: string;
  size: number;
  bold: boolean;
  italic: boolean;
  underline: string;
  color: string;
}

/** A range that a chart takes something from. */
export interface SourceRange {
  readonly sheet: SheetModel;
  readonly area: Area;
}

export interface ChartModel {
  readonly id: string;
  name: string;
  chartType: string;
  /** In points. */
  left: number;
  top: number;
  width: number;
  height: number;
  readonly title: { visible: boolean; text: string; overlay: boolean; readonly font: FontModel };
  readonly legend: { visible: boolean; position: string; overlay: boolean; readonly font: FontModel };
  readonly font: FontModel;
  /** "" for none */
  fill: string;
  readonly border: LineModel;
  roundedCorners: boolean;
  readonly categoryAxis: AxisModel;
  readonly valueAxis: AxisModel;
  series: SeriesModel[];
  /** null: Excel lays it out. In points. */
  readonly plotArea: Record<"left" | "top" | "width" | "height", number | null> &
    Record<"insideLeft" | "insideTop" | "insideWidth" | "insideHeight", number | null>;
  plotVisibleOnly: boolean;
}

export interface AxisModel {
  visible: boolean;
  minimum: number | null;
  maximum: number | null;
  majorUnit: number | null;
  reversePlotOrder: boolean;
  textOrientation: number;
  tickLabelSpacing: number | null;
  tickLabelPosition: string;
  majorTickMark: string;
  minorTickMark: string;
  numberFormat: string;
  /** Does the number format follow the cells? */
  linkNumberFormat: boolean;
  position: string;
  readonly majorGridlines: { visible: boolean; readonly line: LineModel };
  readonly title: { visible: boolean; text: string; readonly font: FontModel };
  readonly line: LineModel;
  readonly font: FontModel;
}

export interface LineModel {
  color: string;
  weight: number;
  lineStyle: string;
}

export interface SeriesModel {
  /** A text of its own, or the cell that the name comes from. */
  name: string | SourceRange;
  values: SourceRange | null;
  categories: SourceRange | null;
  fill: string;
  gapWidth: number;
  overlap: number;
  hasDataLabels: boolean;
  readonly labels: LabelsModel;
}

export interface LabelsModel {
  showValue: boolean;
  showSeriesName: boolean;
  showCategoryName: boolean;
  showLegendKey: boolean;
  position: string;
  numberFormat: string;
  textOrientation: number;
  readonly font: FontModel;
}

const noBorder: BorderModel = { style: "None", color: "#000000", weight: "Thin" };

export const plainLook: Look = {
  numberFormat: "General",
  fontName: "Calibri",
  size: 11,
  bold: false,
  italic: false,
  underline: "None",
  color: "#000000",
  fill: "",
  horizontal: "General",
  vertical: "Bottom",
  wrap: false,
  locked: true,
  top: noBorder,
  bottom: noBorder,
  left: noBorder,
  right: noBorder,
};

/** Points; 64 pixels, 20 pixels. */
export const standardWidth = 48;
export const standardHeight = 15;

export function newSheet(id: string, name: string): SheetModel {
  return {
    id,
    name,
    visibility: "Visible",
    tabColor: "",
    gridlines: true,
    headings: true,
    protected: false,
    cells: new Map(),
    columnLooks: new Map(),
    columnWidths: new Map(),
    rowHeights: new Map(),
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    merges: [],
    freeze: { rows: 0, columns: 0 },
    page: {
      orientation: "Portrait",
      paperSize: null,
      zoom: { scale: 100 },
      centerHorizontally: false,
      margins: { left: 50.4, right: 50.4, top: 54, bottom: 54, header: 21.6, footer: 21.6 },
      headersFooters: {
        leftHeader: "",
        centerHeader: "",
        rightHeader: "",
        leftFooter: "",
        centerFooter: "",
        rightFooter: "",
      },
      titleRows: null,
      titleColumns: null,
    },
    breaks: [],
    charts: [],
    names: [],
    shapes: 0,
    tables: 0,
    written: false,
  };
}

function newFont(size: number, bold = false): FontModel {
  return { name: "Calibri", size, bold, italic: false, underline: "None", color: "#595959" };
}

function newLine(): LineModel {
  return { color: "#D9D9D9", weight: 0.75, lineStyle: "Continuous" };
}

function newAxis(gridlines: boolean): AxisModel {
  return {
    visible: true,
    minimum: null,
    maximum: null,
    majorUnit: null,
    reversePlotOrder: false,
    textOrientation: 0,
    tickLabelSpacing: null,
    tickLabelPosition: "NextToAxis",
    majorTickMark: "None",
    minorTickMark: "None",
    numberFormat: "General",
    linkNumberFormat: true,
    position: "Automatic",
    majorGridlines: { visible: gridlines, line: newLine() },
    title: { visible: false, text: "", font: newFont(10) },
    line: newLine(),
    font: newFont(9),
  };
}

export function newSeries(name: string | SourceRange): SeriesModel {
  return {
    name,
    values: null,
    categories: null,
    fill: "",
    gapWidth: 219,
    overlap: -27,
    hasDataLabels: false,
    labels: {
      showValue: true,
      showSeriesName: false,
      showCategoryName: false,
      showLegendKey: false,
      position: "OutsideEnd",
      numberFormat: "General",
      textOrientation: 0,
      font: newFont(9),
    },
  };
}

export function newChart(id: string, name: string, chartType: string, series: SeriesModel[]): ChartModel {
  return {
    id,
    name,
    chartType,
    left: 0,
    top: 0,
    width: 360,
    height: 216,
    title: { visible: true, text: "", overlay: false, font: newFont(14) },
    legend: { visible: series.length > 1, position: "Bottom", overlay: false, font: newFont(9) },
    font: newFont(10),
    fill: "#FFFFFF",
    border: newLine(),
    roundedCorners: false,
    categoryAxis: newAxis(false),
    valueAxis: newAxis(true),
    series,
    plotArea: {
      left: null,
      top: null,
      width: null,
      height: null,
      insideLeft: null,
      insideTop: null,
      insideWidth: null,
      insideHeight: null,
    },
    plotVisibleOnly: true,
  };
}
