/** Defects of the criteria's codes. */
import { flatten } from "../../fixtures/fixture";
import type { PlainCriterion } from "../../independent/definition";
import { NOT_APPLICABLE } from "../../independent/definition";
import { withGroup } from "../scoring";
import { found, pick, put, type Defect, type Patient } from "./defect";

/** A leaf with leaves on both sides of it below one parent: its code can be told from theirs. */
function middleLeaf({ group, picks }: Patient): PlainCriterion | null {
  const middles = flatten(group.areas).flatMap(({ children = [] }) =>
    children.filter((child, at) => {
      const near = [children[at - 1], child, children[at + 1]];
      return near.every((one) => one !== undefined && one.children === undefined);
    }),
  );
  return pick(middles, picks.a) ?? null;
}

function codePlace({ places }: Patient, code: string): { row: number; column: number } {
  return { row: places.rowOf(code), column: places.codeColumn };
}

/** The code is gone, but its place tells it: a warning with the code as its repair. */
function codeLost(
  name: string,
  cellOf: (code: string, patient: Patient) => Parameters<typeof put>[2] | undefined,
): Defect {
  return {
    name,
    blocks: false,
    plant(patient) {
      const leaf = middleLeaf(patient);
      const cell = leaf === null ? undefined : cellOf(leaf.code, patient);
      if (leaf === null || cell === undefined) return null;
      put(patient, codePlace(patient, leaf.code), cell);
      return { findings: [found(patient, "code-lost-zero", codePlace(patient, leaf.code), leaf.code)] };
    },
  };
}

function dayFor(code: string): number | null {
  const [day, month, ...rest] = code.split(".").map(Number);
  if (day === undefined || month === undefined || rest.length > 0) return null;
  return Math.round((Date.UTC(2025, month - 1, day) - Date.UTC(1899, 11, 30)) / 86_400_000);
}

/** The first area gets ten criteria, and the tenth's code is the number 1.1. */
const lostZero: Defect = {
  name: "a code that lost its zero",
  blocks: false,
  plant(patient) {
    return withTenLeaves(patient);
  },
};

function withTenLeaves({ sheet, places, group, scoring }: Patient): ReturnType<Defect["plant"]> {
  const [area] = group.areas;
  const children = area?.children ?? [];
  // Typed sums and n/a stay right: what is added is worth nothing.
  const codes = Array.from({ length: 10 - children.length }, (_, at) => `1.${String(children.length + 1 + at)}`);
  const last = flatten([...children]).at(-1);
  if (area === undefined || last === undefined) return null;
  const at = places.rowOf(last.code) + 1;
  const rows = codes.map((code) => [
    code === "1.10" ? 1.1 : code,
    `Nội dung ${code}`,
    0,
    "Thẩm định",
    ...group.agencies.map(() => 0),
  ]);
  sheet.rows.splice(at, 0, ...rows);
  const added = codes.map(
    (code): PlainCriterion => ({ code, name: `Nội dung ${code}`, maximum: "0", method: "appraisal" }),
  );
  const areas = group.areas.map((one) => (one === area ? { ...one, children: [...children, ...added] } : one));
  const agencies = group.agencies.map((agency) => {
    const isCovered = agency.scores[area.code] === NOT_APPLICABLE;
    const zeros = Object.fromEntries(codes.map((code) => [code, isCovered ? null : "0"]));
    return { ...agency, scores: { ...agency.scores, ...zeros } };
  });
  const place = { row: at + rows.length - 1, column: places.codeColumn };
  return {
    findings: [found({ places } as Patient, "code-lost-zero", place, "1.10")],
    definition: withGroup(scoring.definition, 0, { ...group, areas, agencies }),
  };
}

const duplicateCode: Defect = {
  name: "a code twice",
  blocks: true,
  plant(patient) {
    const pairs = flatten(patient.group.areas).flatMap(({ children = [] }) =>
      children.flatMap((child, at) => {
        const before = children[at - 1];
        return before === undefined || before.children !== undefined || child.children !== undefined
          ? []
          : [{ before, child }];
      }),
    );
    const pair = pick(pairs, patient.picks.a);
    if (pair === undefined) return null;
    put(patient, codePlace(patient, pair.child.code), pair.before.code);
    return { findings: [found(patient, "code-duplicate", codePlace(patient, pair.child.code))] };
  },
};

export const codeDefects: readonly Defect[] = [
  duplicateCode,
  lostZero,
  codeLost("a missing code", (_, { picks }) => (picks.b % 2 === 0 ? null : " ")),
  codeLost("an unreadable code", (_, { picks }) => ["???", "*", "Mới"][picks.b % 3] ?? "?"),
  codeLost("a code that became a date", (code) => {
    const serial = dayFor(code);
    return serial === null ? undefined : { t: "n", v: serial, z: "d-mmm" };
  }),
];
