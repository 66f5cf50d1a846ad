/** The valid workbooks that the mutators start from. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { strFromU8 } from "fflate";
import { hiddenProtectedAndUserSheets, twoHeaderRows } from "../../fixtures/awkward-layout";
import { informationRows } from "../../fixtures/fixture";
import { draw, fileOf } from "../drawn-workbook";
import { evaluate, type LoadExcelize } from "../evaluate";
import { scorings } from "../scoring";
import { pathOf } from "./check-output";
import { readArchive, unpacked, type ArchiveEntry } from "./archive";
import { isXml } from "./neutral-xml";
import type { ResultsJson } from "../../../src/app/results-json";

export interface BasePart {
  readonly entry: ArchiveEntry;
  /** null of what is no XML. */
  readonly text: string | null;
}

export interface Base {
  readonly name: string;
  /** In the archive's order. */
  readonly parts: readonly BasePart[];
  /** Paths in small letters of what is not the program's own. */
  readonly userParts: ReadonlySet<string>;
  readonly json: ResultsJson;
}

const sample = join(__dirname, "../../../assets/sample-dak-nong-2020.xlsx");
const drawnSeeds = [1, 2, 3, 4, 5, 6];

/** One table, two leaves, three agencies. */
function smallest(): Uint8Array {
  const rows = [
    ["STT", "Lĩnh vực/Tiêu chí/Tiêu chí thành phần", "Điểm tối đa", "Sở Nội vụ", "Sở Tài chính", "Sở Y tế"],
    ["1", "Chỉ đạo, điều hành", null, null, null, null],
    ["1.1", "Kế hoạch", 60, 60, 55.5, 50],
    ["2", "Thủ tục hành chính", null, null, null, null],
    ["2.1", "Một cửa", 40, 39.895, 40, 30.25],
  ];
  const settings = informationRows([["Năm đánh giá", 2025]]);
  return fileOf([
    { name: "Bảng điểm", role: "scores", rows },
    { name: "Thông tin", role: "settings", rows: settings },
  ]);
}

/** Made once; each with the results that neutral mutations must not change. */
export async function makeBases(engine: LoadExcelize): Promise<readonly Base[]> {
  const drawn = drawnSeeds.flatMap((seed) =>
    fc.sample(scorings, { seed, numRuns: 1 }).map((scoring) => ({
      name: `drawn ${String(seed)}`,
      bytes: fileOf(draw(scoring).sheets, { sharedStrings: seed % 2 === 0 }),
    })),
  );
  const plain = [
    { name: "smallest", bytes: smallest() },
    ...drawn,
    { name: "two header rows", bytes: twoHeaderRows().bytes },
    { name: "hidden and protected", bytes: hiddenProtectedAndUserSheets().bytes },
  ];
  const bases: Base[] = [];
  for (const { name, bytes } of plain) bases.push(await baseOf(name, bytes, bytes, engine));
  for (const { name, bytes } of plain.filter((_, at) => at % 4 === 0)) {
    bases.push(await baseOf(`our output of ${name}`, await outputOf(bytes, engine), bytes, engine));
  }
  // Not as a Buffer: of one, slice() is no copy, and a mutated part would stay mutated.
  const known = new Uint8Array(readFileSync(sample));
  bases.push(await baseOf("the sample", known, known, engine));
  return bases;
}

async function outputOf(bytes: Uint8Array, engine: LoadExcelize): Promise<Uint8Array> {
  const { workbook, report } = await evaluate(bytes, engine);
  if (report === null) throw new Error("a base cannot be computed");
  await workbook.writeReport(report);
  return workbook.toBytes();
}

async function baseOf(name: string, bytes: Uint8Array, user: Uint8Array, engine: LoadExcelize): Promise<Base> {
  const { json, report } = await evaluate(bytes, engine);
  if (report === null) throw new Error(`${name} cannot be computed`);
  const parts = readArchive(bytes).map(
    (entry): BasePart => ({
      entry,
      text: isXml(entry.name) ? strFromU8(unpacked(entry)) : null,
    }),
  );
  return { name, parts, userParts: new Set(readArchive(user).map(pathOf)), json };
}
