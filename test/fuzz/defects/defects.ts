/**
 * Kind 3: a defect is planted at a known cell of a valid workbook. Just that is found, at that cell, with the right
 * repair, and what follows from it; what is computed all the same is right.
 */
import { deepStrictEqual } from "node:assert";
import * as fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { calculate } from "../../independent/calculate";
import { differences } from "../../independent/compare";
import { draw, fileOf } from "../drawn-workbook";
import { evaluate, findingKeys, type LoadExcelize } from "../evaluate";
import { fuzzKind, type FuzzKind, type Labels } from "../run-cases";
import { scorings, type Scoring } from "../scoring";
import { scoreSheet, type Defect, type Picks, type Planted } from "./defect";
import { codeDefects } from "./code-defects";
import { scoreDefects } from "./score-defects";
import { sheetDefects } from "./sheet-defects";
import { tableDefects } from "./table-defects";

export const allDefects = [...scoreDefects, ...codeDefects, ...tableDefects, ...sheetDefects];

const cases = fc.record({
  scoring: scorings,
  defect: fc.constantFrom(...allDefects.map(({ name }) => name)),
  picks: fc.record({ a: fc.nat(0xffffff), b: fc.nat(0xffffff) }),
});

export function defects(engine: LoadExcelize): FuzzKind {
  return fuzzKind("defects", cases, async ({ scoring, defect: name, picks }) => {
    const defect = allDefects.find((one) => one.name === name);
    if (defect === undefined) throw new Error(`no defect ${name}`);
    return check(scoring, defect, picks, engine);
  });
}

async function check(scoring: Scoring, defect: Defect, picks: Picks, engine: LoadExcelize): Promise<Labels> {
  const drawn = draw(scoring);
  const [group] = scoring.definition.groups;
  const [places] = drawn.places;
  if (group === undefined || places === undefined) throw new Error("no group");
  const planted = defect.plant({ scoring, drawn, group, places, sheet: scoreSheet(drawn, places), picks });
  if (planted === null) return [`no place for: ${defect.name}`];
  const bytes = rewritten(fileOf(drawn.sheets), planted.rewriteXml);

  const { json, report } = await evaluate(bytes, engine);
  // Infos stand beside, but those that the defect is about must be there.
  const infos = planted.findings.filter((key) => /^(agency-name-variant|sheet-skipped) /.test(key));
  const wanted = planted.findings.filter((key) => !infos.includes(key)).sort();
  deepStrictEqual(findingKeys(json.findings), wanted);
  const all = findingKeys(json.findings, true);
  deepStrictEqual(
    infos.filter((key) => !all.includes(key)),
    [],
  );
  if ((report === null) !== defect.blocks)
    throw new Error(report === null ? "blocked by a warning" : "not blocked by an error");

  const computed = defect.blocks ? (await evaluate(bytes, engine, true)).json : json;
  const definition = expectedDefinition(scoring, defect, planted);
  if (definition !== null) deepStrictEqual(differences(computed, calculate(definition)), []);
  return [`planted and found: ${defect.name}`, ...codesOf(planted)];
}

/** null where an error leaves open what is to be computed: a code twice, an agency twice, a maximum missing. */
function expectedDefinition(scoring: Scoring, defect: Defect, { definition }: Planted): Scoring["definition"] | null {
  if (!defect.blocks) return definition ?? scoring.definition;
  return definition === undefined ? null : { ...definition, provisional: true };
}

function codesOf({ findings }: Planted): string[] {
  return [...new Set(findings.map((key) => `code: ${key.split(" ")[0] ?? ""}`))];
}

function rewritten(bytes: Uint8Array, rewrite: Planted["rewriteXml"]): Uint8Array {
  if (rewrite === undefined) return bytes;
  const parts = Object.entries(unzipSync(bytes)).map(
    ([path, part]) => [path, strToU8(rewrite(path, strFromU8(part)))] as const,
  );
  return zipSync(Object.fromEntries(parts), { level: 1 });
}
