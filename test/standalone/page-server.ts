/** Serves the built pages from a sub-folder, as an intranet site may, and opens them in Chromium. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";

const { findChromium } = jest.requireActual<{ findChromium(): string | undefined }>("../../.ci/programs.js");

const dist = process.env["PAR_INDEX_DIST"] ?? join(__dirname, "../../dist");
const folder = "/chi-so/";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".png": "image/png",
};

export interface PageServer {
  /** "http://localhost:1234/chi-so/" */
  readonly address: string;
  readonly close: () => void;
}

export async function servePages(): Promise<PageServer> {
  if (!existsSync(join(dist, "standalone.html"))) {
    throw new Error("dist/ has no standalone.html: run npm run build first (npm test does).");
  }
  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? "").split("?")[0] ?? "");
    const file = join(dist, path.replace(folder, ""));
    const found = path.startsWith(folder) && file.startsWith(dist) && existsSync(file) && statSync(file).isFile();
    response.writeHead(found ? 200 : 404, { "content-type": types[extname(file)] ?? "application/octet-stream" });
    response.end(found ? readFileSync(file) : undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://localhost:${String(port)}${folder}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

export function startBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error("Chromium is missing: npm test says how to install it.");
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

export interface WatchedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Everything that must not happen: errors, warnings, requests to other addresses. */
  readonly complaints: string[];
  /** Addresses asked for, without the page's own folder. */
  readonly requests: string[];
}

export async function openWatchedPage(
  browser: Browser,
  server: PageServer,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  // Of the context: what the service worker asks for is counted too.
  context.on("request", (request) => {
    const address = request.url();
    if (address.startsWith(server.address)) requests.push(address.slice(server.address.length));
    else if (!address.startsWith("blob:")) complaints.push(`request to ${address}`);
  });
  return { page, context, complaints, requests };
}
