/** Random scoring workbooks as plain data: right in every way, worth 100 points, small. */
import * as fc from "fast-check";
import { flatten, leavesOf } from "../fixtures/fixture";
import type { PlainAgency, PlainCriterion, PlainGroup, PlainScore, PlainWorkbook } from "../independent/definition";
import { NOT_APPLICABLE } from "../independent/definition";

export interface Scoring {
  readonly definition: PlainWorkbook;
  readonly look: Look;
}

/** What the workbook has besides its scores. */
export interface Look {
  readonly agencyList: boolean;
  readonly totalRow: boolean;
  /** The sums of parents and totals are typed, maxima and scores. */
  readonly typedSums: boolean;
}

const groupNames = [
  { name: "Các sở, ngành", sheet: "Cấp tỉnh" },
  { name: "UBND cấp xã", sheet: "Cấp xã" },
] as const;

const agencyNames = [
  ["Sở Nội vụ", "Sở Tư pháp", "Sở Tài chính", "Sở Y tế", "Sở Giáo dục và Đào tạo", "Ban Dân tộc"],
  ["UBND xã Quảng Trực", "UBND xã Đắk Búk So", "UBND phường Nghĩa Tân", "UBND đặc khu Phú Quý"],
] as const;

type Method = NonNullable<PlainCriterion["method"]>;

interface LeafShape {
  readonly quarters: number;
  readonly method: Method;
}

/** A criterion is its leaves: one is the criterion itself. */
type AreaShape = readonly (readonly LeafShape[])[];

/** A share of the maximum in thousandths, or not applicable. */
type Share = number | null;

const method = fc.oneof(
  { weight: 9, arbitrary: fc.constant<Method>("appraisal") },
  { weight: 2, arbitrary: fc.constant<Method>("survey") },
  { weight: 1, arbitrary: fc.constant<Method>("bonus") },
  { weight: 1, arbitrary: fc.constant<Method>("penalty") },
);
const leafShape = fc.record({ quarters: fc.integer({ min: 1, max: 12 }), method });
const areaShape = fc.array(fc.array(leafShape, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 });
const share: fc.Arbitrary<Share> = fc.oneof(
  { weight: 10, arbitrary: fc.integer({ min: 0, max: 1000 }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1000) },
  { weight: 1, arbitrary: fc.constant(null) },
);

const groupShape = fc.record({
  areas: fc.array(areaShape, { minLength: 1, maxLength: 3 }),
  agencies: fc.integer({ min: 2, max: 4 }),
  shares: fc.array(share, { minLength: 1, maxLength: 60 }),
  lastYears: fc.array(fc.option(fc.integer({ min: 50_000, max: 100_000 })), { minLength: 1, maxLength: 4 }),
});

const settings = fc.record({
  year: fc.integer({ min: 2019, max: 2030 }),
  rankRule: fc.constantFrom<("dense" | "competition")[]>("dense", "competition"),
  rounding: fc.constantFrom<("half-up" | "half-even")[]>("half-up", "half-even"),
  notApplicableRule: fc.constantFrom<("total" | "parent")[]>("total", "parent"),
  indexCap: fc.option(fc.constantFrom("100", "95.5"), { nil: undefined, freq: 3 }),
});

const look = fc.record({ agencyList: fc.boolean(), totalRow: fc.boolean(), typedSums: fc.boolean() });

/** Scoring workbooks of one group, at times of two. */
export const scorings: fc.Arbitrary<Scoring> = fc
  .record({
    groups: fc.oneof(
      { weight: 4, arbitrary: fc.tuple(groupShape) },
      { weight: 1, arbitrary: fc.tuple(groupShape, groupShape) },
    ),
    settings,
    look,
  })
  .map(({ groups, settings: { indexCap, ...rules }, look: chosen }) => ({
    definition: {
      ...rules,
      ...(indexCap === undefined ? {} : { indexCap }),
      groups: groups.map((shape, at) => groupOf(shape, at, chosen.agencyList)),
    },
    look: chosen,
  }));

type GroupShape = Pick<
  typeof groupShape extends fc.Arbitrary<infer Shape> ? Shape : never,
  "areas" | "agencies" | "shares" | "lastYears"
>;

function groupOf(shape: GroupShape, at: number, hasLastYears: boolean): PlainGroup {
  const areas = worthHundred(shape.areas.map((area, index) => areaOf(area, String(index + 1))));
  const leaves = leavesOf(areas);
  const agencies = Array.from({ length: shape.agencies }, (_, agency): PlainAgency => {
    const entries = leaves.map((leaf, index): [string, PlainScore] => {
      const drawn = shape.shares[(agency * leaves.length + index) % shape.shares.length] ?? null;
      return [leaf.code, drawn === null ? NOT_APPLICABLE : scoreOf(leaf, drawn)];
    });
    const lastYear = shape.lastYears[agency % shape.lastYears.length] ?? null;
    return {
      name: agencyNames[at]?.[agency] ?? "",
      scores: Object.fromEntries(entries),
      ...(lastYear === null || !hasLastYears ? {} : { lastYear: String(lastYear / 1000) }),
    };
  });
  const { name, sheet } = groupNames[at] ?? groupNames[0];
  return { name, sheet, areas, agencies };
}

function areaOf(area: AreaShape, code: string): PlainCriterion {
  const leaf = ({ quarters, method: drawn }: LeafShape, own: string): PlainCriterion => ({
    code: own,
    name: `Nội dung ${own}`,
    maximum: String(quarters / 4),
    method: drawn,
  });
  const children = area.map((leaves, at): PlainCriterion => {
    const own = `${code}.${String(at + 1)}`;
    const [only] = leaves;
    if (only !== undefined && leaves.length === 1) return leaf(only, own);
    return {
      code: own,
      name: `Tiêu chí ${own}`,
      children: leaves.map((one, index) => leaf(one, `${own}.${String(index + 1)}`)),
    };
  });
  return { code, name: `Lĩnh vực ${code}`, children };
}

/** The last leaf is worth what the others leave of 100. */
function worthHundred(areas: readonly PlainCriterion[]): readonly PlainCriterion[] {
  const leaves = leavesOf(areas);
  const last = leaves[leaves.length - 1];
  const others = leaves
    .filter((leaf) => leaf !== last && counts(leaf))
    .reduce((sum, leaf) => sum + Number(leaf.maximum), 0);
  const changed = (criterion: PlainCriterion): PlainCriterion => {
    if (criterion === last) return { ...criterion, maximum: String(100 - others), method: "appraisal" };
    return criterion.children === undefined ? criterion : { ...criterion, children: criterion.children.map(changed) };
  };
  return areas.map(changed);
}

export function counts({ method: of }: PlainCriterion): boolean {
  return of !== "bonus" && of !== "penalty";
}

function scoreOf({ maximum }: PlainCriterion, thousandths: number): string {
  return String(Math.round(Number(maximum) * thousandths) / 1000);
}

/** Criteria with a code below it in the tree, from the top down. */
export function parentsOf(group: PlainGroup): PlainCriterion[] {
  return flatten(group.areas).filter(({ children }) => children !== undefined);
}

/** The group with one agency's scores changed. */
export function withScores(group: PlainGroup, agency: string, scores: PlainAgency["scores"]): PlainGroup {
  const agencies = group.agencies.map((one) =>
    one.name === agency ? { ...one, scores: { ...one.scores, ...scores } } : one,
  );
  return { ...group, agencies };
}

/** The workbook with one of its groups changed. */
export function withGroup(definition: PlainWorkbook, at: number, group: PlainGroup): PlainWorkbook {
  return { ...definition, groups: definition.groups.map((one, index) => (index === at ? group : one)) };
}
