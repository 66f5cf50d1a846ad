/** Beside the page: a worker can only serve pages of its own folder and below. */
const workerAddress = "standalone-offline.js";
/** Only fetched once a file is opened, or a formula has no value: that may first be when there is no network. */
const fetchedLater = ["standalone-workbook.js", "standalone-formulas.js", "ironcalc.wasm"];

/**
 * Keeps the page's own files in the browser, so that it opens without a network the next time. Where that is not to be
 * had (no HTTPS, private window), an open page goes on working all the same: it needs nothing more from its server.
 */
export async function keepForOffline(): Promise<void> {
  // This page and the workers that it starts ("standalone-workbook.js"), never the add-in's pages beside it: a worker
  // is served by whom its own address belongs to, and a scope is the beginning of an address.
  if (!("serviceWorker" in navigator) || !location.pathname.endsWith(".html")) return;
  try {
    await navigator.serviceWorker.register(workerAddress, { scope: location.pathname.replace(/\.html$/, "") });
    const { active } = await navigator.serviceWorker.ready;
    const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
    const later = fetchedLater.map((address) => new URL(address, location.href).href);
    active?.postMessage([location.origin + location.pathname, ...loaded, ...later]);
  } catch {
    // The page works without it.
  }
}
