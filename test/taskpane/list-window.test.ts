import { isWindowed, piecesOf, startsOf } from "../../src/taskpane/list-window";

test("a row that was not measured is taken for as high as the others are", () => {
  expect(startsOf(4, new Map(), 50)).toEqual([0, 50, 100, 150, 200]);
  expect(
    startsOf(
      4,
      new Map([
        [1, 30],
        [2, 50],
      ]),
      99,
    ),
  ).toEqual([0, 40, 70, 120, 160]);
});

const starts = startsOf(100, new Map(), 10);

test("what is not there takes its room", () => {
  expect(piecesOf({ first: 20, last: 21 }, null, starts)).toEqual([
    { kind: "gap", before: 20, height: 200 },
    { kind: "row", index: 20 },
    { kind: "row", index: 21 },
    { kind: "gap", before: 100, height: 780 },
  ]);
});

test("the row with the keyboard stays, above and below the window", () => {
  const rows = (focused: number): readonly number[] =>
    piecesOf({ first: 20, last: 21 }, focused, starts).flatMap((piece) => (piece.kind === "row" ? [piece.index] : []));
  expect(rows(3)).toEqual([3, 20, 21]);
  expect(rows(20)).toEqual([20, 21]);
  expect(rows(99)).toEqual([20, 21, 99]);
  // Of a list that has become shorter.
  expect(rows(100)).toEqual([20, 21]);
});

test("all heights together are the list's, whatever is there", () => {
  for (const focused of [null, 0, 50, 99]) {
    const pieces = piecesOf({ first: 40, last: 60 }, focused, starts);
    const height = pieces.reduce((sum, piece) => sum + (piece.kind === "gap" ? piece.height : 10), 0);
    expect(height).toBe(1000);
  }
});

test("a window beyond a list that has become shorter shows its end", () => {
  expect(piecesOf({ first: 150, last: 170 }, null, starts).at(-1)).toEqual({ kind: "row", index: 99 });
});

test("short lists are there as a whole", () => {
  expect(isWindowed(60)).toBe(false);
  expect(isWindowed(61)).toBe(true);
});
