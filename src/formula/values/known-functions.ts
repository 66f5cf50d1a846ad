import { areaOf, type AreaReference, type Expression } from "./expression";

/**
 * The functions whose every answer agreed with Excel's in the trial (test/hosts/xlsx/formulas), and the arguments with
 * which it did. What is not in here is never asked of the library; what hangs on values is judged by certain-values.
 */
const shapes: Readonly<Record<string, (args: readonly Expression[]) => boolean>> = {
  SUM: aggregate,
  AVERAGE: aggregate,
  MIN: aggregate,
  MAX: aggregate,
  COUNT: aggregate,
  COUNTA: aggregate,
  PRODUCT: aggregate,
  ROUND: rounding,
  ROUNDUP: rounding,
  ROUNDDOWN: rounding,
  INT: values(1),
  ABS: values(1),
  IF: values(2, 3),
  AND: values(1, 255),
  OR: values(1, 255),
  NOT: values(1),
  IFERROR: values(2),
  IFNA: values(2),
  ISERROR: values(1),
  ISNUMBER: values(1),
  ISTEXT: values(1),
  ISBLANK: (args) => args.length === 1 && args[0]?.kind === "cell",
  VLOOKUP: (args) => isLookup(args, (area) => area.right - area.left),
  HLOOKUP: (args) => isLookup(args, (area) => area.bottom - area.top),
  MATCH([key, within, kind, ...more]) {
    const area = areaOf(within);
    return isValue(key) && area !== null && isLine(area) && isFalse(kind) && more.length === 0;
  },
  INDEX([within, ...places]) {
    const area = areaOf(within);
    if (area === null || !places.every(isValue)) return false;
    return places.length === 2 || (places.length === 1 && isLine(area));
  },
  SUMIF: ([within, wanted, summed, ...more]) => conditions([within, wanted], summed ?? within) && more.length === 0,
  AVERAGEIF: ([within, wanted, summed, ...more]) => conditions([within, wanted], summed ?? within) && more.length === 0,
  COUNTIF: (args) => args.length === 2 && conditions(args, args[0]),
  SUMIFS: ([summed, ...pairs]) => conditions(pairs, summed),
  COUNTIFS: (args) => conditions(args, args[0]),
  SUMPRODUCT: (args) => args.length > 0 && args.every((arg) => isSameShape(areaOf(arg), areaOf(args[0]))),
};

const lastDecimal = 9;

/** May the library be asked for this function with these arguments? */
export function isKnown(name: string, args: readonly Expression[]): boolean {
  return Object.hasOwn(shapes, name) && (shapes[name]?.(args) ?? false);
}

/** A single value, not an area: what an area gives where one value is wanted differs between versions of Excel. */
export function isValue(expression: Expression | undefined): boolean {
  return expression !== undefined && expression.kind !== "area";
}

function values(fewest: number, most = fewest) {
  return (args: readonly Expression[]): boolean =>
    args.length >= fewest && args.length <= most && args.every((arg) => isValue(arg));
}

/** Of constants only numbers: a text or a truth value counts in SUM("3",TRUE), but not in a cell. */
function aggregate(args: readonly Expression[]): boolean {
  return args.length > 0 && args.every((arg) => arg.kind !== "constant" || typeof arg.value === "number");
}

function rounding(args: readonly Expression[]): boolean {
  const decimals = numberOf(args[1]);
  return args.length === 2 && isValue(args[0]) && Number.isInteger(decimals) && Math.abs(decimals) <= lastDecimal;
}

function isLookup(args: readonly Expression[], lastIndex: (area: AreaReference) => number): boolean {
  const [key, within, index, kind] = args;
  const area = areaOf(within);
  const place = numberOf(index);
  if (args.length !== 4 || !isValue(key) || area === null || !isFalse(kind)) return false;
  return Number.isInteger(place) && place >= 1 && place <= lastIndex(area) + 1;
}

/** Areas and what is wanted of them, in turn, all of one shape. */
function conditions(pairs: readonly (Expression | undefined)[], summed: Expression | undefined): boolean {
  const shape = areaOf(summed);
  if (pairs.length === 0 || pairs.length % 2 !== 0 || shape === null) return false;
  return pairs.every((one, at) => (at % 2 === 0 ? isSameShape(areaOf(one), shape) : isValue(one)));
}

function isSameShape(one: AreaReference | null, other: AreaReference | null): boolean {
  if (one === null || other === null) return false;
  return one.bottom - one.top === other.bottom - other.top && one.right - one.left === other.right - other.left;
}

function isLine({ top, left, bottom, right }: AreaReference): boolean {
  return top === bottom || left === right;
}

function isFalse(expression: Expression | undefined): boolean {
  return expression?.kind === "constant" && (expression.value === false || expression.value === 0);
}

function numberOf(expression: Expression | undefined): number {
  return expression?.kind === "constant" && typeof expression.value === "number" ? expression.value : NaN;
}
