import { dependentFormulas } from "../../src/formula/dependent-formulas";
import { mentionsSheet, renameSheetInFormula } from "../../src/formula/sheet-references";
import { shiftFormula } from "../../src/formula/shared-formula";
import { areaBounds, tokensOf } from "../../src/formula/tokens";
import { formula as formulaCell, sheet } from "../workbook/grids";

const kindsOf = (formula: string): string[] => tokensOf(formula).map(({ kind, text }) => `${kind} ${text}`);

it("takes a formula apart, and gives each text back as it stands", () => {
  const formula = `IF('Cấp ''tỉnh'''!$A$1>=1.5E+3, SUM(Bảng!A:C,1:3,Điểm)%,"A1 ""x""")`;
  expect(kindsOf(formula)).toEqual([
    ...["call IF(", "area 'Cấp ''tỉnh'''!$A$1", "operator >=", "number 1.5E+3", "operator ,", "space  ", "call SUM("],
    ...["area Bảng!A:C", "operator ,", "area 1:3", "operator ,", "name Điểm", "operator )", "operator %", "operator ,"],
    ...['text "A1 ""x"""', "operator )"],
  ]);
  expect(tokensOf(formula)[1]).toMatchObject({ sheet: "Cấp 'tỉnh'", area: "$A$1" });
  for (const odd of ['"A1', "'A1", "[A1", "1A1+A1B!x$y", "A1#+{1;2}", "#REF!A1", "", "'a'b'!", "\u0301A1"]) {
    expect(
      tokensOf(odd)
        .map(({ text }) => text)
        .join(""),
    ).toBe(odd);
  }
});

it.each([
  ["a function whose name looks like a cell", "LOG10(A1)", ["call LOG10(", "area A1", "operator )"]],
  ["a word that begins or goes on as a cell does", "1A1+A1_x+x.A1", ["other 1A1", "operator +", "name A1_x"]],
  ["a column of a table, called like a cell", "T[A1]", ["name T", "other [A1]"]],
  ["a sheet's name in decomposed letters", "Cấp!A1".normalize("NFD"), [`area ${"Cấp!A1".normalize("NFD")}`]],
  ["a name on a sheet", "S!x", ["sheet S!", "name x"]],
])("knows %s", (_, formula, expected) => {
  expect(kindsOf(formula).slice(0, expected.length)).toEqual(expected);
});

it("gives an area's four sides, whichever corner is named first", () => {
  expect(areaBounds("$C$5:B2")).toEqual({ top: 1, left: 1, bottom: 4, right: 2 });
  expect(areaBounds("B:$C")).toEqual({ top: 0, left: 1, bottom: 1_048_575, right: 2 });
  expect(areaBounds("$7:5")).toEqual({ top: 4, left: 0, bottom: 6, right: 16_383 });
});

it("takes no other workbook's sheet for one of this workbook, and no column of a table for a cell", () => {
  expect(mentionsSheet("[1]S!A1+'[1]S'!A1", "S")).toBe(false);
  expect(renameSheetInFormula("[1]S!A1+S!A1:S!B2", "s", "T")).toBe("[1]S!A1+'T'!A1:'T'!B2");
  expect(shiftFormula("T[A1]+A1+$A1:B$2+S!A1+B:$C+4:4", 1, 1)).toBe("T[A1]+B2+$A2:C$2+S!B2+C:$C+5:5");
  const grids = [sheet("S", [[formulaCell("[1]S!B1", 1), null, formulaCell("B1", 1)]])];
  expect(dependentFormulas(grids, [{ sheet: "S", row: 0, column: 1 }])).toEqual([{ sheet: "S", row: 0, column: 2 }]);
});
