import { init } from "excelize-wasm";
import type { Excelize } from "./excelize";

let loading: Promise<Excelize> | null = null;

/** Starts the library from node_modules, once per process; about half a second. */
export function loadExcelize(): Promise<Excelize> {
  loading ??= init(require.resolve("excelize-wasm/excelize.wasm.gz"));
  return loading;
}
