/**
 * Which of the library's answers are Excel's in every office. What a step is given decides: a text where a number is
 * wanted is read by the office's locale, numbers that differ in the sixteenth digit are equal to Excel and not to the
 * library, and a step's result goes to the next step as a cell, which some functions treat in another way.
 */
import { blankAnswers } from "./blank-answers";
import type { CalculationPlan } from "./calculation-plan";
import type { PlainValue } from "./engine";
import type { Operand, Step } from "./step";
import { areaOfCell } from "./expression";
import type { WorkbookValues } from "./workbook-values";

const arithmetic = new Set(["+", "-", "*", "/", "^", "neg", "%"]);
const comparisons = new Set(["=", "<>", "<", ">", "<=", ">="]);
const ofNumbers = new Set([...arithmetic, "ROUND", "ROUNDUP", "ROUNDDOWN", "INT", "ABS", "AND", "OR", "NOT"]);
const roundings = new Set(["ROUND", "ROUNDUP", "ROUNDDOWN", "INT"]);
const ofCells = new Set(["SUM", "AVERAGE", "MIN", "MAX", "COUNT", "COUNTA", "PRODUCT"]);
const lookups = new Set(["VLOOKUP", "HLOOKUP", "MATCH"]);
const withConditions = new Set(["SUMIF", "AVERAGEIF", "COUNTIF", "SUMIFS", "COUNTIFS"]);

/** Numbers nearer to each other than this are one number to Excel, which compares fifteen digits. */
const nearness = 1e-13;
/** The library takes what is nearer to 0 than some limit of its own for 0. */
const nearnessToZero = 1e-9;

/** The value of each step; null where the library's answer cannot be trusted, or hangs on one that cannot. */
export function certainValues(
  plan: CalculationPlan,
  answers: readonly (PlainValue | null)[],
  values: WorkbookValues,
): (PlainValue | null)[] {
  const certain: (PlainValue | null)[] = [];
  const blanks = blankAnswers(plan, values);
  const valueOf = (operand: Operand): PlainValue | null => {
    switch (operand.kind) {
      case "constant":
        return plainConstant(operand.value);
      case "step":
        return certain[operand.step] ?? null;
      case "cell": {
        const step = plan.stepOf(operand);
        return step === null ? values.value(operand) : (certain[step] ?? null);
      }
      case "area":
        return null;
    }
  };
  const hangsOnDoubt = (operand: Operand): boolean => {
    if (operand.kind === "constant") return false;
    if (operand.kind === "step") return certain[operand.step] === null;
    const area = operand.kind === "cell" ? areaOfCell(operand) : operand;
    return plan.stepsIn(area).some((step) => certain[step] === null);
  };
  plan.steps.forEach((step, index) => {
    const answer = answers[index] ?? null;
    const given = step.args.map(valueOf);
    const isSure = !step.args.some(hangsOnDoubt) && !blanks.isMistaken(step, given) && isCertain(step, given, answer);
    certain.push(isSure ? answer : null);
    blanks.add(step, answer);
  });
  return certain;
}

function isCertain({ name, args }: Step, given: readonly (PlainValue | null)[], answer: PlainValue | null): boolean {
  if (name === null || answer === null) return true;
  const [first = null, second = null] = given;
  if (given.some(isUnreadable)) return false;
  if (ofNumbers.has(name) && given.some(isText)) return false;
  if (name === "IF" && isText(first)) return false;
  if (roundings.has(name)) return isPlainlyRounded(name, first, second);
  // Excel looks at all of them; the library stops at the first that decides.
  if ((name === "AND" || name === "OR") && given.some(isError)) return isError(answer);
  if (ofCells.has(name)) return args.every((arg, at) => arg.kind !== "step" || isNumberOrError(given[at]));
  if ((name === "+" || name === "-") && answer.type === "number") return !isNearlyNothing(answer.value, first, second);
  if (comparisons.has(name)) return isPlainComparison(name, first, second);
  if (name === "&") return given.every(isPlainlyJoined);
  if (lookups.has(name)) return isPlainKey(first);
  // Place 0 stands for a whole row or column.
  if (name === "INDEX") return given.slice(1).every((value) => value?.type === "number" && value.value >= 1);
  if (withConditions.has(name)) {
    const offset = name === "SUMIFS" ? 1 : 0;
    return given.every((value, at) => (at - offset) % 2 !== 1 || at < offset || isPlainCondition(value));
  }
  return true;
}

function plainConstant(value: number | string | boolean): PlainValue {
  if (typeof value === "number") return { type: "number", value };
  return typeof value === "boolean" ? { type: "boolean", value } : { type: "text", value };
}

function isText(value: PlainValue | null | undefined): boolean {
  return value?.type === "text";
}

function isError(value: PlainValue | null | undefined): boolean {
  return value?.type === "error";
}

function isNumberOrError(value: PlainValue | null | undefined): boolean {
  return value?.type === "number" || isError(value);
}

/** A text that the library would take for a formula or lose. */
function isUnreadable(value: PlainValue | null): boolean {
  return value?.type === "text" && /[\p{Cc}\p{Cs}]/u.test(value.value);
}

/** Excel makes a difference that only the last binary digits leave a zero. */
function isNearlyNothing(answer: number, first: PlainValue | null, second: PlainValue | null): boolean {
  return answer !== 0 && Math.abs(answer) <= nearness * Math.max(Math.abs(size(first)), Math.abs(size(second)));
}

function size(value: PlainValue | null): number {
  return value?.type === "number" ? value.value : 0;
}

function isPlainComparison(name: string, first: PlainValue | null, second: PlainValue | null): boolean {
  if (first?.type === "number" && second?.type === "number") {
    const difference = first.value - second.value;
    const nearest = Math.max(nearnessToZero, nearness * Math.max(Math.abs(first.value), Math.abs(second.value)));
    return difference === 0 || Math.abs(difference) > nearest;
  }
  // The order of texts is a matter of language; that they are the same is not, but for letters made of several signs.
  if (isText(first) && isText(second))
    return (name === "=" || name === "<>") && isPlainText(first) && isPlainText(second);
  return true;
}

/**
 * A half, or a whole number where one rounds up or down, that is one only as shown and not in binary (4.35*100) is
 * rounded to either side, as Excel comes to it.
 */
function isPlainlyRounded(name: string, number: PlainValue | null, decimals: PlainValue | null): boolean {
  if (number?.type === "boolean") return false;
  if (number?.type !== "number") return true;
  const shift = size(decimals);
  const shifted = shift < 0 ? number.value / 10 ** -shift : number.value * 10 ** shift;
  const isEdge = name === "ROUND" ? Math.abs(asShown(shifted) % 1) === 0.5 : Number.isInteger(asShown(shifted));
  return !isEdge || asShown(number.value) === number.value;
}

function asShown(value: number): number {
  return Number(value.toPrecision(15));
}

/** A number is joined as Excel shows it: of a fraction that is not what the library writes. */
function isPlainlyJoined(value: PlainValue | null): boolean {
  if (value?.type === "boolean") return false;
  if (value?.type !== "number") return true;
  return Number.isInteger(value.value) && Math.abs(value.value) < 1e15 && !Object.is(value.value, -0);
}

function isPlainKey(value: PlainValue | null): boolean {
  if (value?.type === "number") return Number.isInteger(value.value);
  return value?.type === "error" || (isPlainText(value) && !/[*?~]/.test(String(value?.value)));
}

/** A condition in a text is read as a comparison and by the locale; only words and whole numbers are what they are. */
function isPlainCondition(value: PlainValue | null): boolean {
  if (value?.type === "number") return Number.isInteger(value.value);
  return isPlainText(value) && !/[\d*?~<>=]/.test(String(value?.value)) && !/^\s*$/.test(String(value?.value));
}

/** Letters that are two letters in capitals ("ß") are the same as those to some. */
function isPlainText(value: PlainValue | null): boolean {
  if (value?.type !== "text" || value.value !== value.value.normalize("NFC")) return false;
  return value.value.toUpperCase().length === value.value.length;
}
