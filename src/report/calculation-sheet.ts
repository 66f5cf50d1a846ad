/**
 * BC Tính toán: agency × area, unrounded. The bridge between the score cells and the report's tables, so that every
 * printed number can be traced; also where the report notices that scores or settings have changed since (the stale
 * line). What stands where in its tables is the ledger's.
 */
import { toRoman } from "../data/roman";
import type { Formula, ReportBlock, ReportPage } from "../data/blocks";
import type { SheetGrid } from "../data/grid";
import { calculationSheetKey } from "../workbook/own-sheets";
import { checkColumns, groupTables } from "./calculation-tables";
import { opening } from "./opening";
import type { ReportContext } from "./report-context";
import { staleFormula } from "./stale-formula";
import { asHeading } from "./words";

export function calculationPage(name: string, context: ReportContext, grids: readonly SheetGrid[]): ReportPage {
  const { results, texts } = context;
  const { calculation } = texts;
  return {
    key: calculationSheetKey,
    name,
    role: "working",
    staleLine: changedSince(context),
    blocks: [
      ...opening(results, texts),
      { kind: "heading", level: "chapter", text: calculation.title(results.year) },
      { kind: "note", text: calculation.explanation },
      { kind: "note", text: calculation.checkExplanation },
      ...results.groups.flatMap((result, at): readonly ReportBlock[] => {
        const { group } = result;
        const heading = calculation.group(toRoman(at + 1), asHeading(group.captionName), group.sheet);
        return [
          { kind: "heading", level: "part", text: heading, newPage: at > 0 },
          ...groupTables({ result, at, settings: results.settings, grids, texts }),
        ];
      }),
    ],
  };
}

/** The stale line of every other page: the formula stands on BC Tính toán alone. */
export const staleElsewhere: Formula = ({ staleLine }) =>
  // An empty text stays an empty text when it is referred to.
  `${staleLine(calculationSheetKey)}&""`;

function changedSince({ results, information, texts }: ReportContext): Formula {
  const checks = results.groups.map((result, at) => checkColumns({ result, at }));
  return ({ column }) => {
    const changed = checks.map(([now, then]) => `SUMPRODUCT(--(ABS(${column(now)}-${column(then)})>0.00001))`);
    return staleFormula(changed, information.watched, information.fingerprint, texts);
  };
}
