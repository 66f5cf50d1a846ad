/** Beside the page: a worker can only serve pages of its own folder and below. */
const workerAddress = "standalone-offline.js";

/**
 * Keeps the page's own files in the browser, so that it opens without a network the next time. Where that is not to be
 * had (no HTTPS, private window), an open page goes on working all the same: it needs nothing more from its server.
 */
export async function keepForOffline(): Promise<void> {
  // Only this page is to be served from what was kept, never the add-in's pages beside it.
  if (!("serviceWorker" in navigator) || !location.pathname.endsWith(".html")) return;
  try {
    await navigator.serviceWorker.register(workerAddress, { scope: location.pathname });
    const { active } = await navigator.serviceWorker.ready;
    const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
    active?.postMessage([location.origin + location.pathname, ...loaded]);
  } catch {
    // The page works without it.
  }
}
