/**
 * The page's service worker. The network comes first, so nobody works with an old version while the server can be
 * reached; what it gave last is the answer when it cannot. Only this origin's files are touched, and no workbook of
 * the user's passes here: those are read from disk.
 */

interface WaitingEvent {
  waitUntil(work: Promise<unknown>): void;
}

interface FetchEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

interface WorkerScope {
  readonly location: Location;
  skipWaiting(): Promise<void>;
  addEventListener(type: "install", listener: (event: WaitingEvent) => void): void;
  addEventListener(type: "message", listener: (event: WaitingEvent & { readonly data: unknown }) => void): void;
  addEventListener(type: "fetch", listener: (event: FetchEvent) => void): void;
}

const worker = self as unknown as WorkerScope;
const cacheName = "par-index-standalone";

worker.addEventListener("install", (event) => {
  event.waitUntil(worker.skipWaiting());
});

/** The page says what it consists of now; what belongs to an older version goes. */
worker.addEventListener("message", (event) => {
  if (!Array.isArray(event.data)) return;
  const wanted = new Set(event.data.filter((address) => isOwn(address)).map(withoutQuery));
  event.waitUntil(keepOnly(wanted));
});

worker.addEventListener("fetch", (event) => {
  if (event.request.method === "GET" && isOwn(event.request.url)) event.respondWith(networkFirst(event.request));
});

async function keepOnly(wanted: ReadonlySet<string>): Promise<void> {
  const cache = await caches.open(cacheName);
  const kept = new Set((await cache.keys()).map(({ url }) => url));
  for (const address of kept) if (!wanted.has(address) && !isData(address)) await cache.delete(address);
  // One by one: a file that is gone from the server must not keep the others out.
  for (const address of wanted) if (!kept.has(address)) await cache.add(address).catch(() => undefined);
}

async function networkFirst(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(withoutQuery(request.url), response.clone());
    return response;
  } catch (error) {
    const kept = await cache.match(withoutQuery(request.url));
    if (kept) return kept;
    throw error;
  }
}

/** The sample: loaded now and then, and the same in every version. */
function isData(address: string): boolean {
  return /\.xlsx$/.test(address);
}

function isOwn(address: unknown): address is string {
  return typeof address === "string" && new URL(address).origin === worker.location.origin;
}

/** "?sample" is the same page. */
function withoutQuery(address: string): string {
  return address.replace(/[?#].*$/, "");
}
