import type { Excelize } from "./excelize";

let loading: Promise<Excelize> | null = null;

/**
 * Starts the library in a page, once, from excelize.wasm.gz beside the page; script and program (4 MB) are only
 * fetched when a formula has to be computed. A load that failed is tried again the next time.
 */
export function loadExcelize(): Promise<Excelize> {
  loading ??= start().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function start(): Promise<Excelize> {
  const { init } = await import(/* webpackChunkName: "excelize" */ "excelize-wasm");
  return init(new URL("excelize.wasm.gz", document.baseURI).href);
}
