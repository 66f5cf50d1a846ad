import { readFile } from "node:fs/promises";
import { dirname, extname, join } from "node:path";
import type { Page } from "playwright-core";
import { installExcelShim, lightTheme, type ShimOptions, type ShimWindow } from "./browser-shim";
import type { ExcelHost } from "./excel-host";

const cdn = "https://appsforoffice.microsoft.com/lib/1/hosted/";

const contentTypes: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css",
  ".html": "text/html",
  ".json": "application/json",
};

/** A page that stands inside this Excel. */
export interface ExcelPage {
  /** Calls of office.js that nothing here answers: a test is to see that there are none. */
  readonly unknownCalls: readonly string[];
  /** Presses a ribbon button whose action the page has associated; resolves when its event was completed. */
  pressButton(actionId: string): Promise<void>;
}

/**
 * Makes a page believe that it is open in this Excel: to be called before it goes anywhere. Requests to Microsoft's
 * CDN are answered with the unmodified files of @microsoft/office-js; the host itself stays in this process.
 */
export async function standInExcel(
  page: Page,
  host: ExcelHost,
  options: Partial<ShimOptions> = {},
): Promise<ExcelPage> {
  const unknownCalls: string[] = [];
  await page.exposeFunction("excelHostExecute", (body: string) => host.execute(body));
  await page.exposeFunction("excelHostUnknown", (call: string) => {
    unknownCalls.push(call);
  });
  const all: ShimOptions = { apiSet: host.apiSet, uiLocale: host.locale, theme: lightTheme, ...options };
  await page.addInitScript(installExcelShim, all);
  await page.route(`${cdn}**`, async (route) => {
    const path = new URL(route.request().url()).pathname.replace("/lib/1/hosted/", "");
    const folder = dirname(require.resolve("@microsoft/office-js/dist/office.js"));
    try {
      const body = await readFile(join(folder, path));
      await route.fulfill({ body, contentType: contentTypes[extname(path)] ?? "application/octet-stream" });
    } catch {
      await route.fulfill({ status: 404 });
    }
  });
  const stop = host.onEvents((entries) => {
    const hand = page.evaluate((handed) => {
      (window as unknown as ShimWindow).excelHostEvents(handed);
    }, entries);
    // A page that has just been closed hears no more.
    hand.catch(() => undefined);
  });
  page.on("close", stop);
  return {
    unknownCalls,
    async pressButton(actionId) {
      const before = await page.evaluate((id) => {
        const shim = window as unknown as ShimWindow;
        const count = shim.excelHostCompleted.length;
        shim.excelHostCommand(id);
        return count;
      }, actionId);
      await page.waitForFunction(
        (count) => (window as unknown as ShimWindow).excelHostCompleted.length > count,
        before,
        { timeout: 120_000 },
      );
    },
  };
}
