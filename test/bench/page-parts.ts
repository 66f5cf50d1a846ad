/** What pane, page and Excel are asked for. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type Browser, chromium } from "playwright-core";
import { filesOf } from "../../src/server/static-server";
import { numberIn, type Part, ratioOf } from "./part";
import { child, workbookOf } from "./processes";

const { findChromium } = createRequire(__filename)("../../.ci/programs.js") as {
  findChromium(): string | undefined;
};

export const pane: Part = {
  about: "JavaScript that the pane loads before it shows anything",
  rounds: 1,
  measure: (tree) => {
    tree.build();
    const html = readFileSync(join(tree.root, "dist/taskpane.html"), "utf8");
    const scripts = [...html.matchAll(/<script[^>]*\ssrc="?(?!https:)([^">\s]+)/g)].map(([, path = ""]) => path);
    if (scripts.length === 0) throw new Error("dist/taskpane.html names no script");
    const sizes = scripts.map((path) => gzipSync(readFileSync(join(tree.root, "dist", path))).length);
    return { bytes: sizes.reduce((sum, size) => sum + size, 0) };
  },
  lines: (numbers) => [{ name: "pane, KB (gzip)", value: numberIn(numbers, "bytes") / 1024, goal: 120 }],
};

interface PageNumbers {
  readonly longest: number;
  readonly loop: number;
}

/** Opens the file and presses Tính chỉ số, as a person does. Milliseconds. */
async function pageNumbers(browser: Browser, address: string, file: string): Promise<PageNumbers> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  page.setDefaultTimeout(300_000);
  await page.addInitScript(() => {
    const tasks: number[] = [];
    Object.assign(globalThis, { tasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ entryTypes: ["longtask"] });
  });
  await page.goto(`${address}/standalone.html`);
  // Work of a fixed size: as long as a task may be (100 ms) on the machine that the goal was set on.
  const loop = await page.evaluate(() => {
    const times = Array.from({ length: 5 }, () => {
      const before = performance.now();
      let sum = 0;
      for (let at = 0; at < 90_000_000; at++) sum = (Math.imul(sum, 48271) + at) | 0;
      return performance.now() - before + (sum === 1 ? 1e-9 : 0);
    });
    return Math.min(...times);
  });
  await page.waitForTimeout(200);
  await page.evaluate(() => ((globalThis as unknown as { tasks: number[] }).tasks.length = 0));
  await page.setInputFiles("input[type=file]", file);
  await page.getByRole("button", { name: "Tính chỉ số", exact: true }).click();
  await page.getByRole("grid", { name: "Trang tính BC III.1" }).waitFor();
  await page.waitForTimeout(500);
  const longest = await page.evaluate(() => Math.max(0, ...(globalThis as unknown as { tasks: number[] }).tasks));
  await context.close();
  return { longest, loop };
}

const pageSizes = [30, 168, 1000] as const;

export const page: Part = {
  about: "the longest task of the page's main thread in Chromium, opening and computing, against a loop of fixed size",
  rounds: 2,
  measure: async (tree) => {
    tree.build();
    const executablePath = findChromium();
    if (executablePath === undefined) throw new Error("Chromium is missing: npm test says how to install it.");
    const server = createServer(filesOf(join(tree.root, "dist"), "/standalone.html"));
    await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
    const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
    try {
      const address = `http://localhost:${String((server.address() as AddressInfo).port)}`;
      const numbers: Record<string, number> = {};
      for (const size of pageSizes) {
        const { longest, loop } = await pageNumbers(browser, address, workbookOf(size));
        numbers[`longest ${String(size)}`] = longest / loop;
      }
      return numbers;
    } finally {
      await browser.close();
      server.closeAllConnections();
      server.close();
    }
  },
  lines: (numbers) =>
    pageSizes.map((size) => ({
      name: `longest task of the page / reference loop, ${String(size)} agencies`,
      value: numberIn(numbers, `longest ${String(size)}`),
      goal: 1,
    })),
};

type Counts = Readonly<Record<"reading" | "writing", Readonly<Record<"requests" | "actions" | "bytes", number>>>>;
const workbooks = [
  ["sample", "sample"],
  ["large", "3 × 168 agencies"],
] as const;

export const excel: Part = {
  about: "what reading and the first report ask of Excel",
  rounds: 1,
  measure: (tree) =>
    Object.fromEntries(
      workbooks.flatMap(([which]) => {
        const { reading, writing } = child("requests", tree, which) as Counts;
        return [
          [`reading ${which}`, reading.requests],
          [`writing ${which}`, writing.requests],
          [`actions ${which}`, reading.actions + writing.actions],
          [`bytes ${which}`, reading.bytes + writing.bytes],
        ];
      }),
    ),
  lines: (numbers) => [
    ...workbooks.flatMap(([which, name]) => [
      { name: `requests to read, ${name}`, value: numberIn(numbers, `reading ${which}`), goal: 3 },
      { name: `requests for the first report, ${name}`, value: numberIn(numbers, `writing ${which}`), goal: 3 },
      { name: `actions, ${name}`, value: numberIn(numbers, `actions ${which}`), goal: null },
      { name: `MB to Excel, ${name}`, value: numberIn(numbers, `bytes ${which}`) / 1024 ** 2, goal: 5 },
    ]),
    {
      name: "actions, 3 × 168 agencies / sample",
      value: ratioOf(numbers, "actions large", "actions sample"),
      goal: 1.5,
    },
  ],
};
