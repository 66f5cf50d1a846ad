/** Merged areas of any number and size: sound sheets, damaged ones, and ones made to keep a page busy. */
import { indexMerges } from "../../src/viewer/model/merge-index";
import type { CellArea } from "../../src/data/cell-address";
import { openPackage } from "../../src/ooxml/package-parts";
import { openWorkbookView } from "../../src/viewer/model/workbook-view";
import { smallWorkbook } from "../standalone/small-workbook";

const area = (top: number, left: number, bottom: number, right: number): CellArea => ({ top, left, bottom, right });

test("A cell belongs to the area around it, whatever the areas' sizes", () => {
  const areas = [area(0, 0, 0, 3), area(1, 0, 9, 0), area(1, 2, 2, 5), area(7, 1, 1_048_575, 1)];
  const index = indexMerges([...areas].reverse());
  expect(index.areas).toEqual(areas);
  for (const one of areas) {
    for (const [row, column] of [
      [one.top, one.left],
      [one.bottom, one.right],
      [one.bottom, one.left],
    ] as const) {
      expect(index.at(row, column)).toBe(one);
    }
  }
  expect(index.at(0, 4)).toBeNull();
  expect(index.at(10, 0)).toBeNull();
  expect(index.at(6, 1)).toBeNull();
  expect(index.at(3, 2)).toBeNull();
});

test("Agrees with a search through all areas", () => {
  let seed = 5;
  const below = (limit: number): number => (seed = (seed * 48_271) % 2_147_483_647) % limit;
  const areas = Array.from({ length: 60 }, () => {
    const [top, left] = [below(40), below(12)];
    return area(top, left, top + below(9), left + below(3));
  });
  const index = indexMerges(areas);
  expect(index.areas.length).toBeGreaterThan(10);
  for (let row = 0; row < 50; row++) {
    for (let column = 0; column < 16; column++) {
      const around = index.areas.filter(
        ({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right,
      );
      expect(around.length).toBeLessThanOrEqual(1);
      expect(index.at(row, column)).toBe(around[0] ?? null);
    }
  }
});

test("Of two areas that overlap the upper one stays", () => {
  const [first, second] = [area(0, 0, 2, 2), area(2, 2, 4, 4)];
  expect(indexMerges([second, first]).areas).toEqual([first]);
});

test("Sixty areas of the whole sheet, and a hundred thousand of a whole row, are shown like any others", () => {
  const whole = Array.from({ length: 60 }, () => `<mergeCell ref="A1:XFD1048576"/>`).join("");
  const rows = Array.from(
    { length: 100_000 },
    (_, row) => `<mergeCell ref="A${String(row + 2)}:XFD${String(row + 2)}"/>`,
  );
  const view = (merges: string): ReturnType<ReturnType<typeof openWorkbookView>["sheet"]> =>
    openWorkbookView(
      openPackage(
        smallWorkbook({
          sheet: `<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells>${merges}</mergeCells>`,
        }),
      ),
    ).sheet(0);
  expect(view(whole).mergeAt(1_048_575, 16_383)).toEqual(area(0, 0, 1_048_575, 16_383));
  expect(view(rows.join("")).mergeAt(99_999, 9)).toEqual(area(99_999, 0, 99_999, 16_383));
});
