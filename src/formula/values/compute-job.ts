import type { Model } from "@ironcalc/wasm";
import type { EngineCell, EngineJob, PlainValue } from "./engine";
import { stepAddress, stepSheet } from "./step-formula";

/** As the library counts them. */
const cellTypes: Readonly<Record<number, PlainValue["type"]>> = { 1: "number", 2: "text", 4: "boolean", 16: "error" };
const errors = new Set(["#DIV/0!", "#N/A", "#NAME?", "#NUM!", "#REF!", "#VALUE!"]);

/** Computes a job in a workbook of the library's own: a value for each step, null where it gave none. */
export function computeJob(model: Model, { cells, steps }: EngineJob): (PlainValue | null)[] {
  model.pauseEvaluation();
  const sheets = cells.reduce((most, { sheet }) => Math.max(most, sheet + 1), 0);
  for (let sheet = 0; sheet < sheets; sheet++) model.newSheet();
  for (const cell of cells) model.setUserInput(cell.sheet + 1, cell.row + 1, cell.column + 1, inputOf(cell));
  steps.forEach((formula, step) => {
    model.setUserInput(0, step + 1, 1, `=${formula}`);
    // A joined number has all its digits; a shown one has not.
    model.setUserInput(0, step + 1, 2, `=${stepAddress(step)}&""`);
  });
  model.resumeEvaluation();
  model.evaluate();
  return steps.map((_, step) => {
    const type = cellTypes[model.getCellType(0, step + 1, 1)];
    const shown = model.getFormattedCellValue(0, step + 1, type === "number" ? 2 : 1);
    return valueOf(type, shown);
  });
}

function valueOf(type: PlainValue["type"] | undefined, shown: string): PlainValue | null {
  switch (type) {
    case "number": {
      const value = Number(shown);
      return shown !== "" && Number.isFinite(value) ? { type, value } : null;
    }
    case "text":
      return { type, value: shown };
    case "boolean":
      return { type, value: shown === "TRUE" };
    case "error":
      return errors.has(shown) ? { type, value: shown } : null;
    case undefined:
      return null;
  }
}

function inputOf({ content }: EngineCell): string {
  switch (content.type) {
    case "step":
      return `=${stepSheet}${stepAddress(content.step)}`;
    case "number":
      return `=${String(content.value)}`;
    case "boolean":
      return content.value ? "TRUE" : "FALSE";
    case "error":
      return `=${content.value}`;
    case "text":
      return `'${content.value}`;
  }
}
