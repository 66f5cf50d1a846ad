/**
 * The built pane and ribbon commands in Chromium, with stock office.js over the in-memory Excel, used as an official
 * would. It shows what our idea of Excel does, not what Excel does (docs/real-excel-checks.md).
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { type ExcelPage, standInExcel } from "../excel-host/browser-page";
import { darkTheme, type ShimOptions } from "../excel-host/browser-shim";
import type { ExcelHost } from "../excel-host/excel-host";
import { openExcelHost, toXlsx } from "../excel-host/xlsx-file";
import { loadExcelizeInJest } from "../excel-host/load-excelize-in-jest";
import { type PageServer, servePages, startBrowser } from "../standalone/page-server";
import { seriousFaults } from "./accessibility";
import { eventually } from "./eventually";
import { reportTables } from "./report-tables";
import { projectFolder } from "./run-report";
import { picturesAreWanted, takePicture } from "./screenshots";

const sample = readFileSync(join(projectFolder, "assets/sample-dak-nong-2020.xlsx"));
const cdn = "https://appsforoffice.microsoft.com/";
const scores = "Cấp tỉnh";

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

interface Opened {
  readonly page: Page;
  readonly excel: ExcelHost;
  readonly excelPage: ExcelPage;
  /** Console errors, failures, and requests to any address but the page's own and the office.js CDN. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}

async function open(
  file: string,
  { before, ...options }: { before?: (excel: ExcelHost) => void } & BrowserContextOptions & Partial<ShimOptions> = {},
): Promise<Opened> {
  const excel = await openExcelHost(sample, loadExcelizeInJest, { apiSet: "1.14", locale: "vi-VN" });
  before?.(excel);
  const context = await browser.newContext({
    viewport: { width: 400, height: 760 },
    reducedMotion: "reduce",
    ...options,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  context.on("request", (request) => {
    const address = request.url();
    if (![server.address, cdn, "data:", "blob:"].some((own) => address.startsWith(own))) {
      complaints.push(`request to ${address}`);
    }
  });
  const excelPage = await standInExcel(page, excel, options);
  await page.goto(`${server.address}${file}`);
  await page.evaluate(() => Office.onReady());
  return { page, excel, excelPage, complaints, close: () => context.close() };
}

/** Cells with a number, a row whose code has three parts: leaf scores, in reading order. */
function leafScores(excel: ExcelHost): readonly { readonly cell: string; readonly value: number }[] {
  const { cells } = excel.sheetSnapshot(scores);
  return Object.entries(cells).flatMap(([address, { value }]) => {
    const [, column = "", row = ""] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
    const isLeaf = /^\d+\.\d+\.\d+$/.test(String(cells[`A${row}`]?.value ?? ""));
    return isLeaf && column > "E" && column.length === 1 && typeof value === "number" ? [{ cell: address, value }] : [];
  });
}

/** Two scores typed as text, one above its maximum. */
function spoil(excel: ExcelHost): readonly string[] {
  const [first, second, third] = leafScores(excel);
  if (first === undefined || second === undefined || third === undefined) throw new Error("no leaf scores");
  excel.userEdits(scores, first.cell, "'0,5");
  excel.userEdits(scores, second.cell, "'0,25 điểm");
  excel.userEdits(scores, third.cell, 99);
  return [first.cell, second.cell, third.cell];
}

async function tablesAndCharts(excel: ExcelHost): Promise<readonly [number, number]> {
  const bytes = await toXlsx(excel);
  const charts = Object.keys(unzipSync(bytes)).filter((path) => /^xl\/charts\/chart\d*\.xml$/.test(path));
  return [reportTables(bytes).length, charts.length];
}

const tab = (page: Page, name: RegExp | string): ReturnType<Page["getByRole"]> => page.getByRole("tab", { name });

async function noSidewaysScrolling(page: Page): Promise<void> {
  const widths = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect(widths[0]).toBeLessThanOrEqual(widths[1] ?? 0);
}

describe("the pane in Excel", () => {
  it("leads from the findings through the repair to the report: 17 tables, 16 charts", async () => {
    let spoiled: readonly string[] = [];
    const { page, excel, excelPage, complaints, close } = await open("taskpane.html", {
      before: (host) => {
        spoiled = spoil(host);
      },
    });
    const [textCell = "", , highCell = ""] = spoiled;
    await page.getByText("Các đơn vị cấp tỉnh").first().waitFor();
    await eventually(() => seriousFaults(page), []);

    await tab(page, /Kiểm tra số liệu/).click();
    await page.getByText("vượt điểm tối đa").first().waitFor();
    await eventually(() => seriousFaults(page), []);
    await takePicture(page, "ngan-kiem-tra", true);

    await page
      .getByRole("button", { name: `${scores} · ô ${highCell}` })
      .first()
      .click();
    await eventually(() => excel.selection(), { sheet: scores, cells: highCell });

    await page.getByRole("button", { name: /Sửa tất cả 2 ô/ }).click();
    await page.getByRole("button", { name: "Sửa 2 ô", exact: true }).waitFor();
    await eventually(() => seriousFaults(page), []);
    await takePicture(page, "ngan-sua", true);
    await page.getByRole("button", { name: "Sửa 2 ô", exact: true }).click();
    await eventually<unknown>(() => excel.sheetSnapshot(scores).cells[textCell]?.value, 0.5);

    // The user puts the last error right by hand; the pane hears of it.
    excel.userEdits(scores, highCell, 0);
    await eventually(() => page.getByText("vượt điểm tối đa").count(), 0);

    await page.getByRole("button", { name: "Tính chỉ số", exact: true }).click();
    await page
      .getByText(/Đã tính xong và ghi 12 trang/)
      .first()
      .waitFor();
    await eventually(() => seriousFaults(page), []);
    expect(await tablesAndCharts(excel)).toEqual([17, 16]);
    expect(excel.selection().sheet).toBe("BC III.1");
    // Both repairs stand in the record.
    const record = Object.values(excel.sheetSnapshot("Kiểm tra số liệu").cells).map(({ value }) => value);
    expect(record).toEqual(expect.arrayContaining(["Các giá trị đã sửa"]));

    expect([complaints, excelPage.unknownCalls, excel.unsupported]).toEqual([[], [], []]);
    await close();
  });

  it("shows its pictures: light, dark, narrow, many findings, results, one agency, settings", async () => {
    const light = await open("taskpane.html");
    await light.page.getByText("Số liệu không có lỗi").first().waitFor();
    await takePicture(light.page, "ngan-tong-quan", true);
    await tab(light.page, /Thiết lập/).click();
    await light.page.getByText("Cách xếp hạng").first().waitFor();
    await takePicture(light.page, "ngan-thiet-lap", true);
    await eventually(() => seriousFaults(light.page), []);
    await light.page.getByRole("button", { name: "Tính chỉ số", exact: true }).click();
    if (picturesAreWanted) {
      // On a busy machine nobody may see it: only who takes pictures waits for it.
      await light.page
        .getByText(/Đang ghi báo cáo/)
        .first()
        .waitFor();
      await takePicture(light.page, "ngan-dang-tinh", true);
    }
    await light.page
      .getByText(/Đã tính xong/)
      .first()
      .waitFor();
    await takePicture(light.page, "ngan-ket-qua", true);
    await light.page.getByRole("button", { name: "Sở Tư pháp" }).first().click();
    await takePicture(light.page, "ngan-don-vi", true);
    await eventually(() => seriousFaults(light.page), []);
    await light.close();

    for (const [name, options] of [
      ["ngan-toi", { theme: darkTheme }],
      ["ngan-320", { viewport: { width: 320, height: 700 } }],
    ] as const) {
      const { page, close } = await open("taskpane.html", {
        ...options,
        // A whole column of texts: hundreds of findings.
        before: (excel) => {
          for (const { cell, value } of leafScores(excel).slice(0, 400))
            excel.userEdits(scores, cell, `'${String(value)} điểm`);
        },
      });
      await page.getByText("Các đơn vị cấp tỉnh").first().waitFor();
      await noSidewaysScrolling(page);
      const background = await page.evaluate(() => {
        const painted = [...document.querySelectorAll("body, #root, #root > div")];
        const colors = painted.map((element) => getComputedStyle(element).backgroundColor);
        return colors.filter((color) => !color.includes("0, 0, 0, 0")).at(-1);
      });
      expect([name, background === "rgb(255, 255, 255)"]).toEqual([name, name !== "ngan-toi"]);
      await tab(page, /Kiểm tra số liệu/).click();
      // Of the list what is near the window is there, whichever pane it is in.
      const list = page.getByRole("list", { name: "Các mục đã phát hiện" });
      await list.waitFor();
      expect(Number(await list.getByRole("listitem").first().getAttribute("aria-setsize"))).toBeGreaterThan(300);
      expect(await list.getByRole("listitem").count()).toBeLessThan(40);
      await noSidewaysScrolling(page);
      await eventually(() => seriousFaults(page), []);
      await takePicture(page, `${name}-400-muc`);
      await page.getByRole("button", { name: "Tính chỉ số", exact: true }).click();
      await page
        .getByText(/Đã tính xong/)
        .first()
        .waitFor();
      await noSidewaysScrolling(page);
      await eventually(() => seriousFaults(page), []);
      await takePicture(page, `${name}-ket-qua`);
      await close();
    }
  });

  it("can be used by keyboard alone, from the findings through the repair to the report", async () => {
    let spoiled: readonly string[] = [];
    const { page, excel, complaints, close } = await open("taskpane.html", {
      before: (host) => {
        spoiled = spoil(host);
      },
    });
    const [textCell = "", , highCell = ""] = spoiled;
    await page.getByText("Các đơn vị cấp tỉnh").first().waitFor();
    const focused = (): Promise<string> =>
      page.evaluate(
        () => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "",
      );
    const reach = async (name: RegExp, key: string): Promise<void> => {
      for (let presses = 0; presses < 80; presses += 1) {
        if (name.test(await focused())) return;
        await page.keyboard.press(key);
      }
      throw new Error(`${String(name)} cannot be reached by ${key}`);
    };

    await reach(/^Tổng quan/, "Tab");
    await reach(/^Kiểm tra số liệu/, "ArrowRight");
    await page.keyboard.press("Enter");
    await page.getByText("vượt điểm tối đa").first().waitFor();
    await reach(new RegExp(`ô ${highCell}$`), "Tab");
    await page.keyboard.press("Enter");
    await eventually(() => excel.selection(), { sheet: scores, cells: highCell });

    await reach(/^Sửa tất cả 2 ô/, "Shift+Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Sửa 2 ô", exact: true }).waitFor();
    await reach(/^Sửa 2 ô$/, "Tab");
    await page.keyboard.press("Enter");
    await eventually<unknown>(() => excel.sheetSnapshot(scores).cells[textCell]?.value, 0.5);

    excel.userEdits(scores, highCell, 0);
    await eventually(() => page.getByText("vượt điểm tối đa").count(), 0);
    await reach(/^Tính chỉ số$/, "Tab");
    await page.keyboard.press("Enter");
    await page
      .getByText(/Đã tính xong/)
      .first()
      .waitFor();
    expect(excel.selection().sheet).toBe("BC III.1");
    expect(complaints).toEqual([]);
    await close();
  });
});

describe("the ribbon commands, without the pane", () => {
  it("compute, write and show the first report sheet", async () => {
    const { excel, excelPage, complaints, close } = await open("commands.html");
    await excelPage.pressButton("tinhChiSo");
    expect(excel.selection().sheet).toBe("BC III.1");
    expect(await tablesAndCharts(excel)).toEqual([17, 16]);
    expect([complaints, excelPage.unknownCalls, excel.unsupported]).toEqual([[], [], []]);
    await close();
  });

  it("with errors write Kiểm tra số liệu, go there and say what to do; Tính tạm computes all the same", async () => {
    const { excel, excelPage, complaints, close } = await open("commands.html", { before: spoil });
    await excelPage.pressButton("tinhChiSo");
    expect(excel.selection().sheet).toBe("Kiểm tra số liệu");
    const sentence = Object.values(excel.sheetSnapshot("Kiểm tra số liệu").cells)[0]?.value;
    expect(String(sentence)).toMatch(/sửa các ô báo lỗi.*Tính tạm/);
    expect(excel.snapshot().sheets.some(({ name }) => name === "BC III.1")).toBe(false);

    await excelPage.pressButton("tinhTam");
    expect(excel.selection().sheet).toBe("BC III.1");
    const cells = Object.values(excel.sheetSnapshot("BC III.1").cells).map(({ value }) => String(value));
    expect(cells.some((text) => text.startsWith("SỐ LIỆU TẠM TÍNH"))).toBe(true);
    expect([complaints, excelPage.unknownCalls, excel.unsupported]).toEqual([[], [], []]);
    await close();
  });
});
