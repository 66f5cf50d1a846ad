import { readFileSync } from "node:fs";
import { createContext, Script } from "node:vm";
import type { ExcelHost } from "./excel-host";
import type { EventEntry } from "./protocol";

/** Microsoft's client library with this Excel behind it. */
export interface Client {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  /** Of Office only what asks for API sets. */
  readonly Office: {
    readonly context: { readonly requirements: { isSetSupported(name: string, version?: string): boolean } };
  };
}

interface Answer {
  readonly HttpStatusCode: number;
  readonly ErrorCode: string;
  readonly ErrorMessage: string;
  readonly Headers: object;
  readonly Body: unknown;
}

/** The undocumented parts of the client that this needs (version 1.1.110). */
interface ClientInside {
  SessionBase: (new () => object) & { _overrideSession: object | null };
  GenericEventRegistration: { getGenericEventRegistration(code: string): object };
  _testSetRichApiMessageReadyImpl(ready: () => Promise<void>): void;
  _testTriggerRichApiMessageEvent(message: { entries: readonly EventEntry[] }): void;
}

let script: Script | null = null;

/** Loads the unmodified client into a world of its own, where Excel.run talks to this host: a page of the add-in. */
export function loadClient(host: ExcelHost): Client {
  const requirements = { isSetSupported: (name: string, version = "1.1") => isSetSupported(host, name, version) };
  const page = {};
  const world = createContext(windowShim(requirements)) as Record<string, unknown>;
  const path = require.resolve("@microsoft/office-js/dist/excel-web-16.00.js");
  script ??= new Script(readFileSync(path, "utf8"), { filename: "excel-web-16.00.js" });
  script.runInContext(world);

  const inside = world["OfficeExtension"] as ClientInside;
  const session = Object.create(inside.SessionBase.prototype as object, {
    _resolveRequestUrlAndHeaderInfo: { value: () => Promise.resolve({ url: "", headers: {} }) },
    _createRequestExecutorOrNull: { value: () => ({ executeAsync: executor(host, page) }) },
    getEventRegistration: {
      value: (code: string) => inside.GenericEventRegistration.getGenericEventRegistration(code),
    },
  }) as object;
  inside.SessionBase._overrideSession = session;
  inside._testSetRichApiMessageReadyImpl(() => Promise.resolve());
  host.onEvents((entries) => {
    inside._testTriggerRichApiMessageEvent({ entries });
  }, page);
  return {
    Excel: world["Excel"] as typeof Excel,
    OfficeExtension: world["OfficeExtension"] as typeof OfficeExtension,
    Office: { context: { requirements } },
  };
}

/** "ExcelApi" up to the host's set; nothing else. */
export function isSetSupported(host: Pick<ExcelHost, "apiSet">, name: string, version: string): boolean {
  if (name.toLowerCase() !== "excelapi") return false;
  const minor = (set: string): number => Number(set.split(".")[1] ?? 0);
  return version.startsWith("1.") && minor(version) <= minor(host.apiSet);
}

function executor(
  host: ExcelHost,
  page: object,
): (data: string, flags: number, message: { Body: object }) => Promise<Answer> {
  return async (_data, _flags, { Body }) => ({
    HttpStatusCode: 200,
    ErrorCode: "",
    ErrorMessage: "",
    Headers: {},
    Body: JSON.parse(await host.execute(JSON.stringify(Body), page)) as unknown,
  });
}

/** As much of a browser's window as the client touches while it loads. */
function windowShim(requirements: object): Record<string, unknown> {
  const storage = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };
  const element = { setAttribute: () => undefined, appendChild: () => undefined, style: {} };
  const shim: Record<string, unknown> = {
    document: {
      getElementsByTagName: () => [],
      createElement: () => ({ ...element }),
      addEventListener: () => undefined,
      head: element,
      body: element,
      cookie: "",
      location: { href: "https://localhost/" },
    },
    navigator: { userAgent: "node", platform: "", language: "vi-VN" },
    location: { href: "https://localhost/", search: "", hash: "", protocol: "https:", hostname: "localhost" },
    localStorage: storage,
    sessionStorage: storage,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    console,
    Promise,
    Office: { context: { requirements } },
  };
  shim["window"] = shim;
  shim["self"] = shim;
  return shim;
}
