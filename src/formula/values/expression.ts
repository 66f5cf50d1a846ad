/** A formula as its parts. Names of the workbook are already replaced by what they stand for. */
export type Expression = Constant | CellReference | AreaReference | Call;

export interface Constant {
  readonly kind: "constant";
  readonly value: number | string | boolean;
}

export interface CellReference {
  readonly kind: "cell";
  /** Index of the sheet in the workbook. */
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
}

/** From the first to the last row and column, both included; a whole column ends with the sheet. */
export interface AreaReference {
  readonly kind: "area";
  readonly sheet: number;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A function in capitals or an operator: "SUM", "+", "&", "<=", "%"; "neg" is the minus before a value. */
export interface Call {
  readonly kind: "call";
  readonly name: string;
  readonly args: readonly Expression[];
}

/** The area that an argument covers; a cell is an area of one. */
export function areaOf(expression: Expression | undefined): AreaReference | null {
  if (expression?.kind === "area") return expression;
  return expression?.kind === "cell" ? areaOfCell(expression) : null;
}

export function areaOfCell({ sheet, row, column }: CellReference): AreaReference {
  return { kind: "area", sheet, top: row, left: column, bottom: row, right: column };
}
