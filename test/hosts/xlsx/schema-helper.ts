import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const schemas = join(__dirname, "../../../../shared/schemas/ooxml");

export const schemasArePresent = existsSync(schemas);

const schemaOf: readonly (readonly [RegExp, string])[] = [
  [/^xl\/charts\/chart/, "dml-chart.xsd"],
  [/^xl\/drawings\/drawing/, "dml-spreadsheetDrawing.xsd"],
  [/^xl\/(worksheets\/sheet|workbook|styles)/, "sml.xsd"],
];

/**
 * What xmllint has to say against a part, in lines; extensions and xml:space,
 * which Excel writes though the schema does not know them there, are taken out first.
 */
export function schemaErrors(path: string, xml: string): string {
  const schema = schemaOf.find(([pattern]) => pattern.test(path))?.[1];
  if (schema === undefined) throw new Error(`no schema for ${path}`);
  const folder = mkdtempSync(join(tmpdir(), "par-index-schema-"));
  const file = join(folder, "part.xml");
  writeFileSync(file, withoutExtensions(xml));
  try {
    execFileSync("xmllint", ["--nonet", "--noout", "--schema", join(schemas, schema), file], { stdio: "pipe" });
    return "";
  } catch (error) {
    return String((error as { stderr?: Buffer }).stderr ?? error);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function withoutExtensions(xml: string): string {
  return xml
    .replace(/<mc:AlternateContent>.*?<\/mc:AlternateContent>/gs, "")
    .replace(/<xr:revisionPtr[^>]*>/g, "")
    .replace(/ (mc|xr|x14ac|xml):[A-Za-z]+="[^"]*"/g, "");
}
