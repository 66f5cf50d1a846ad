/** What a mutator is, and the random numbers that it chooses by. */
import * as fc from "fast-check";
import type { ArchiveEntry } from "./archive";

/** Numbers of a mutation, to choose places and values by. */
export interface Picks {
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

/** Parts by path, as text. */
export type Parts = Map<string, string>;

interface Named {
  readonly name: string;
  /** The workbook says the same as before: its results must not change. */
  readonly neutral: boolean;
}

export type Mutator = Named &
  (
    | { readonly level: "parts"; apply(parts: Parts, picks: Picks): void }
    /** encoded: bytes instead of the part's text. */
    | { readonly level: "bytes of parts"; apply(part: { path: string; text: string }, picks: Picks): Uint8Array }
    | { readonly level: "entries"; apply(entries: ArchiveEntry[], picks: Picks): ArchiveEntry[] }
    | { readonly level: "file"; apply(bytes: Uint8Array, picks: Picks): Uint8Array }
  );

export const picks: fc.Arbitrary<Picks> = fc.record({
  a: fc.nat(0xffffff),
  b: fc.nat(0xffffff),
  c: fc.nat(0xffffff),
});

/** One of the list by a pick; undefined of an empty one. */
export function oneOf<T>(list: readonly T[], pick: number): T | undefined {
  return list[pick % Math.max(1, list.length)];
}
