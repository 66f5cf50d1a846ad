/** Makes sheets of a document: first every block gets its place, then formulas are told where things stand. */
import type { Formula, ReportDocument } from "../data/blocks";
import type { Report } from "../data/pages";
import { longestFormula } from "../data/references";
import { layOutPage, type LateFormula } from "./lay-out-page";
import { type PlacedTable, placesFrom } from "./places";

export function layOut({ identity, pages }: ReportDocument): Report {
  const tables = new Map<string, PlacedTable>();
  const late: LateFormula[] = [];
  const sheets = pages.map((page) =>
    layOutPage(page, { placed: (id, table) => tables.set(id, table), late: (formula) => late.push(formula) }),
  );
  const placements = { tables, sheets: new Map(pages.map(({ key, name }) => [key, name])) };
  for (const { cell, formula, sheet, own } of late) {
    const text = textOf(formula, () => placesFrom(placements, sheet, own));
    // What is too long for Excel stays the value that it has now.
    cell.formula = text.length > longestFormula ? null : text;
  }
  return { identity, sheets };
}

function textOf(formula: Formula, places: () => Parameters<Exclude<Formula, string>>[0]): string {
  return typeof formula === "string" ? formula : formula(places());
}
