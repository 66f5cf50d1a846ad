import { failure } from "../data/host-error";

/**
 * What all sheets of a workbook may hold together: more would fill the memory of a browser page or keep it busy for
 * minutes. The largest real workbook (three groups of 168 agencies) has some 2 % of each.
 */
export const readingLimits = {
  cells: 2_000_000,
  /** Places in the grids, empty ones before filled ones included. */
  places: 20_000_000,
  /** Characters in cells; a text that many cells name counts in each, as each is looked at. */
  characters: 60_000_000,
  formulaCharacters: 20_000_000,
} as const;

/** Counts over all sheets. Each step throws a HostError where a limit is passed. */
export interface ReadingCount {
  addPlaces(count: number, sheet: string): void;
  /** A filled cell with the lengths of its text and its formula. */
  addCell(characters: number, sheet: string): void;
  /** Called before a formula is made, so that nothing is made in vain. */
  addFormula(characters: number, sheet: string): void;
}

export function countReading(): ReadingCount {
  const counted = { cells: 0, places: 0, characters: 0, formulaCharacters: 0 };
  return {
    addPlaces(count, sheet) {
      counted.places += count;
      if (counted.places > readingLimits.places) throw failure("sheetTooLarge", { sheet });
    },
    addCell(characters, sheet) {
      counted.cells++;
      counted.characters += characters;
      const isTooMuch = counted.cells > readingLimits.cells || counted.characters > readingLimits.characters;
      if (isTooMuch) throw failure("tooMuchContent", { sheet });
    },
    addFormula(characters, sheet) {
      counted.formulaCharacters += characters;
      if (counted.formulaCharacters > readingLimits.formulaCharacters) throw failure("tooMuchContent", { sheet });
    },
  };
}
