import { placesIn } from "./area-scan";
import type { CalculationPlan } from "./calculation-plan";
import type { PlainValue } from "./engine";
import { areaOf } from "./expression";
import type { Operand, Step } from "./step";
import type { WorkbookValues } from "./workbook-values";

/** Functions that hand on a cell as it is, with the first argument that they may take it from. */
const handingOn: Readonly<Record<string, number>> = { IF: 1, IFERROR: 0, IFNA: 0, VLOOKUP: 1, HLOOKUP: 1, INDEX: 0 };
/** To these a blank is 0, as the library has it. */
const ofNumbers = new Set(["+", "-", "*", "/", "^", "neg", "%", "ROUND", "ROUNDUP", "ROUNDDOWN", "INT", "ABS"]);
const comparisons = new Set(["=", "<>", "<", ">", "<=", ">="]);

/**
 * A blank cell that IF or VLOOKUP hands on is 0 to the library. To Excel it is still blank inside the formula: equal to
 * "", nothing when joined, no number to ISNUMBER.
 */
export interface BlankAnswers {
  /** Is the step given such a 0 where it makes a difference? */
  isMistaken(step: Step, given: readonly (PlainValue | null)[]): boolean;
  /** To be told of each step in turn. */
  add(step: Step, answer: PlainValue | null): void;
}

export function blankAnswers(plan: CalculationPlan, values: WorkbookValues): BlankAnswers {
  const mayBeBlank: boolean[] = [];
  const holdsBlank = (operand: Operand): boolean => {
    if (operand.kind === "step") return mayBeBlank[operand.step] ?? false;
    const area = areaOf(operand);
    if (area === null) return false;
    for (const place of placesIn(area)) if (plan.stepOf(place) === null && values.value(place) === null) return true;
    return false;
  };
  return {
    isMistaken({ name, args }, given) {
      if (!args.some((arg) => arg.kind === "step" && mayBeBlank[arg.step] === true)) return false;
      if (name === null || ofNumbers.has(name) || ["IF", "IFERROR", "IFNA"].includes(name)) return false;
      return !comparisons.has(name) || !given.every((value) => value?.type === "number");
    },
    add({ name, args }, answer) {
      const from = name === null ? undefined : handingOn[name];
      const isZero = answer?.type === "number" && answer.value === 0;
      mayBeBlank.push(isZero && from !== undefined && args.slice(from).some(holdsBlank));
    },
  };
}
