/** Defects of one score cell. */
import type { CellObject } from "xlsx";
import type { Cell } from "../../fixtures/fixture";
import { address } from "../drawn-workbook";
import { findingKey } from "../evaluate";
import {
  anEntry,
  found,
  put,
  sumsAbove,
  withValue,
  without,
  type Defect,
  type Patient,
  type ScoredEntry,
} from "./defect";

/** What stands in the cell instead of the score is an error; nothing follows, as sums over it say nothing. */
function entryInError(
  name: string,
  code: string,
  cellOf: (entry: ScoredEntry, patient: Patient) => Cell,
  wanted: (entry: ScoredEntry) => boolean = () => true,
): Defect {
  return {
    name,
    blocks: true,
    plant(patient) {
      const entry = anEntry(patient, wanted);
      if (entry === null) return null;
      put(patient, entry, cellOf(entry, patient));
      return { findings: [found(patient, code, entry)], definition: without(patient, entry) };
    },
  };
}

/** A number held as text is read as that number: a warning with the number as its repair. */
function scoreAsText(name: string, textOf: (value: string, pick: number) => string): Defect {
  return {
    name,
    blocks: false,
    plant(patient) {
      const entry = anEntry(patient);
      if (entry === null) return null;
      put(patient, entry, textOf(String(entry.value).replace(".", ","), patient.picks.b));
      return { findings: [found(patient, "score-is-text", entry, entry.value)] };
    },
  };
}

const isOrdinary = ({ leaf }: ScoredEntry): boolean => leaf.method === "appraisal" || leaf.method === "survey";
const maximumOf = ({ leaf }: ScoredEntry): number => Number(leaf.maximum);

/** Days since the end of 1899, from the calendar alone. */
function serialOf(day: number, month: number, year: number): number {
  return Math.round((Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / 86_400_000);
}

/** A score d.m typed where dates are understood: repairable when just one of d.m and m.d lies within the maximum. */
const becameDate: Defect = {
  name: "a score that became a date",
  blocks: true,
  plant(patient) {
    const entry = anEntry(patient);
    if (entry === null) return null;
    const { a, b } = patient.picks;
    const [day, month] = [1 + ((a >> 4) % 28), 1 + (b % 12)];
    const format = ["d-mmm", "dd/mm/yyyy", "m/d/yyyy", "[$-42A]d mmmm", "yyyy\\-mm\\-dd"][(b >> 4) % 5] ?? "d-mmm";
    const cell: CellObject = { t: "n", v: serialOf(day, month, 2015 + (a % 12)), z: format };
    put(patient, entry, cell);
    const read = [...new Set([`${String(day)}.${String(month)}`, `${String(month)}.${String(day)}`])].map(Number);
    const within = read.filter((value) => value <= maximumOf(entry));
    const repair = within.length === 1 ? (within[0] ?? null) : null;
    return { findings: [found(patient, "score-became-date", entry, repair)], definition: without(patient, entry) };
  },
};

/** No agency has a score in the row: said once, at the first agency that is scored at all, where there are three. */
const blankRow: Defect = {
  name: "a criterion without any score",
  blocks: true,
  plant(patient) {
    const { group, places } = patient;
    const entry = anEntry(patient);
    if (entry === null || leafCount(patient) < 2) return null;
    let definition = without(patient, entry);
    const cells = group.agencies.map(({ name }) => ({ row: entry.row, column: places.columnOf(name), name }));
    for (const cell of cells) {
      put(patient, cell, null);
      const changed = { ...patient, scoring: { ...patient.scoring, definition }, group: definition.groups[0] ?? group };
      definition = without(changed, { ...entry, agency: cell.name });
    }
    const [first] = cells;
    if (first === undefined) return null;
    const told = cells.length >= 3 ? [first] : cells;
    return { findings: told.map((cell) => found(patient, "score-missing", cell)), definition };
  },
};

/** Said once, at the agency's name. */
const blankColumn: Defect = {
  name: "an agency without any score",
  blocks: true,
  plant(patient) {
    const { group, places, picks, scoring } = patient;
    const agency = group.agencies[picks.a % group.agencies.length];
    if (agency === undefined) return null;
    const column = places.columnOf(agency.name);
    patient.sheet.rows.forEach((row, at) => {
      if (at > places.headerRow && column < row.length) row[column] = null;
    });
    const agencies = group.agencies.map((one) => (one === agency ? { ...one, scores: {} } : one));
    const groups = scoring.definition.groups.map((one, at) => (at === 0 ? { ...group, agencies } : one));
    const place = { row: places.headerRow, column };
    return { findings: [found(patient, "score-missing", place)], definition: { ...scoring.definition, groups } };
  },
};

function leafCount({ sheet, places }: Patient): number {
  return sheet.rows.filter((row, at) => at > places.headerRow && typeof row[places.methodColumn] === "string").length;
}

/** The cell of a score that is blank for the reader though it names the shared table. */
const blankOfSharedType: Defect = {
  name: "a blank cell of the type of shared texts",
  blocks: true,
  plant(patient) {
    const entry = anEntry(patient);
    if (entry === null || leafCount(patient) < 2) return null;
    const place = address(entry.row, entry.column);
    const empty = ["<v></v>", "", "<v/>"][patient.picks.b % 3] ?? "";
    const index = patient.drawn.sheets.indexOf(patient.sheet) + 1;
    return {
      findings: [findingKey("score-missing", patient.places.sheet, place, null)],
      definition: without(patient, entry),
      rewriteXml: (path, xml) =>
        path === `xl/worksheets/sheet${String(index)}.xml`
          ? xml.replace(new RegExp(`<c r="${place}"[^>]*>.*?</c>`), `<c r="${place}" t="s">${empty}</c>`)
          : xml,
    };
  },
};

/** Another score than the sums were typed for: they are said to be wrong, the score is taken. */
const changedScore: Defect = {
  name: "a score changed after its sums were typed",
  blocks: false,
  plant(patient) {
    const entry = anEntry(patient, (one) => isOrdinary(one) && one.value + 0.01 <= maximumOf(one));
    if (entry === null) return null;
    const room = Math.round((maximumOf(entry) - entry.value) * 1000) - 10;
    const value = Math.round(entry.value * 1000 + 10 + (patient.picks.b % (room + 1))) / 1000;
    put(patient, entry, value);
    const findings = sumsAbove(patient, entry).map((place) => found(patient, "parent-score-mismatch", place));
    return { findings, definition: withValue(patient, entry, value) };
  },
};

const aBlankScore: Defect = {
  name: "a blank score",
  blocks: true,
  plant(patient) {
    const entry = anEntry(patient);
    // The only score of an agency, or of a criterion, is another matter.
    if (entry === null || isAlone(patient, entry)) return null;
    put(patient, entry, patient.picks.b % 2 === 0 ? null : ([" ", "\u00a0", ""][(patient.picks.b >> 2) % 3] ?? null));
    return { findings: [found(patient, "score-missing", entry)], definition: without(patient, entry) };
  },
};

export const scoreDefects: readonly Defect[] = [
  entryInError(
    "a score above the maximum",
    "score-above-maximum",
    (entry, { picks }) => maximumOf(entry) + (1 + (picks.b % 2000)) / 1000,
  ),
  entryInError(
    "a score above the maximum, as text",
    "score-above-maximum",
    (entry) => `${String(maximumOf(entry) + 0.5).replace(".", ",")} điểm`,
  ),
  entryInError(
    "a penalty above its bound",
    "score-above-maximum",
    (entry) => -(maximumOf(entry) + 0.25),
    ({ leaf }) => leaf.method === "penalty",
  ),
  entryInError(
    "a negative score",
    "score-negative",
    (_, { picks }) => -(1 + (picks.b % 900)) / 100,
    ({ leaf }) => leaf.method !== "penalty",
  ),
  aBlankScore,
  blankRow,
  blankColumn,
  blankOfSharedType,
  scoreAsText("a score as text with a comma", (value) => value),
  scoreAsText(
    "a score as text with its unit",
    (value, pick) => `${value} ${["điểm", "đ", "Điểm.", "điểm"][pick % 4] ?? ""}`,
  ),
  scoreAsText(
    "a score as text with blanks",
    (value, pick) => ["\u00a0", " ", "\t", "\n"].map((blank) => blank.repeat(pick % 2)).join("") + `${value} `,
  ),
  becameDate,
  entryInError("a percentage for a score", "score-not-a-number", (_, { picks }) => ({
    t: "n",
    v: (picks.b % 100) / 100,
    z: picks.b % 2 === 0 ? "0%" : "0.00%",
  })),
  entryInError(
    "words for a score",
    "score-not-a-number",
    (_, { picks }) => ["đạt", "5/10", "1.234,5", "mười", "-", "?", "1,2,3", "12 13"][picks.b % 8] ?? "",
  ),
  entryInError("a truth value for a score", "score-not-a-number", (_, { picks }) => ({ t: "b", v: picks.b % 2 === 0 })),
  entryInError("an error value for a score", "cell-error", (_, { picks }) => ({
    t: "e",
    v: [0x07, 0x17, 0x0f, 0x1d, 0x2a][picks.b % 5] ?? 0x07,
  })),
  entryInError("a formula that nobody can compute", "formula-not-calculated", (_, { picks }) => ({
    t: "n",
    f: ["KHONGCOHAMNAY(1)", "HAMRIENG.CUA.SO(A1,2)"][picks.b % 2] ?? "",
  })),
  entryInError("a formula that ends in an error", "cell-error", () => ({ t: "n", f: "1/0" })),
  changedScore,
];

function isAlone({ group }: Patient, { agency, leaf }: ScoredEntry): boolean {
  const others = group.agencies.filter(({ name }) => name !== agency);
  const own = group.agencies.find(({ name }) => name === agency);
  const isOnlyOfColumn = Object.entries(own?.scores ?? {}).every(
    ([code, score]) => code === leaf.code || score === null,
  );
  return isOnlyOfColumn || others.every(({ scores }) => (scores[leaf.code] ?? null) === null);
}
