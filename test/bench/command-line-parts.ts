/** What the command line costs: start, stages, reading, the whole job, memory, recalculating what it wrote. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { recalculateAll } from "../independent/recalculate";
import { exponentOf, numberIn, type Numbers, type Part, ratioOf } from "./part";
import { child, childrenSeconds, node, outputOf, report, workbookOf } from "./processes";

const sizes = [168, 1000, 3321] as const;
const stages = ["reading", "checking", "computing", "building", "writing"] as const;

export const start: Part = {
  about: "the sample, workbook and JSON written, against node's own start",
  rounds: 5,
  measure: (tree) => ({
    node: node(["-e", "0"], tree.root).cpuSeconds,
    sample: report(tree, join(tree.root, "assets/sample-dak-nong-2020.xlsx")).cpuSeconds,
  }),
  // 0.75 of what it was: 15.
  lines: (numbers) => [{ name: "sample / node -e 0, CPU", value: ratioOf(numbers, "sample", "node"), goal: 11 }],
};

export const growth: Part = {
  about: "exponents of the stages over agencies (190 rows each), each stage's own CPU, cold",
  rounds: 2,
  measure: (tree) => {
    const numbers: Record<string, number> = {};
    for (const size of sizes) {
      const used = child("stages", tree, workbookOf(size)) as Numbers;
      for (const stage of stages) numbers[`${stage} ${String(size)}`] = numberIn(used, stage);
    }
    return numbers;
  },
  lines: (numbers) =>
    stages.flatMap((stage) =>
      (
        [
          [168, 1000],
          [1000, 3321],
        ] as const
      ).map(([small, large]) => ({
        name: `${stage}, ${String(small)} → ${String(large)} agencies: exponent`,
        value: exponentOf(numbers, `${stage} ${String(small)}`, `${stage} ${String(large)}`, large / small),
        goal: 1.2,
      })),
    ),
};

async function recalculationSeconds(file: string): Promise<number> {
  const before = childrenSeconds();
  await recalculateAll([readFileSync(file)]);
  return childrenSeconds() - before;
}

export const recalculation: Part = {
  about: "LibreOffice recalculating what we wrote, less what it takes to open the input",
  rounds: 1,
  measure: async (tree) => {
    const numbers: Record<string, number> = {};
    for (const size of [252, 504]) {
      const file = workbookOf(size);
      numbers[`own ${String(size)}`] = report(tree, file).cpuSeconds;
      const opening = await recalculationSeconds(file);
      const all = await recalculationSeconds(outputOf(file));
      numbers[`whole ${String(size)}`] = all;
      numbers[`formulas ${String(size)}`] = Math.max(all - opening, 0.1);
    }
    return numbers;
  },
  lines: (numbers) => [
    {
      name: "recalculation, 252 → 504 agencies: exponent",
      value: exponentOf(numbers, "formulas 252", "formulas 504", 2),
      goal: 1.5,
    },
    {
      name: "LibreOffice open, recalculate, save / our whole run, 504 agencies",
      value: ratioOf(numbers, "whole 504", "own 504"),
      goal: 2,
    },
  ],
};

const readers = ["ours", "json", "xlsx", "readExcelFile", "exceljs"] as const;

export const reading: Part = {
  about: "reading 1,000 agencies × 190 rows from memory, the best of four in a process",
  rounds: 2,
  measure: (tree) =>
    Object.fromEntries(
      readers.map((reader) => [
        reader,
        numberIn(child("reading", tree, reader, workbookOf(1000)) as Numbers, "seconds"),
      ]),
    ),
  lines: (numbers) => [
    { name: "reading / read-excel-file", value: ratioOf(numbers, "ours", "readExcelFile"), goal: 0.7 },
    { name: "reading / xlsx", value: ratioOf(numbers, "ours", "xlsx"), goal: null },
    { name: "reading / exceljs", value: ratioOf(numbers, "ours", "exceljs"), goal: null },
    { name: "reading / JSON.parse of the same cells", value: ratioOf(numbers, "ours", "json"), goal: null },
  ],
};

export const job: Part = {
  about: "1,000 agencies, file in and files out, against HyperFormula on the same job without files",
  rounds: 2,
  measure: (tree) => ({
    ours: report(tree, workbookOf(1000)).cpuSeconds,
    hyperFormula: node([join(__dirname, "child/hyperformula.js"), "1000"], tree.root).cpuSeconds,
  }),
  lines: (numbers) => [
    {
      name: "whole command line / HyperFormula, 1000 agencies",
      value: ratioOf(numbers, "ours", "hyperFormula"),
      goal: 0.5,
    },
  ],
};

export const memory: Part = {
  about: "the process at its largest, by cells of the scoring table",
  rounds: 1,
  measure: (tree) => ({ megabytes: report(tree, workbookOf(3321)).megabytes }),
  lines: (numbers) => [
    { name: "KB a cell, 3321 agencies", value: (numberIn(numbers, "megabytes") * 1024) / (3321 * 190), goal: 0.8 },
  ],
};
