import { join } from "node:path";
import { init } from "excelize-wasm";
import type { Excelize } from "./excelize";

/** Set by webpack: the library then stands beside the bundle. */
declare const BUNDLED: boolean | undefined;

let loading: Promise<Excelize> | null = null;

/** Starts the library, once per process; about half a second. */
export function loadExcelize(): Promise<Excelize> {
  loading ??= init(
    typeof BUNDLED === "undefined"
      ? require.resolve("excelize-wasm/excelize.wasm.gz")
      : join(__dirname, "excelize.wasm.gz"),
  );
  return loading;
}
