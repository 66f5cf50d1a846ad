/** Kind 2: metamorphic relations. A workbook is changed in a way whose effect on the results is known. */
import * as fc from "fast-check";
import { draw, fileOf } from "../drawn-workbook";
import { evaluate, type LoadExcelize } from "../evaluate";
import { fuzzKind, type FuzzKind } from "../run-cases";
import { scorings } from "../scoring";
import { layoutRelations } from "./layout-relations";
import { same, type Picks, type Relation, type Subject } from "./relation";
import { resultRelations } from "./result-relations";
import { valueRelations } from "./value-relations";

const all = [...layoutRelations, ...valueRelations, ...resultRelations];

const cases = fc.record({
  scoring: scorings,
  relation: fc.constantFrom(...all.map(({ name }) => name), "the report written into it"),
  picks: fc.record({ a: fc.nat(0xffffff), b: fc.nat(0xffffff), c: fc.nat(0xffffff) }),
});

export function relations(engine: LoadExcelize): FuzzKind {
  const written = reportWritten(engine);
  return fuzzKind("relations", cases, async ({ scoring, relation: name, picks }) => {
    const relation = name === written.name ? written : all.find((one) => one.name === name);
    if (relation === undefined) throw new Error(`no relation ${name}`);
    const drawn = draw(scoring);
    const json = await computed(fileOf(drawn.sheets), engine);
    const subject: Subject = { scoring, drawn, json };
    const holds = await relation.holds(subject, picks as Picks, (bytes) => computed(bytes, engine));
    return [holds ? `held: ${name}` : `not concerned: ${name}`];
  });
}

async function computed(bytes: Uint8Array, engine: LoadExcelize): Promise<Subject["json"]> {
  const { json, report } = await evaluate(bytes, engine);
  if (report === null) throw new Error(`not computed: ${json.findings.map(({ message }) => message).join(" ")}`);
  return json;
}

function reportWritten(engine: LoadExcelize): Relation {
  return {
    name: "the report written into it",
    async holds({ drawn, json }) {
      const { workbook, report } = await evaluate(fileOf(drawn.sheets), engine);
      if (report === null) throw new Error("not computed");
      await workbook.writeReport(report);
      const again = await evaluate(workbook.toBytes(), engine);
      same(again.json, json);
      if (again.report === null) throw new Error("not computed again");
      await again.workbook.writeReport(again.report);
      same(Buffer.compare(again.workbook.toBytes(), workbook.toBytes()), 0);
      return true;
    },
  };
}
