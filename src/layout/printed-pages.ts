/** How far down a printed page a sheet has come, as far as that can be told from row heights. */
import type { PageSetup } from "../data/pages";

/** A4 without margins and footer, in points; a little less, because programs round row heights up. */
const printable = { portrait: { width: 505, height: 700 }, landscape: { width: 755, height: 455 } } as const;

export interface PrintedPages {
  /** Of one page, in points of the sheet. */
  readonly height: number;
  use(points: number): void;
  /** True where that much still stands on this page. */
  fits(points: number): boolean;
  /** True where a row of that height begins the next page. */
  ends(points: number): boolean;
  /** False where the page has only begun and needs no break. */
  breakHere(): boolean;
}

/** The sheet is printed one page wide: wide sheets get smaller, so that more rows fit on a page. */
export function countPages(pixels: number, orientation: PageSetup["orientation"]): PrintedPages {
  const { width, height: whole } = printable[orientation];
  const height = whole / Math.min(1, width / (pixels * 0.75));
  // Since the last break of ours; programs break pages by themselves in between.
  let used = 0;
  return {
    height,
    use(points) {
      used += points;
    },
    fits(points) {
      const onThisPage = used % height;
      // Row heights are an estimate: just after a break that the program makes, this may still be the page before.
      const isUnsure = used > height && onThisPage < height * 0.12;
      return onThisPage + points <= height && !isUnsure;
    },
    ends: (points) => (used % height) + points > height,
    breakHere() {
      const isNeeded = used > 0;
      used = 0;
      return isNeeded;
    },
  };
}
