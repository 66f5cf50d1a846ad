/** Makes sheets of a document: first every block gets its place, then formulas are told where things stand. */
import type { ReportDocument } from "../data/blocks";
import type { Report } from "../data/pages";
import { longestFormula } from "../data/references";
import { layOutPage, type LateFormula } from "./lay-out-page";
import { type PlacedTable, type Placements, placesFrom } from "./places";

export function layOut({ identity, pages }: ReportDocument): Report {
  const tables = new Map<string, PlacedTable>();
  const laid = pages.map((page) => {
    const late: LateFormula[] = [];
    const sheet = layOutPage(page, {
      placed: (id, table) => tables.set(id, table),
      late: (formula) => late.push(formula),
    });
    return { sheet, late };
  });
  const placements = { tables, sheets: new Map(pages.map(({ key, name }) => [key, name])) };
  for (const { sheet, late } of laid) writeFormulas(sheet.name, late, placements);
  return { identity, sheets: laid.map(({ sheet }) => sheet) };
}

function writeFormulas(sheet: string, late: readonly LateFormula[], placements: Placements): void {
  let [own] = late;
  const places = placesFrom(placements, sheet, () => own ?? { table: null, row: 0 });
  for (own of late) {
    const { cell, formula } = own;
    const text = typeof formula === "string" ? formula : formula(places);
    // What is too long for Excel stays the value that it has now.
    cell.formula = text.length > longestFormula ? null : text;
  }
}
