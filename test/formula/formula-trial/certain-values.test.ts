/** Answers of the library that are not Excel's, beside like ones that are. */
import { computeInWorker } from "../../../src/formula/values/engine-node";
import { valuesOf } from "../../../src/formula/values/fill-in";
import type { GridCell } from "../../../src/data/grid";

const formula = (text: string): GridCell => ({ type: "number", value: null, format: "General", formula: text });
const text = (value: string): GridCell => ({ type: "text", value, format: "General", formula: null });
const number = (value: number): GridCell => ({ type: "number", value, format: "General", formula: null });

/** A1 and B1 are blank; D1:E2 is a table whose first row has no value. */
const data: (GridCell | null)[][] = [
  [null, null, null, text("Tốt"), null],
  [number(2), number(60), null, text("Khá"), number(80)],
];

async function answers(formulas: readonly string[]): Promise<unknown[]> {
  const sheets = [
    { name: "S", unknown: [], rows: data },
    { name: "T", unknown: [], rows: formulas.map((one) => [formula(one)]) },
  ];
  const places = formulas.map((_, row) => ({ kind: "cell", sheet: 1, row, column: 0 }) as const);
  return (await valuesOf({ sheets, names: [] }, places, computeInWorker)).map((answer) => answer?.value ?? null);
}

const found = (place: string): string => `VLOOKUP("${place}",S!D1:E2,2,FALSE)`;

test.each<[string, readonly (readonly [string, unknown])[]]>([
  [
    "a blank that a function hands on is left where it is no 0 to Excel",
    [
      ['IF(TRUE,S!B1)=""', null],
      ['IF(TRUE,S!B1)&""', null],
      ["ISNUMBER(INDEX(S!B1:B2,1))", null],
      ["COUNT(INDEX(S!B1:B2,1))", null],
      ["AND(1,INDEX(S!B1:B2,1))", null],
      [`IF(${found("Tốt")}="","",1)`, null],
      [`IFERROR(${found("Tốt")},1)&"%"`, null],
    ],
  ],
  [
    "a blank that a function hands on is 0 among numbers, and once it stands in a cell",
    [
      ["IF(TRUE,S!B1)", 0],
      ['A1&""', "0"],
      ["IF(TRUE,S!B1)+1", 1],
      [`${found("Tốt")}*2`, 0],
      ["INDEX(S!B1:B2,1)<1", true],
      [`IF(${found("Khá")}="","",1)`, 1],
    ],
  ],
  [
    "an error beside what already decides is not passed over",
    [
      ["OR(TRUE,1/0)", null],
      [`AND(0,${found("Yếu")})`, null],
      ["OR(1/0,TRUE)", "#DIV/0!"],
      ["OR(FALSE,TRUE)", true],
    ],
  ],
  [
    "a half and a whole number are rounded only where they are so in binary too",
    [
      ["ROUND(1.005*100,0)", null],
      ["INT(4.35*100)", null],
      ["ROUNDUP(0.1+0.2,1)", null],
      ["ROUND(0.1+0.2,1)", 0.3],
      ["ROUND(1.005,2)", 1.01],
      ["ROUNDDOWN(4.35,2)", 4.35],
      ["ROUND(1<0,2)", null],
    ],
  ],
  [
    "what is next to 0, a zero with a sign and letters that are two in capitals are left",
    [
      ["1E-20=0", null],
      ["1E-8=0", false],
      ["5&-S!B1", null],
      ["5&S!A2", "52"],
      ['"ß"="SS"', null],
      ['"Đạt"="ĐẠT"', true],
    ],
  ],
])("%s", async (_, cases) => {
  const given = await answers(cases.map(([one]) => one));
  expect(cases.map(([one], at) => [one, given[at]])).toEqual(cases);
});
