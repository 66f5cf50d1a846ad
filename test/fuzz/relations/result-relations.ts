/** What the rules of computing promise between one workbook's results and another's. */
import { leavesOf } from "../../fixtures/fixture";
import { calculate } from "../../independent/calculate";
import { differences } from "../../independent/compare";
import type { PlainCriterion, PlainGroup, PlainScore, PlainWorkbook } from "../../independent/definition";
import { NOT_APPLICABLE } from "../../independent/definition";
import { draw, fileOf } from "../drawn-workbook";
import { counts, withGroup, withScores, type Scoring } from "../scoring";
import { indices, inOrder, same, shares, type Evaluate, type Picks, type Relation, type Subject } from "./relation";

type Change = (definition: PlainWorkbook, picks: Picks) => PlainWorkbook | null;

/** Some of the results of a changed definition are as before. */
function related(name: string, change: Change, compared: (json: Subject["json"]) => unknown): Relation {
  return {
    name,
    async holds({ scoring, json }, picks, evaluate) {
      const changed = change(scoring.definition, picks);
      if (changed === null) return false;
      same(compared(await evaluated(scoring, changed, evaluate)), compared(json));
      return true;
    },
  };
}

function evaluated(scoring: Scoring, definition: PlainWorkbook, evaluate: Evaluate): ReturnType<Evaluate> {
  return evaluate(fileOf(draw({ ...scoring, definition }).sheets));
}

function everyLeaf(
  criteria: readonly PlainCriterion[],
  change: (leaf: PlainCriterion) => PlainCriterion,
): readonly PlainCriterion[] {
  return criteria.map((one) =>
    one.children === undefined ? change(one) : { ...one, children: everyLeaf(one.children, change) },
  );
}

/** Whole multiples keep the decimals decimal. */
function scaled(group: PlainGroup, factor: number): PlainGroup {
  const times = (text: string): string => String((Math.round(Number(text) * 1000) * factor) / 1000);
  return {
    ...group,
    areas: everyLeaf(group.areas, (leaf) => ({ ...leaf, maximum: times(leaf.maximum ?? "0") })),
    agencies: group.agencies.map((agency) => ({
      ...agency,
      scores: Object.fromEntries(
        Object.entries(agency.scores).map(([code, score]) => [
          code,
          score === null || score === NOT_APPLICABLE ? score : times(score),
        ]),
      ),
    })),
  };
}

function everyGroup(definition: PlainWorkbook, change: (group: PlainGroup) => PlainGroup): PlainWorkbook {
  return { ...definition, groups: definition.groups.map(change) };
}

/** One more criterion at the end of an area, with the same score for all. */
function withLeaf(group: PlainGroup, { a }: Picks, maximum: string, score: string): PlainGroup {
  const at = a % group.areas.length;
  const code = `${String(at + 1)}.${String((group.areas[at]?.children?.length ?? 0) + 1)}`;
  const leaf: PlainCriterion = { code, name: `Nội dung ${code}`, maximum, method: "appraisal" };
  return {
    ...group,
    areas: group.areas.map((area, index) =>
      index === at ? { ...area, children: [...(area.children ?? []), leaf] } : area,
    ),
    agencies: group.agencies.map((agency) => ({ ...agency, scores: { ...agency.scores, [code]: score } })),
  };
}

const indexAndRank = (json: Subject["json"]): unknown =>
  json.groups.map(({ agencies, mean }) => ({
    agencies: agencies.map(({ name, index, rank, level }) => ({ name, index, rank, level })),
    index: mean.index,
  }));

/** The first group again, under other names, on a sheet of its own. */
function withTwin({ groups, ...rules }: PlainWorkbook): PlainWorkbook {
  const [group] = groups;
  if (group === undefined) return { groups, ...rules };
  const agencies = group.agencies.map((agency, at) => ({ ...agency, name: `Trung tâm số ${String(at + 1)}` }));
  return { ...rules, groups: [...groups, { ...group, name: "Nhóm khác", sheet: "Nhóm khác", agencies }] };
}

function raisable(group: PlainGroup, { a }: Picks): { agency: string; leaf: PlainCriterion; score: number } | null {
  const agency = group.agencies[a % group.agencies.length];
  if (agency === undefined) return null;
  const open = leavesOf(group.areas).filter((leaf) => {
    const score = agency.scores[leaf.code] ?? null;
    return (
      leaf.method !== "penalty" && score !== null && score !== NOT_APPLICABLE && Number(score) < Number(leaf.maximum)
    );
  });
  const leaf = open[(a >> 4) % Math.max(1, open.length)];
  return leaf === undefined ? null : { agency: agency.name, leaf, score: Number(agency.scores[leaf.code]) };
}

const morePoints: Relation = {
  name: "more points never lower a rank",
  async holds({ scoring, json }, picks, evaluate) {
    const [group] = scoring.definition.groups;
    const raised = group === undefined ? null : raisable(group, picks);
    if (group === undefined || raised === null) return false;
    const steps = Math.round((Number(raised.leaf.maximum) - raised.score) * 1000);
    const score = String(Math.round(raised.score * 1000 + 1 + (picks.b % steps)) / 1000);
    const changed = withGroup(scoring.definition, 0, withScores(group, raised.agency, { [raised.leaf.code]: score }));
    const [before, after] = [indices(json), indices(await evaluated(scoring, changed, evaluate))];
    for (const [key, was] of before) {
      const is = after.get(key);
      if (is === undefined) throw new Error(`${key} is gone`);
      if (key !== `${group.name}/${raised.agency}`) {
        same(
          { ...is, rank: null, areas: is.areas.map((area) => ({ ...area, rank: null })) },
          { ...was, rank: null, areas: was.areas.map((area) => ({ ...area, rank: null })) },
        );
        continue;
      }
      if ((is.rank ?? 0) > (was.rank ?? 0) || (is.index ?? 0) < (was.index ?? 0) || is.score <= was.score) {
        throw new Error(
          `${key}: ${JSON.stringify([was.score, was.index, was.rank])} became ${JSON.stringify([is.score, is.index, is.rank])}`,
        );
      }
    }
    return true;
  },
};

/** Both rules order alike; each counts as it says. */
const rankRules: Relation = {
  name: "dense and competition ranks agree",
  async holds({ scoring, json }, _, evaluate) {
    const other = scoring.definition.rankRule === "competition" ? "dense" : "competition";
    const after = await evaluated(scoring, { ...scoring.definition, rankRule: other }, evaluate);
    const [dense, competition] = other === "competition" ? [json, after] : [after, json];
    dense.groups.forEach(({ agencies }, at) => {
      const others = competition.groups[at]?.agencies ?? [];
      same(
        agencies.map(({ name }) => name),
        others.map(({ name }) => name),
      );
      agencies.forEach(({ rank }, index) => {
        const better = agencies.filter((agency) => agency.rank !== null && rank !== null && agency.rank < rank);
        same(others[index]?.rank, rank === null ? null : better.length + 1);
        same(rank, rank === null ? null : new Set(better.map((agency) => agency.rank)).size + 1);
      });
    });
    return true;
  },
};

const asCalculatedIndependently: Relation = {
  name: "as calculated independently",
  async holds({ scoring, json }) {
    same(differences(json, calculate(scoring.definition)), []);
    return true;
  },
};

const notApplicableOnAParent: Relation = {
  name: "not applicable on a parent or on all leaves below it",
  async holds({ scoring }, { a }, evaluate) {
    const [group] = scoring.definition.groups;
    const agency = group?.agencies[a % group.agencies.length];
    const area = group?.areas[(a >> 3) % group.areas.length];
    if (group === undefined || agency === undefined || area === undefined) return false;
    const below = (score: PlainScore): Record<string, PlainScore> =>
      Object.fromEntries(leavesOf([area]).map(({ code }) => [code, score]));
    const onLeaves = withGroup(scoring.definition, 0, withScores(group, agency.name, below(NOT_APPLICABLE)));
    const parent = { ...below(null), [area.code]: NOT_APPLICABLE };
    const onParent = withGroup(scoring.definition, 0, withScores(group, agency.name, parent));
    // Typed sums would overwrite the words.
    const plain = { ...scoring, look: { ...scoring.look, typedSums: false } };
    same(inOrder(await evaluated(plain, onParent, evaluate)), inOrder(await evaluated(plain, onLeaves, evaluate)));
    return true;
  },
};

const aGroupTwiceUnderOther: Relation = {
  name: "a group twice under other names",
  async holds({ scoring, json }, _, evaluate) {
    const after = await evaluated(scoring, withTwin(scoring.definition), evaluate);
    const nameless = (group: Subject["json"]["groups"][number] | undefined): unknown =>
      group && { ...group, name: "", sheet: "", agencies: group.agencies.map((agency) => ({ ...agency, name: "" })) };
    same(nameless(after.groups[0]), nameless(json.groups[0]));
    same(nameless(after.groups.at(-1)), nameless(json.groups[0]));
    if (json.groups.length === 1) same(after.meanOfAll.index, json.meanOfAll.index);
    return true;
  },
};

export const resultRelations: readonly Relation[] = [
  asCalculatedIndependently,
  related(
    "scores and maxima times a whole number",
    (definition, { a }) => everyGroup(definition, (group) => scaled(group, 2 + (a % 98))),
    shares,
  ),
  related(
    "a criterion worth nothing",
    (definition, picks) => everyGroup(definition, (group) => withLeaf(group, picks, "0", "0")),
    indexAndRank,
  ),
  related(
    "a criterion that applies to nobody",
    (definition, picks) =>
      definition.notApplicableRule === "parent"
        ? null
        : everyGroup(definition, (group) => withLeaf(group, picks, "7.5", NOT_APPLICABLE)),
    (json) => ({
      ...(shares(json) as object),
      scores: json.groups.map(({ agencies }) => agencies.map(({ score, maximum }) => [score, maximum])),
    }),
  ),
  notApplicableOnAParent,
  related(
    "surveys as appraisals",
    (definition) =>
      everyGroup(definition, (group) => ({
        ...group,
        areas: everyLeaf(group.areas, (leaf) => (counts(leaf) ? { ...leaf, method: "appraisal" } : leaf)),
      })),
    inOrder,
  ),
  aGroupTwiceUnderOther,
  morePoints,
  rankRules,
];
