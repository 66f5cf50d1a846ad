import type { init } from "excelize-wasm";

/** The spreadsheet library, compiled to WebAssembly; where its file comes from differs between node and a browser. */
export type Excelize = Awaited<ReturnType<typeof init>>;
