import { eventually } from "../e2e/eventually";
import type { Browser, Page } from "playwright-core";
import { startBrowser } from "../standalone/page-server";
import { standInExcel, type ExcelPage } from "./browser-page";
import { createExcelHost, type ExcelHost } from "./excel-host";

const address = "https://pane.test/index.html";
const html = `<!doctype html><html><head><meta charset="utf-8">
<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script></head><body></body></html>`;

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

interface Opened {
  readonly page: Page;
  readonly excelPage: ExcelPage;
  readonly host: ExcelHost;
  readonly elsewhere: readonly string[];
}

async function open(): Promise<Opened> {
  const host = createExcelHost({ sheets: [{ name: "Nhập điểm", rows: [["Mã", 2.5]] }], apiSet: "1.14" });
  const page = await browser.newPage();
  const elsewhere: string[] = [];
  await page.route("**", (route) => {
    if (route.request().url() === address) return route.fulfill({ body: html, contentType: "text/html" });
    elsewhere.push(route.request().url());
    return route.abort();
  });
  const excelPage = await standInExcel(page, host);
  await page.goto(address);
  return { page, excelPage, host, elsewhere };
}

test("a page with stock office.js runs over this host in Chromium", async () => {
  const { page, excelPage, host, elsewhere } = await open();

  const seen = await page.evaluate(async () => {
    const { host: app, platform } = await Office.onReady();
    const values = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("Báo cáo");
      sheet.getRange("A1:B1").values = [["Điểm", 61.25]];
      const read = context.workbook.worksheets.getItem("Nhập điểm").getUsedRange().load("values");
      await context.sync();
      return read.values as unknown[][];
    });
    const { requirements, displayLanguage, officeTheme } = Office.context;
    return {
      app: String(app),
      platform: String(platform),
      values,
      supports: ["1.9", "1.14", "1.15"].map((set) => requirements.isSetSupported("ExcelApi", set)),
      displayLanguage,
      background: officeTheme.bodyBackgroundColor,
    };
  });

  expect(seen).toMatchObject({
    app: "Excel",
    platform: "PC",
    values: [["Mã", 2.5]],
    supports: [true, true, false],
    displayLanguage: "vi-VN",
    background: "#ffffff",
  });
  expect(host.sheetSnapshot("Báo cáo").cells["B1"]?.value).toBe(61.25);
  expect([excelPage.unknownCalls, host.unsupported, elsewhere]).toEqual([[], [], []]);
});

test("the page hears of the user's edits and of ribbon buttons", async () => {
  const { page, excelPage, host } = await open();
  await page.evaluate(async () => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    await Office.onReady();
    Office.actions.associate("tinhChiSo", (event: Office.AddinCommands.Event) => {
      heard.push("button");
      event.completed();
    });
    await Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add((event) => {
        heard.push(`${event.address} ${String(event.triggerSource)}`);
        return Promise.resolve();
      });
      await context.sync();
    });
  });

  host.userEdits("Nhập điểm", "B1", 3);
  await page.waitForFunction(() => (window as unknown as { heard: string[] }).heard.length > 0);
  await excelPage.pressButton("tinhChiSo");
  await eventually(
    () => page.evaluate(() => (window as unknown as { heard: string[] }).heard),
    ["B1 Unknown", "button"],
  );
});
