/** The built page with a whole country's workbook: 1,000 agencies on 190 rows, in Chromium. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { eventually } from "../e2e/eventually";
import { temporaryFolder } from "../e2e/run-report";
import { takePicture } from "../e2e/screenshots";
import { countryWorkbook } from "../fixtures/country";
import { longestTask } from "./main-thread";
import { openWatchedPage, type PageServer, servePages, startBrowser, type WatchedPage } from "./page-server";

const { bytes } = countryWorkbook(1000, 300);
/** A file on disk: bytes handed over by the test would themselves hold up the page. */
const file = join(temporaryFolder(), "ca-nuoc.xlsx");
/** A task of the old page was 7 to 10 times as long as the reference loop; 100 ms are about 0.75 of it. */
const longestAllowed = 1.5;

let server: PageServer;
let browser: Browser;
let watched: WatchedPage;
let page: Page;

beforeAll(async () => {
  writeFileSync(file, bytes);
  server = await servePages();
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
  server.close();
});
beforeEach(async () => {
  watched = await openWatchedPage(browser, server);
  page = watched.page;
  await page.goto(`${server.address}standalone.html`);
  await page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => /workspace/.test(name)));
  // What comes after the first sight is there: only the work on the file is measured.
  await page.waitForLoadState("networkidle");
});
afterEach(async () => {
  expect(watched.complaints).toEqual([]);
  await watched.context.close();
});

const pane = (): ReturnType<Page["locator"]> => page.getByRole("complementary");
const calculateButton = (): ReturnType<Page["locator"]> => pane().getByRole("button", { name: "Tính chỉ số" });
const open = (): Promise<void> => page.setInputFiles("input[type=file]", file);
const nodes = (): Promise<number> => page.evaluate(() => document.querySelectorAll("*").length);

/** Notes every step that the page names. */
async function watchSteps(): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const seen = new Set<string>();
    Object.assign(window, { seen });
    new MutationObserver(() => {
      for (const text of document.body.innerText.match(/Đang [^…\n]+…/g) ?? []) seen.add(text);
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  return () => page.evaluate(() => [...(window as unknown as { readonly seen: Set<string> }).seen]);
}

/** Presses Hủy as soon as the page names the step, as fast as nobody could. */
async function stopAt(step: string): Promise<void> {
  await page.evaluate((text) => {
    const observer = new MutationObserver(() => {
      if (!document.body.innerText.includes(text)) return;
      const buttons = [...document.querySelectorAll("button")];
      const cancel = buttons.find((button) => button.textContent === "Hủy");
      if (cancel === undefined) return;
      observer.disconnect();
      cancel.click();
    });
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  }, step);
}

test("The page is never held up, says how far the work is, and shows no more than is in sight", async () => {
  const steps = await watchSteps();
  const opening = await longestTask(browser, page, async () => {
    await open();
    await calculateButton().waitFor();
    await page.getByRole("grid", { name: "Trang tính Cấp xã" }).waitFor();
    await page
      .locator("[data-cell=D4]", { hasText: /\d/ })
      .or(page.locator("[data-cell=D6]", { hasText: /\d/ }))
      .first()
      .waitFor();
  });
  const counts = { "after opening": await nodes() };
  await takePicture(page, "page-country-overview");
  const calculating = await longestTask(browser, page, async () => {
    await calculateButton().click();
    await pane().getByText("Đã tính xong và ghi 11 trang báo cáo.").first().waitFor();
    await page.locator("[data-cell=A3]", { hasText: "III. KẾT QUẢ" }).waitFor();
  });
  Object.assign(counts, { ranking: await nodes() });
  await takePicture(page, "page-country-ranking");
  // The end of a long list is reached, and its rows are there.
  await pane()
    .getByRole("link", { name: "Xã 0001" })
    .or(pane().getByRole("button", { name: "Xã 0001" }))
    .focus();
  await page.keyboard.press("End");
  await eventually<unknown>(() => pane().locator("tr[aria-rowindex='1001']").isVisible(), true);
  Object.assign(counts, { "ranking, end": await nodes() });
  await pane()
    .getByRole("tab", { name: /^Kiểm tra số liệu/ })
    .click();
  await pane().getByRole("list", { name: "Các mục đã phát hiện" }).waitFor();
  Object.assign(counts, { findings: await nodes() });
  await takePicture(page, "page-country-findings");

  const ratio = ({ longest, reference }: typeof opening): number => Math.round((longest / reference) * 100) / 100;
  console.log(
    "longest task / reference loop:",
    { opening: ratio(opening), calculating: ratio(calculating) },
    "DOM nodes:",
    counts,
  );
  expect(ratio(opening)).toBeLessThan(longestAllowed);
  expect(ratio(calculating)).toBeLessThan(longestAllowed);
  expect(Math.max(...Object.values(counts))).toBeLessThan(3000);
  const said = await steps();
  for (const step of ["mở ca-nuoc.xlsx", "đọc tệp", "kiểm tra số liệu", "tính chỉ số", "dựng các trang báo cáo"]) {
    expect(said).toContainEqual(expect.stringContaining(`Đang ${step}`));
  }
  expect(said.filter((text) => /^Đang ghi báo cáo: \d+\/11/.test(text)).length).toBeGreaterThanOrEqual(3);
});

test("A part of the page that cannot be loaded is said, and what is open stays", async () => {
  // With its service worker the browser has the part from before.
  await watched.context.close();
  watched = await openWatchedPage(browser, server, { serviceWorkers: "block" });
  page = watched.page;
  await page.goto(`${server.address}standalone.html`);
  await page.getByRole("button", { name: "Mở tệp mẫu" }).first().click();
  await calculateButton().click();
  await page.getByRole("grid", { name: "Trang tính BC III.1" }).waitFor();
  const part = "**/standalone-workbook.js";
  await page.context().route(part, (route) => route.abort());
  // The worker is ended; the one that would take its place does not come.
  await stopAt("Đang tính chỉ số");
  await calculateButton().click();
  await pane().getByText("Đã dừng. Tệp chưa thay đổi gì.").first().waitFor();
  await calculateButton().click();
  await pane().getByText("Không tải được phần xử lý tệp của trang").first().waitFor();
  await page.context().unroute(part);
  await pane().getByRole("button", { name: "Thử lại" }).click();
  await pane()
    .getByText(/Đã tính xong/)
    .first()
    .waitFor();
  await page.getByText("Có thay đổi chưa tải về").waitFor();
  expect(watched.complaints.splice(0).filter((one) => !/Service Worker/.test(one))).toEqual([]);
});

test("Hủy works in every step; the page is as it was before, and usable", async () => {
  await stopAt("Đang mở ca-nuoc.xlsx");
  await open();
  await page.getByText("Kéo tệp vào trang này").waitFor();

  for (const step of ["Đang đọc tệp chấm điểm", "Đang kiểm tra số liệu"]) {
    await stopAt(step);
    if (step.startsWith("Đang đọc")) await open();
    else await pane().getByRole("button", { name: "Thử lại" }).click();
    await pane().getByText("Đã dừng. Tệp chưa thay đổi gì.").first().waitFor();
  }
  await pane().getByRole("button", { name: "Thử lại" }).click();
  await calculateButton().waitFor();

  const sheets = page.getByRole("tablist", { name: "Các trang tính" });
  for (const step of [
    "Đang đọc tệp chấm điểm",
    "Đang kiểm tra số liệu",
    "Đang tính chỉ số",
    "Đang dựng các trang báo cáo",
    "Đang ghi báo cáo: 2/11",
  ]) {
    await stopAt(step);
    await calculateButton().click();
    await pane().getByText("Đã dừng. Tệp chưa thay đổi gì.").first().waitFor();
    expect(await sheets.getByRole("tab").allTextContents()).toEqual(["Cấp xã"]);
    expect(await page.getByText("Có thay đổi chưa tải về").count()).toBe(0);
    await pane().getByRole("button", { name: "Đóng" }).first().click();
  }
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator("header").getByRole("button", { name: "Tải về", exact: true }).click(),
  ]);
  expect(readFileSync(await download.path()).equals(Buffer.from(bytes))).toBe(true);

  await calculateButton().click();
  await page.getByRole("grid", { name: "Trang tính BC III.1" }).waitFor();
  // What was written stays when the next calculation is given up.
  await stopAt("Đang dựng các trang báo cáo");
  await calculateButton().click();
  await pane().getByText("Đã dừng. Tệp chưa thay đổi gì.").first().waitFor();
  expect(await sheets.getByRole("tab", { name: "BC III.1" }).count()).toBe(1);
  await page.getByText("Có thay đổi chưa tải về").waitFor();
  await sheets.getByRole("tab", { name: "BC Tính toán" }).click();
  await page.getByRole("grid", { name: "Trang tính BC Tính toán" }).waitFor();
});
