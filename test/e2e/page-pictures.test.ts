/** The standalone page as its user sees it, for the guide and for a look. */
import type { Browser } from "playwright-core";
import { openWatchedPage, type PageServer, servePages, startBrowser } from "../standalone/page-server";
import { takePicture } from "./screenshots";

let server: PageServer;
let browser: Browser;

beforeAll(async () => {
  server = await servePages();
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
  server.close();
});

it("shows the scoring sheet, and after the calculation a report sheet with its chart", async () => {
  const { page, context, complaints } = await openWatchedPage(browser, server, { reducedMotion: "reduce" });
  await page.goto(`${server.address}standalone.html?sample`);
  await page.getByRole("tab", { name: "Cấp tỉnh", exact: true }).click();
  await page.getByRole("grid", { name: "Trang tính Cấp tỉnh" }).waitFor();
  await takePicture(page, "trang-doc-lap", true);

  await page.getByRole("button", { name: "Tính chỉ số", exact: true }).click();
  await page.getByRole("grid", { name: "Trang tính BC III.1" }).waitFor();
  await page.getByRole("tab", { name: "BC III.2", exact: true }).click();
  const chart = page.getByRole("img", { name: /^Biểu đồ: Biểu đồ 02: / });
  await chart.scrollIntoViewIfNeeded();
  await chart.waitFor();
  await takePicture(page, "trang-bao-cao", true);
  expect(complaints).toEqual([]);
  await context.close();
});
