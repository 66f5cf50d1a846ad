/** What one part of npm run bench is: numbers measured in a tree, and ratios made of them. */

/** A checkout with its packages, and with dist/ where it is asked for. */
export interface Tree {
  readonly root: string;
  /** Built when first needed. */
  readonly build: () => void;
}

/** By name; seconds of CPU, bytes or counts. */
export type Numbers = Readonly<Record<string, number>>;

export interface Line {
  readonly name: string;
  readonly value: number;
  /** At most this; null: only said. */
  readonly goal: number | null;
}

export interface Part {
  readonly about: string;
  /** How often it is measured; the least of each number counts. */
  readonly rounds: number;
  /** Left out unless it is named: takes minutes. */
  readonly long?: true;
  readonly measure: (tree: Tree) => Numbers | Promise<Numbers>;
  readonly lines: (numbers: Numbers) => readonly Line[];
}

export function numberIn(numbers: Numbers, name: string): number {
  const number = numbers[name];
  if (number === undefined) throw new Error(`nothing was measured as ${name}`);
  return number;
}

export const ratioOf = (numbers: Numbers, one: string, other: string): number =>
  numberIn(numbers, one) / numberIn(numbers, other);

/** e of n^e between two sizes. */
export const exponentOf = (numbers: Numbers, small: string, large: string, times: number): number =>
  Math.log(ratioOf(numbers, large, small)) / Math.log(times);

/** The least of each: what the machine did beside it only adds. */
export function least(rounds: readonly Numbers[]): Numbers {
  const names = new Set(rounds.flatMap((round) => Object.keys(round)));
  return Object.fromEntries(
    [...names].map((name) => [name, Math.min(...rounds.map((round) => round[name] ?? Infinity))]),
  );
}
