"use strict";
// AGENCIES: the job of the command line as formulas of a sheet, over 152 scores an agency (190 rows of criteria): every
// score checked against its maximum, the points of each criterion and area, their shares, total, index, nine ranks (as
// BC Tính toán has them) and the mean of every row. No file is read and none is written, no sentence is made.
const { HyperFormula } = require("hyperformula");

const count = Number(process.argv[2]);
const [leaves, criteria, areas] = [152, 30, 8];
const letters = (index) =>
  (index < 26 ? "" : letters(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));
const columns = Array.from({ length: count }, (_, at) => letters(at + 1));
const last = columns[count - 1];

const rows = Array.from({ length: leaves }, (_, row) => [
  0.65,
  ...columns.map((_, at) => ((row * 31 + at * 17) % 66) / 100),
]);
/** One formula an agency; gives the row's number. */
const add = (formula, maximum = null) => rows.push([maximum, ...columns.map(formula)]);
/** The n-th of so many equal parts of some rows. */
const part = (n, parts, first, size) => [
  first + Math.floor((n * size) / parts),
  first + Math.floor(((n + 1) * size) / parts) - 1,
];

for (let row = 1; row <= leaves; row++)
  add((at) => `=IF(AND(ISNUMBER(${at}${row}),${at}${row}>=0,${at}${row}<=$A${row}),0,1)`);
const sums = (parts, first, size) => {
  const start = rows.length + 1;
  for (let n = 0; n < parts; n++) {
    const [from, to] = part(n, parts, first, size);
    add((at) => `=SUM(${at}${from}:${at}${to})`, `=SUM(A${from}:A${to})`);
  }
  return start;
};
const ofCriteria = sums(criteria, 1, leaves);
const ofAreas = sums(areas, ofCriteria, criteria);
const total = sums(1, ofAreas, areas);
const shares = rows.length + 1;
for (let row = ofCriteria; row <= total; row++) add((at) => `=ROUND(${at}${row}/$A${row}*100,2)`);
const counted = [...Array.from({ length: areas }, (_, n) => shares + criteria + n), shares + total - ofCriteria];
for (const row of counted) add((at) => `=1+COUNTIF($B${row}:$${last}${row},">"&${at}${row})`);
const scored = rows.length;
for (let row = 1; row <= scored; row++) rows[row - 1].push(`=AVERAGE(B${row}:${last}${row})`);

const engine = HyperFormula.buildFromArray(rows, { licenseKey: "gpl-v3", maxColumns: 18_278 });
const mean = engine.getCellValue({ sheet: 0, col: count + 1, row: total - 1 });
if (typeof mean !== "number") throw new Error(`no mean: ${JSON.stringify(mean)}`);
console.log(JSON.stringify({ mean }));
