/** Every part of an output workbook against ISO/IEC 29500-4, where the schemas are at hand. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { communeWorkbook } from "../fixtures/communes";
import { projectFolder, runReport, temporaryFolder } from "./run-report";

const schemas = join(projectFolder, "../shared/schemas/ooxml");
const schemaOf: readonly (readonly [RegExp, string])[] = [
  [/^xl\/(workbook|styles|sharedStrings|calcChain)\.xml$|^xl\/worksheets\/[^/]+\.xml$/, "sml.xsd"],
  [/^xl\/drawings\/[^/]+\.xml$/, "dml-spreadsheetDrawing.xsd"],
  [/^xl\/charts\/[^/]+\.xml$/, "dml-chart.xsd"],
];

/** Takes out what the standard allows beside its schemas: attributes and elements of declared extension namespaces. */
function withoutExtensions(xml: string): string {
  const ignorable = /mc:Ignorable="([^"]*)"/.exec(xml)?.[1]?.split(/\s+/) ?? [];
  return ["mc", ...ignorable].reduce(
    (text, prefix) =>
      text
        .replace(new RegExp(`\\s${prefix}:[\\w]+="[^"]*"`, "g"), "")
        .replace(new RegExp(`<${prefix}:(\\w+)[^>]*/>`, "g"), "")
        .replace(new RegExp(`<${prefix}:(\\w+)[\\s\\S]*?</${prefix}:\\1>`, "g"), ""),
    xml,
  );
}

const withSchemas = existsSync(schemas) ? describe : describe.skip;

withSchemas("every part of the output", () => {
  it.each([
    ["the sample", () => readFileSync(join(projectFolder, "assets/sample-dak-nong-2020.xlsx"))],
    ["a workbook of 124 communes", () => communeWorkbook(124).bytes],
  ])("is valid: %s", (_, bytes) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "in.xlsx"), bytes());
    expect(runReport([join(folder, "in.xlsx"), "--out", join(folder, "out.xlsx")]).status).toBe(0);
    const parts = unzipSync(readFileSync(join(folder, "out.xlsx")));
    const files = new Map<string, string[]>();
    for (const [path, content] of Object.entries(parts)) {
      const schema = schemaOf.find(([pattern]) => pattern.test(path))?.[1];
      if (schema === undefined) continue;
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, withoutExtensions(strFromU8(content)));
      files.set(schema, [...(files.get(schema) ?? []), file]);
    }
    expect([...files.keys()].sort()).toEqual(["dml-chart.xsd", "dml-spreadsheetDrawing.xsd", "sml.xsd"]);
    for (const [schema, paths] of files) {
      const run = spawnSync("xmllint", ["--nonet", "--noout", "--schema", join(schemas, schema), ...paths], {
        encoding: "utf8",
      });
      expect([schema, run.stderr.split("\n").filter((line) => line !== "" && !line.endsWith(" validates"))]).toEqual([
        schema,
        [],
      ]);
      expect(run.status).toBe(0);
    }
  });
});
