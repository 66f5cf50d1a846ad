/** The built standalone page in Chromium, used as a person would. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { readZip, type ZipEntry } from "../../src/ooxml/zip-archive";
import { seriousFaults } from "../e2e/accessibility";
import { eventually } from "../e2e/eventually";
import { projectFolder, runReport, temporaryFolder } from "../e2e/run-report";
import { openWatchedPage, type PageServer, servePages, startBrowser, type WatchedPage } from "./page-server";
import { smallWorkbook } from "./small-workbook";

const samplePath = join(projectFolder, "assets/sample-dak-nong-2020.xlsx");

let server: PageServer;
let browser: Browser;
let watched: WatchedPage;
let page: Page;

beforeAll(async () => {
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
});
afterEach(async () => {
  await watched.context.close();
});

const visit = (query = ""): Promise<unknown> => page.goto(`${server.address}standalone.html${query}`);
const choose = (name: string, bytes: Uint8Array): Promise<void> =>
  page.setInputFiles("input[type=file]", { name, mimeType: "", buffer: Buffer.from(bytes) });
const button = (name: string): ReturnType<Page["locator"]> =>
  page.locator("header").getByRole("button", { name, exact: true });
const cell = (address: string): ReturnType<Page["locator"]> => page.locator(`[role=gridcell][data-cell=${address}]`);
const selectedCell = (): Promise<string | null> => page.getByRole("status", { name: "Ô đang chọn" }).textContent();

/** As the browser hands over a file that is let go above the page. */
async function drop(name: string, bytes: Uint8Array): Promise<void> {
  const transfer = await page.evaluateHandle(
    ({ name, base64 }) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], name));
      return transfer;
    },
    { name, base64: Buffer.from(bytes).toString("base64") },
  );
  await page.dispatchEvent("body", "dragover", { dataTransfer: transfer });
  await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
}

test("A dropped workbook is shown beside the pane; nothing but the page's own files is asked for", async () => {
  await visit();
  await page.getByText("không có gì được gửi đi đâu").waitFor();
  await drop("Chấm điểm 2020.xlsx", readFileSync(samplePath));
  await page.getByRole("grid", { name: "Trang tính Thông tin" }).waitFor();
  await eventually<unknown>(() => page.title(), "Chấm điểm 2020.xlsx – Chỉ số CCHC");
  await eventually<unknown>(() => cell("B7").textContent(), "2020");
  await eventually<unknown>(() => page.getByRole("tab", { name: "Cấp huyện", exact: true }).isVisible(), true);
  await page.getByRole("button", { name: "Tính chỉ số" }).waitFor();
  expect(watched.requests.filter((address) => /xlsx/.test(address))).toEqual([]);
  // Kept for later by the service worker, but nothing of this page's.
  const fetched = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
  expect(fetched.filter((address) => /wasm/.test(address))).toEqual([]);
  expect(watched.complaints).toEqual([]);
});

test("The sample opens at once where the address says so; calculated and downloaded it equals the command line's file", async () => {
  const out = join(temporaryFolder(), "out.xlsx");
  expect(runReport(["--out", out]).status).toBe(0);

  await visit("?sample");
  await page.getByRole("button", { name: "Tính chỉ số" }).click();
  await page.getByRole("grid", { name: "Trang tính BC III.1" }).waitFor();
  await eventually<unknown>(() => cell("B10").textContent(), "Bảo hiểm xã hội tỉnh");
  await eventually<unknown>(() => cell("D10").textContent(), "95,895");
  await eventually<unknown>(() => page.getByRole("img", { name: /^Biểu đồ: Biểu đồ 01: / }).count(), 1);
  await eventually<unknown>(() => page.getByText("Có thay đổi chưa tải về").isVisible(), true);

  const [download] = await Promise.all([page.waitForEvent("download"), button("Tải về").click()]);
  expect(download.suggestedFilename()).toBe("Mẫu Đắk Nông 2020 - báo cáo.xlsx");
  expect(partsOf(await download.path())).toEqual(partsOf(out));
  await eventually<unknown>(() => page.getByText("Có thay đổi chưa tải về").isVisible(), false);
  expect(watched.complaints).toEqual([]);
});

/** The parts of a file in order, as they are unpacked: Node packs with its own zlib. */
function partsOf(path: string): readonly Pick<ZipEntry, "name" | "crc" | "size">[] {
  return readZip(readFileSync(path)).map(({ name, crc, size }) => ({ name, crc, size }));
}

test("Changes that were not downloaded are not lost without a question", async () => {
  await visit("?sample");
  await page.getByRole("button", { name: "Tính chỉ số" }).click();
  await page.getByRole("grid", { name: "Trang tính BC III.1" }).waitFor();

  await choose("khác.xlsx", smallWorkbook({ sheet: "<sheetData/>" }));
  await page.getByRole("alertdialog").getByRole("button", { name: "Ở lại" }).click();
  await page.getByRole("grid", { name: "Trang tính BC III.1" }).waitFor();

  const [question] = await Promise.all([page.waitForEvent("dialog"), page.close({ runBeforeUnload: true })]);
  expect(question.type()).toBe("beforeunload");
  await question.dismiss();

  await choose("khác.xlsx", smallWorkbook({ sheet: "<sheetData/>" }));
  await page.getByRole("alertdialog").getByRole("button", { name: "Mở tệp khác" }).click();
  await page.getByRole("heading", { name: "khác.xlsx" }).waitFor();
});

test("A file that cannot be opened is named with what to do, and the page goes on", async () => {
  await visit();
  await choose("hỏng.xlsx", new Uint8Array());
  const alert = page.getByRole("alert");
  await alert.getByText("Tệp này trống (0 byte)").waitFor();
  expect(await alert.textContent()).toContain("Không mở được hỏng.xlsx");
  await eventually(() => seriousFaults(page), []);
  await drop("mẫu.xlsx", readFileSync(samplePath));
  await page.getByRole("grid").waitFor();
  await eventually<unknown>(() => alert.textContent(), "");
  expect(watched.complaints).toEqual([]);
});

test("The sheet is used by keyboard alone", async () => {
  await visit("?sample");
  await page.getByRole("tab", { name: "Thông tin", exact: true }).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  const grid = page.getByRole("grid", { name: "Trang tính Cấp tỉnh" });
  await grid.focus();
  for (const key of ["PageDown", "PageDown", "PageDown", "ArrowRight", "ArrowDown"]) await page.keyboard.press(key);
  await eventually(async () => /^B[2-9]\d$/.test((await selectedCell()) ?? ""), true);
  const activeCell = async (): Promise<string | null> =>
    page.locator(`#${(await grid.getAttribute("aria-activedescendant")) ?? "none"}`).getAttribute("data-cell");
  await eventually(async () => (await activeCell()) === (await selectedCell()), true);
  const active = cell((await selectedCell()) ?? "");
  const box = await active.boundingBox();
  expect(box && box.y > 300 && box.y + box.height < 800).toBe(true);
  await page.keyboard.press("Control+End");
  await eventually(selectedCell, "Z116");
  await cell("Z116").waitFor();
  await page.keyboard.press("Control+Home");
  await eventually(selectedCell, "A1");
});

const formulaWithoutValue = smallWorkbook({
  sheet: '<sheetData><row r="1"><c r="A1"><f>17+0.5</f></c></row></sheetData>',
});

test("Formulas without a value are computed under the page's policy", async () => {
  await visit();
  await choose("công thức.xlsx", formulaWithoutValue);
  await page.locator("[data-cell=A1]", { hasText: "17,5" }).waitFor();
  expect(watched.requests).toEqual(expect.arrayContaining(["standalone-formulas.js", "ironcalc.wasm"]));
  expect(watched.complaints).toEqual([]);
});

test("Once loaded the page works without a network, and opens without one the next time", async () => {
  const other = await servePages();
  await page.goto(`${other.address}standalone.html`);
  const partsOf = async (): Promise<number> =>
    page.evaluate(async () => (await (await caches.open("par-index-standalone")).keys()).length);
  const loaded = (): Promise<number> =>
    page.evaluate(() => performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(".js")).length);
  await page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => /workspace/.test(name)));
  // Kept only when all parts have come: the pages' own list is what is kept, and the page itself.
  await eventually(async () => (await partsOf()) > (await loaded()), true);
  await eventually(async () => page.evaluate(async () => (await caches.match("ironcalc.wasm")) !== undefined), true);
  other.close();
  for (let time = 1; time <= 2; time++) {
    await choose("công thức.xlsx", formulaWithoutValue);
    await page.locator("[data-cell=A1]", { hasText: "17,5" }).waitFor();
    await drop("mẫu.xlsx", readFileSync(samplePath));
    await page.getByRole("button", { name: "Tính chỉ số" }).click();
    await page.getByRole("grid", { name: "Trang tính BC III.1" }).waitFor();
    page.once("dialog", (dialog) => void dialog.accept());
    await page.reload();
  }
});

test.each([
  ["light", 1280],
  ["dark", 1280],
  ["light", 400],
] as const)(
  "Nothing is seriously hard to reach in the %s theme at %d pixels, before and after calculating",
  async (colorScheme, width) => {
    await watched.context.close();
    watched = await openWatchedPage(browser, server, { colorScheme, viewport: { width, height: 800 } });
    page = watched.page;
    await visit();
    await page.getByText("Kéo tệp vào trang này").waitFor();
    await eventually(() => seriousFaults(page), []);
    await page.locator("header").getByRole("button", { name: "Mở tệp mẫu" }).click();
    await page.getByRole("button", { name: "Tính chỉ số" }).click();
    await page.getByRole("grid", { name: "Trang tính BC III.1" }).waitFor();
    await page
      .getByText(/Đã tính xong/)
      .first()
      .waitFor();
    await eventually(() => seriousFaults(page), []);
    await eventually<unknown>(() => page.evaluate(() => document.documentElement.scrollWidth), width);
  },
);

test("The page speaks English on demand, numbers too, and remembers it", async () => {
  await visit("?sample");
  await page.getByLabel("Ngôn ngữ").selectOption("en");
  await page.getByText("nothing is sent anywhere").waitFor();
  await page.getByRole("tab", { name: "Cấp tỉnh", exact: true }).click();
  await eventually<unknown>(() => cell("C6").textContent(), "17.5");
  await page.reload();
  await eventually<unknown>(() => page.getByRole("button", { name: "Open file" }).isVisible(), true);
});
