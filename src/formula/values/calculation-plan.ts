import type { EngineCell, EngineJob } from "./engine";
import { areaKey, areasIn, placeKey, placesIn, scanArea, type AreaScan } from "./area-scan";
import { areaOf, areaOfCell, type AreaReference, type CellReference, type Expression } from "./expression";
import type { Operand, Step } from "./step";
import { stepFormula } from "./step-formula";
import type { WorkbookValues } from "./workbook-values";

export interface CalculationPlan {
  /** false: cells were left out because all together would take too long. */
  readonly isWhole: boolean;
  readonly job: EngineJob;
  readonly steps: readonly Step[];
  /** The step that a computed cell's value comes from; null for one that is not computed. */
  stepOf(place: CellReference): number | null;
  /** The steps that an area's values come from. */
  stepsIn(area: AreaReference): readonly number[];
}

/** Letters read, cells looked at, steps made: together some seconds of computing; a province's workbook has a tenth. */
const effortLimit = 4_000_000;
const stepEffort = 25;
/** Excel has no longer text. */
const longestText = 32_767;

interface OpenCell {
  readonly key: string;
  readonly expression: Expression;
  readonly areas: readonly AreaReference[];
  readonly waitsFor: readonly CellReference[];
  next: number;
}

/**
 * The steps that compute the wanted cells and all that they hang on, each after those it needs. A cell is left out if
 * its formula or any that it hangs on is outside of what can be computed, hangs on itself, or would take too long.
 */
export function planCalculation(
  wanted: readonly CellReference[],
  values: WorkbookValues,
  parse: (formula: string, sheet: number) => Expression | null,
): CalculationPlan {
  /** The step of each cell that was looked at; null: not to be computed. */
  const done = new Map<string, number | null>();
  const open = new Set<string>();
  const scans = new Map<string, AreaScan>();
  const stepOf = (place: CellReference): number | null => done.get(placeKey(place)) ?? null;
  const list = stepList(scans, stepOf);
  let effort = 0;

  const scan = (area: AreaReference): AreaScan => {
    const key = areaKey(area);
    const found = scans.get(key) ?? scanArea(area, values, effortLimit - effort);
    scans.set(key, found);
    effort += found.size;
    return found;
  };
  const begin = (place: CellReference): OpenCell | null => {
    const formula = values.uncalculated(place) ?? "";
    effort += formula.length;
    if (effort > effortLimit || values.isUnknown(areaOfCell(place))) return null;
    const expression = parse(formula, place.sheet);
    if (expression === null) return null;
    const areas = areasIn(expression);
    const waitsFor: CellReference[] = [];
    for (const area of areas) {
      if (values.isUnknown(area)) return null;
      const { isForeign, uncalculated } = scan(area);
      if (effort > effortLimit || isForeign) return null;
      for (const one of uncalculated) waitsFor.push(one);
    }
    return { key: placeKey(place), expression, areas, waitsFor, next: 0 };
  };
  const finish = ({ key, expression, areas, waitsFor }: OpenCell): void => {
    open.delete(key);
    const before = list.steps.length;
    const step = waitsFor.every((one) => stepOf(one) !== null) ? list.add(expression) : null;
    effort += (list.steps.length - before) * stepEffort;
    done.set(key, step);
    if (step !== null) for (const area of areas) list.provide(area, values);
  };
  // By hand instead of by recursion: formulas may hang on one another ten thousand deep.
  const visit = (first: CellReference): void => {
    const path: OpenCell[] = [];
    const enter = (place: CellReference): void => {
      const cell = begin(place);
      if (cell === null) {
        done.set(placeKey(place), null);
        return;
      }
      open.add(cell.key);
      path.push(cell);
    };
    enter(first);
    for (let cell = path.at(-1); cell !== undefined; cell = path.at(-1)) {
      const needed = cell.waitsFor[cell.next++];
      if (needed === undefined) {
        path.pop();
        finish(cell);
      } else if (open.has(placeKey(needed))) {
        // It hangs on itself: left out here, and so is every other cell of the circle, which waits for it.
        path.pop();
        open.delete(cell.key);
        done.set(cell.key, null);
      } else if (!done.has(placeKey(needed))) enter(needed);
    }
  };
  for (const place of wanted) if (!done.has(placeKey(place))) visit(place);
  const stepsIn = (area: AreaReference): readonly number[] =>
    (scans.get(areaKey(area))?.uncalculated ?? []).flatMap((one) => stepOf(one) ?? []);
  return { isWhole: effort <= effortLimit, job: list.job(), steps: list.steps, stepOf, stepsIn };
}

interface StepList {
  readonly steps: readonly Step[];
  /** Adds a formula's steps and gives the last; null where a text could grow too long. */
  add(expression: Expression): number | null;
  /** Puts what an area holds into the library's workbook. */
  provide(area: AreaReference, values: WorkbookValues): void;
  job(): EngineJob;
}

function stepList(scans: ReadonlyMap<string, AreaScan>, stepOf: (place: CellReference) => number | null): StepList {
  const steps: Step[] = [];
  const formulas: string[] = [];
  /** No step's text is longer than this. */
  const lengths: number[] = [];
  const cells = new Map<string, EngineCell>();
  const provided = new Set<string>();

  const lengthOf = (operand: Operand): number => {
    if (operand.kind === "step") return lengths[operand.step] ?? 0;
    if (operand.kind === "constant") return String(operand.value).length;
    const area = areaOf(operand);
    const found = area && scans.get(areaKey(area));
    if (!found) return 0;
    const computed = found.uncalculated.map((one) => lengths[stepOf(one) ?? -1] ?? 0);
    return computed.reduce((most, one) => Math.max(most, one), found.longest);
  };
  const addStep = (step: Step): number | null => {
    const isJoin = step.name === "&";
    const length = step.args.map(lengthOf).reduce((most, one) => (isJoin ? most + one : Math.max(most, one)), 0);
    if (length > longestText) return null;
    lengths.push(length);
    formulas.push(stepFormula(step, stepOf));
    return steps.push(step) - 1;
  };
  const operandFor = (expression: Expression): Operand | null => {
    if (expression.kind !== "call") return expression;
    const args: Operand[] = [];
    for (const arg of expression.args) {
      const operand = operandFor(arg);
      if (operand === null) return null;
      args.push(operand);
    }
    const step = addStep({ name: expression.name, args });
    return step === null ? null : { kind: "step", step };
  };
  return {
    steps,
    add(expression) {
      const operand = operandFor(expression);
      if (operand === null) return null;
      return operand.kind === "step" ? operand.step : addStep({ name: null, args: [operand] });
    },
    provide(area, values) {
      const key = areaKey(area);
      if (provided.has(key)) return;
      provided.add(key);
      for (const place of placesIn(area)) {
        const { sheet, row, column } = place;
        const step = stepOf(place);
        const content = step === null ? values.value(place) : ({ type: "step", step } as const);
        if (content !== null) cells.set(placeKey(place), { sheet, row, column, content });
      }
    },
    job: () => ({ cells: [...cells.values()], steps: formulas }),
  };
}
