import { readFile } from "node:fs/promises";
import type { Excelize } from "./excelize";

let loading: Promise<Excelize> | null = null;

/**
 * The node loader, inside jest. In node the library reads its file by a dynamic import that jest's sandbox refuses
 * without --experimental-vm-modules; here it takes the way that it takes in a browser, with a fetch that reads the file.
 */
export function loadExcelizeInJest(): Promise<Excelize> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Excelize> {
  const { versions } = process;
  const realFetch = globalThis.fetch;
  Object.defineProperty(process, "versions", { value: { ...versions, node: "" }, configurable: true });
  globalThis.fetch = async (path) => new Response(new Uint8Array(await readFile(String(path))));
  try {
    const { loadExcelize } = await import("./excelize-node");
    return await loadExcelize();
  } finally {
    Object.defineProperty(process, "versions", { value: versions, configurable: true });
    globalThis.fetch = realFetch;
  }
}
