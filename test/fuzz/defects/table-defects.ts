/** Defects of maxima, sums and methods. */
import { flatten, leavesOf } from "../../fixtures/fixture";
import type { PlainCriterion } from "../../independent/definition";
import { NOT_APPLICABLE } from "../../independent/definition";
import { maximumOf, pointsOf } from "../drawn-workbook";
import { findingKey } from "../evaluate";
import { counts, withGroup, withScores } from "../scoring";
import { anEntry, found, maximaAbove, pick, put, type Defect, type Patient } from "./defect";

function leafFor(
  { group, picks }: Patient,
  wanted: (leaf: PlainCriterion) => boolean = () => true,
): PlainCriterion | null {
  return pick(leavesOf(group.areas).filter(wanted), picks.a) ?? null;
}

function maximumPlace({ places }: Patient, code: string): { row: number; column: number } {
  return { row: places.rowOf(code), column: places.maximumColumn };
}

/** Without it no total can be told, and no score can be above it. */
function maximumGone(
  name: string,
  cell: (patient: Patient) => Parameters<typeof put>[2],
  wanted?: (leaf: PlainCriterion) => boolean,
): Defect {
  return {
    name,
    blocks: true,
    plant(patient) {
      const leaf = leafFor(patient, wanted);
      if (leaf === null) return null;
      put(patient, maximumPlace(patient, leaf.code), cell(patient));
      return { findings: [found(patient, "maximum-missing", maximumPlace(patient, leaf.code))] };
    },
  };
}

const maximumText: Defect = {
  name: "a maximum as text",
  blocks: false,
  plant(patient) {
    const leaf = leafFor(patient);
    if (leaf === null) return null;
    const place = maximumPlace(patient, leaf.code);
    put(patient, place, `${String(leaf.maximum).replace(".", ",")}${["", " ", " điểm"][patient.picks.b % 3] ?? ""}`);
    return { findings: [found(patient, "maximum-is-text", place, Number(leaf.maximum))] };
  },
};

/** One leaf is worth more than before: the whole is not 100, and typed maxima above it are wrong. */
const notHundred: Defect = {
  name: "maxima that are not 100 together",
  blocks: false,
  plant(patient) {
    const leaf = leafFor(patient, counts);
    if (leaf === null) return null;
    const more = (1 + (patient.picks.b % 40)) / 4;
    const maximum = String(Number(leaf.maximum) + more);
    put(patient, maximumPlace(patient, leaf.code), Number(maximum));
    const { group, places, scoring } = patient;
    const changed = (one: PlainCriterion): PlainCriterion =>
      one === leaf
        ? { ...one, maximum }
        : one.children === undefined
          ? one
          : { ...one, children: one.children.map(changed) };
    const total = places.totalRow === null ? null : { row: places.totalRow, column: places.maximumColumn };
    return {
      findings: [
        total === null ? findingKey("total-not-100", places.sheet, null, null) : found(patient, "total-not-100", total),
        ...maximaAbove(patient, leaf.code).map((place) => found(patient, "maximum-sum-mismatch", place)),
      ],
      definition: withGroup(scoring.definition, 0, { ...group, areas: group.areas.map(changed) }),
    };
  },
};

/** Typed at one parent alone; the others, where typed, are right. */
const wrongParentMaximum: Defect = {
  name: "a wrong maximum of a parent",
  blocks: false,
  plant(patient) {
    const { group, picks } = patient;
    const parents = flatten(group.areas).filter((one) => one.children !== undefined && leavesOf([one]).some(counts));
    const parent = pick(parents, picks.a);
    if (parent === undefined) return null;
    const place = maximumPlace(patient, parent.code);
    put(patient, place, maximumOf([parent]) + (1 + (picks.b % 100)) / 4);
    return { findings: [found(patient, "maximum-sum-mismatch", place)] };
  },
};

const wrongParentScore: Defect = {
  name: "a wrong score of a parent",
  blocks: false,
  plant(patient) {
    const { group, places, picks } = patient;
    const parent = pick(
      flatten(group.areas).filter(({ children }) => children !== undefined),
      picks.a,
    );
    const agency = pick(group.agencies, picks.b);
    if (parent === undefined || agency === undefined) return null;
    const place = { row: places.rowOf(parent.code), column: places.columnOf(agency.name) };
    put(patient, place, pointsOf([parent], agency) + (1 + (picks.b % 300)) / 100);
    return { findings: [found(patient, "parent-score-mismatch", place)] };
  },
};

function wrongTotal(name: string, code: string, ofMaxima: boolean): Defect {
  return {
    name,
    blocks: false,
    plant(patient) {
      const { group, places, picks } = patient;
      const agency = pick(group.agencies, picks.a);
      if (places.totalRow === null || agency === undefined) return null;
      const place = { row: places.totalRow, column: ofMaxima ? places.maximumColumn : places.columnOf(agency.name) };
      const right = ofMaxima ? maximumOf(group.areas) : pointsOf(group.areas, agency);
      put(patient, place, right - (1 + (picks.b % 300)) / 100);
      return { findings: [found(patient, code, place)] };
    },
  };
}

/** Words on a parent win over the scores below it. */
const notApplicableAboveScores: Defect = {
  name: "not applicable above scores",
  blocks: false,
  plant(patient) {
    const entry = anEntry(patient);
    const area = patient.group.areas.find((one) => entry !== null && leavesOf([one]).includes(entry.leaf));
    if (entry === null || area === undefined) return null;
    const place = { row: patient.places.rowOf(area.code), column: entry.column };
    put(patient, place, "Không áp dụng");
    const { scoring, group, places } = patient;
    const below = Object.fromEntries(leavesOf([area]).map(({ code }) => [code, null]));
    const changed = withScores(group, entry.agency, { ...below, [area.code]: NOT_APPLICABLE });
    const agency = changed.agencies.find(({ name }) => name === entry.agency);
    const isTotalWrong =
      agency !== undefined &&
      Math.abs(pointsOf(group.areas, agency) - pointsOf(group.areas, before(patient, entry.agency))) > 0.0005;
    const findings = [found(patient, "parent-score-mismatch", place)];
    if (scoring.look.typedSums) {
      // The sums that were typed below it and for the whole counted these scores.
      for (const one of flatten(area.children ?? []).filter(({ children }) => children !== undefined)) {
        const was = pointsOf([one], before(patient, entry.agency));
        if (Math.abs(was) > 0.0005)
          findings.push(found(patient, "parent-score-mismatch", { row: places.rowOf(one.code), column: entry.column }));
      }
      if (places.totalRow !== null && isTotalWrong)
        findings.push(found(patient, "parent-score-mismatch", { row: places.totalRow, column: entry.column }));
    }
    return { findings, definition: withGroup(scoring.definition, 0, changed) };
  },
};

function before({ group }: Patient, agency: string): Patient["group"]["agencies"][number] {
  const found = group.agencies.find(({ name }) => name === agency);
  if (found === undefined) throw new Error(`no agency ${agency}`);
  return found;
}

const unknownMethod: Defect = {
  name: "an unknown method",
  blocks: false,
  plant(patient) {
    const { places, picks } = patient;
    const leaf = leafFor(patient, ({ method }) => method === "appraisal");
    if (leaf === null) return null;
    const place = { row: places.rowOf(leaf.code), column: places.methodColumn };
    put(patient, place, ["Bốc thăm", "Chấm chéo", "?"][picks.b % 3] ?? "");
    return { findings: [found(patient, "setting-unknown", place)] };
  },
};

export const tableDefects: readonly Defect[] = [
  maximumGone("a missing maximum", () => null),
  maximumGone("words for a maximum", ({ picks }) => ["tối đa 5 điểm", "-", "Không áp dụng", "50%"][picks.b % 4] ?? ""),
  maximumGone(
    "a negative maximum",
    () => -2.5,
    ({ method }) => method !== "penalty",
  ),
  maximumText,
  notHundred,
  wrongParentMaximum,
  wrongTotal("a wrong maximum of the total", "maximum-sum-mismatch", true),
  wrongParentScore,
  wrongTotal("a wrong score of the total", "parent-score-mismatch", false),
  notApplicableAboveScores,
  unknownMethod,
];
