import type { CellPlace, TableCell } from "../../src/data/blocks";
import { countedCells, rankCell } from "../../src/report/rank-cells";
import { type Exact, parseDecimal, round } from "../../src/scoring/exact";
import type { Settings } from "../../src/scoring/model";
import { rankAll } from "../../src/scoring/rank";
import { formulaText } from "./context";

const firstKey: CellPlace = { table: "key", row: 0, column: "area 1" };
const firstCounted: CellPlace = { table: "counted", row: 0, column: "area 1" };
/** Equal once rounded; without a rank; above 100; below 0; no whole thousandth as a binary product (92.235 × 1000). */
const values = ["92.235", "92.2350004", null, "101.5", "-3.5", "92.2351", "-3.4999", "92.2345", "0", null].map(
  (value) => (value === null ? null : parseDecimal(value)),
);
const rules: readonly Settings["rankRule"][] = ["dense", "competition"];
const text = (cell: TableCell | undefined): string => formulaText(cell?.formula ?? "");
const rounded = (value: Exact | null): Exact | null => (value === null ? null : round(value, 3, "half-up"));

test("equal keys are counted where they stand first, and with Cách hạng every time", () => {
  const counted = rules.map((rankRule) =>
    countedCells(firstKey, values, { rankRule, rounding: "half-up" }).map(({ value }) => value),
  );
  expect(counted).toEqual([
    [92235, "", "", 101500, -3500, "", "", "", 0, ""],
    [92235, 92235, "", 101500, -3500, 92235, -3500, 92235, 0, ""],
  ]);
});

test("one more than what is counted above a key is its rank", () => {
  for (const rankRule of rules) {
    const counted = countedCells(firstKey, values, { rankRule, rounding: "half-up" }).map(({ value }) => value);
    const above = (key: number): number => counted.filter((one) => typeof one === "number" && one > key).length;
    const ranks = values.map(rounded).map((key) => (key === null ? null : 1 + above(Math.round(key.valueOf() * 1000))));
    expect(ranks).toEqual(rankAll(values.map(rounded), rankRule));
  }
});

test("rounding to an even digit holds for what is counted too", () => {
  const half = [parseDecimal("92.2345")];
  const settings = { rankRule: "dense", rounding: "half-even" } as const;
  expect(countedCells(firstKey, [...half, ...half], settings)[0]?.value).toBe(92234);
});

test("the formulas look at one column, and a criterion is a whole number", () => {
  const [dense, competition] = rules.map((rankRule) => {
    const [, second] = countedCells(firstKey, values.slice(0, 2), { rankRule, rounding: "half-up" });
    return text(second);
  });
  expect(dense).toBe(
    'IF(key area 1[1]="","",IF(MATCH(key area 1[1],key area 1[0:1],0)=ROW(key area 1[1])-ROW(key area 1[$0])+1,ROUND(key area 1[1]*1000,0),""))',
  );
  expect(competition).toBe('IF(key area 1[1]="","",ROUND(key area 1[1]*1000,0))');
  expect(text(rankCell({ ...firstKey, row: 1 }, firstCounted, 2, 1))).toBe(
    'IF(key area 1[1]="","",1+COUNTIF(counted area 1[0:1],">"&ROUND(key area 1[1]*1000,0)))',
  );
});

test("an agency alone has neither", () => {
  const settings = { rankRule: "dense", rounding: "half-up" } as const;
  expect(countedCells(firstKey, values.slice(0, 1), settings)).toEqual([{ value: "" }]);
  expect(rankCell(firstKey, firstCounted, 1, null)).toEqual({ value: "" });
});
