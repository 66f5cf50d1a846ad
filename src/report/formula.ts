/**
 * Formula texts that Excel 2016 and later and LibreOffice evaluate alike: no dynamic arrays, no LET.
 * en-US notation as it stands in a file, without the leading "=".
 */
import type { Rounding } from "../scoring/exact";
import { cellAddress } from "../data/grid";
import type { CellSource, UnusualCharacters } from "../data/place";
import { reference } from "../data/references";

/** A text constant inside a formula. */
export function quoted(value: string): string {
  return `"${value.replace(/"/g, '""')}"`;
}

/**
 * Rounds like scoring/exact.ts. The inner ROUND to 10 decimals takes away what binary sums leave behind
 * (86.84449999999998 for 86.8445), so that a half is seen as a half.
 */
export function rounded(operand: string, decimals: number, rounding: Rounding): string {
  const digits = String(decimals);
  if (rounding === "half-up") return `ROUND(ROUND(${operand},10),${digits})`;
  // Half-up, less one unit where the half stood above an even digit (2·x·10^n is 1 modulo 4 just there).
  const unit = String(10 ** decimals);
  const twice = String(2 * 10 ** decimals);
  return (
    `SIGN(${operand})*ROUND(ROUND(ROUND(ABS(${operand}),10),${digits})` +
    `-(MOD(ROUND(ABS(${operand})*${twice},7),4)=1)/${unit},${digits})`
  );
}

/** The number that a text cell means ("13,5", "13.5 điểm"); a cell that became a number meanwhile reads the same. */
function numberFromText(range: string, unusual: UnusualCharacters): string {
  const usual = unusual.reduce(
    (inner, [character, other]) =>
      `SUBSTITUTE(${inner},_xlfn.UNICHAR(${String(character.codePointAt(0) ?? 0)}),${quoted(other)})`,
    range,
  );
  // "điểm" in both Unicode forms, "đ", each also at the end of a sentence, and the no-break space: NUMBERVALUE stumbles
  // over them.
  const units = ["điểm".normalize("NFC"), "điểm".normalize("NFD"), "đ"];
  const unwanted = [...units.map((unit) => `${unit}.`), ...units, "\u00a0"];
  const bare = unwanted.reduce((inner, word) => `SUBSTITUTE(${inner},"${word}","")`, `LOWER(${usual})`);
  return `_xlfn.NUMBERVALUE(SUBSTITUTE(${bare},".",","),",",".")`;
}

/** The cell's number, whichever way the cell holds it. */
export function numberIn(source: CellSource): string {
  const cell = reference(source.row, source.column, source.sheet);
  return source.heldAs === "text" ? numberFromText(cell, source.unusual ?? []) : cell;
}

/** Sum of cells that all hold numbers, as numbers or as text; "0" of none. */
export function sumOfCells(cells: readonly CellSource[]): string {
  const terms: string[] = [];
  const plain = runsOf(cells.filter((cell) => cell.heldAs === "number"));
  // SUM takes 255 arguments.
  for (let at = 0; at < plain.length; at += 250) {
    terms.push(
      `SUM(${plain
        .slice(at, at + 250)
        .map(rangeOf)
        .join(",")})`,
    );
  }
  for (const run of runsOf(cells.filter((cell) => cell.heldAs === "text"))) {
    terms.push(`SUMPRODUCT(${numberFromText(rangeOf(run), run.unusual)})`);
  }
  return terms.length === 0 ? "0" : terms.join("+");
}

interface Run {
  readonly first: CellSource;
  last: CellSource;
  unusual: UnusualCharacters;
}

/** Excel nests 64 functions; the other ones of these formulas are some fifteen. */
const mostUnusualTogether = 40;

/** Cells that stand directly below one another make one range. */
function runsOf(cells: readonly CellSource[]): readonly Run[] {
  const runs: Run[] = [];
  for (const cell of [...cells].sort((a, b) => a.row - b.row)) {
    const run = runs[runs.length - 1];
    const unusual = joinedUnusual(run?.unusual ?? [], cell.unusual ?? []);
    const fits = unusual.length <= mostUnusualTogether;
    if (run !== undefined && fits && isDirectlyBelow(cell, run.last)) {
      run.last = cell;
      run.unusual = unusual;
    } else {
      runs.push({ first: cell, last: cell, unusual: cell.unusual ?? [] });
    }
  }
  return runs;
}

function isDirectlyBelow(cell: CellSource, other: CellSource): boolean {
  return cell.sheet === other.sheet && cell.column === other.column && cell.row === other.row + 1;
}

function joinedUnusual(some: UnusualCharacters, more: UnusualCharacters): UnusualCharacters {
  return more.length === 0 ? some : [...new Map([...some, ...more])];
}

function rangeOf({ first, last }: Run): string {
  const start = reference(first.row, first.column, first.sheet);
  return first.row === last.row ? start : `${start}:${cellAddress(last.row, last.column)}`;
}
