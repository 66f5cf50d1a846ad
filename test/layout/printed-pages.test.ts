import { countPages } from "../../src/layout/printed-pages";

test("a page is full after its height, and a wide sheet has more on one", () => {
  const pages = countPages(600, "portrait");
  pages.use(pages.height - 100);
  expect([pages.fits(100), pages.fits(101), pages.ends(101)]).toEqual([true, false, true]);
  expect(countPages(1200, "portrait").height).toBeGreaterThan(pages.height);
});

test("no break is needed where a page has only begun; just after one of the program's it is unsure", () => {
  const pages = countPages(600, "portrait");
  expect(pages.breakHere()).toBe(false);
  pages.use(pages.height + 10);
  expect(pages.fits(20)).toBe(false);
  expect([pages.breakHere(), pages.breakHere()]).toEqual([true, false]);
});
