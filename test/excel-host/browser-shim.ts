import type { EventEntry } from "./protocol";

/** What a page is told of the Excel around it. */
export interface ShimOptions {
  /** The newest set of ExcelApi. */
  readonly apiSet: string;
  readonly uiLocale: "vi-VN" | "en-US";
  /** The pane's colours as Excel gives them: numbers of 0xBBGGRR. */
  readonly theme: {
    readonly controlForegroundColor: number;
    readonly controlBackgroundColor: number;
    readonly bodyForegroundColor: number;
    readonly bodyBackgroundColor: number;
  };
}

export const lightTheme: ShimOptions["theme"] = {
  controlForegroundColor: 0x262626,
  controlBackgroundColor: 0xe6e6e6,
  bodyForegroundColor: 0x262626,
  bodyBackgroundColor: 0xffffff,
};

export const darkTheme: ShimOptions["theme"] = {
  controlForegroundColor: 0xffffff,
  controlBackgroundColor: 0x0a0a0a,
  bodyForegroundColor: 0xffffff,
  bodyBackgroundColor: 0x262626,
};

/** What the page finds on its window; the driver of the browser provides the first two. */
export interface ShimWindow {
  /** Body of a request in, body of the response out. */
  excelHostExecute(body: string): Promise<string>;
  /** Is told of every call of office.js that this shim does not know. */
  excelHostUnknown(call: string): void;
  /** For the driver: hands events to the client. */
  excelHostEvents(entries: readonly EventEntry[]): void;
  /** For the driver: presses a ribbon button. */
  excelHostCommand(actionId: string): void;
  /** Actions whose event was completed. */
  readonly excelHostCompleted: string[];
}

/**
 * Runs in the page before any other script, as stock office.js (Windows, @microsoft/office-js 1.1.110) expects
 * `window.external` of Excel. Self-contained: the browser's driver carries over its text alone.
 */
export function installExcelShim(options: ShimOptions): void {
  const richApi = 93;
  const richApiEvents = 33;
  const commandEvents = 39;
  const commandCompleted = 94;

  const page = window as unknown as { -readonly [Key in keyof ShimWindow]: ShimWindow[Key] };
  /** COM's arrays, as far as office.js asks. */
  const safeArray = (items: readonly unknown[]): object => ({
    toArray: () => items,
    dimensions: () => 1,
    getItem: (index: number) => items[index],
    lbound: () => 0,
    ubound: () => items.length - 1,
  });
  const registered = new Map<number, (id: number, data: object) => void>();
  page.excelHostCompleted = [];

  const sets = { ExcelApi: options.apiSet, AddinCommands: "1.1", DialogApi: "1.1", RibbonApi: "1.1" };
  const context = {
    GetAppType: () => 1,
    GetSolutionRef: () => "00000000-0000-0000-0000-000000000000",
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 0,
    GetAppUILocale: () => options.uiLocale,
    GetAppDataLocale: () => options.uiLocale,
    GetDocUrl: () => "C:\\so-lieu.xlsx",
    GetAppCapabilities: () => 0,
    GetActivationMode: () => 0,
    GetControlIntegrationLevel: () => 0,
    GetSolutionToken: () => "",
    GetSupportedMatrix: () => JSON.stringify(sets),
    GetHostFullVersion: () => "16.0.17000.10000",
    GetOfficeThemeInfo: () => JSON.stringify(options.theme),
    GetSettings: () => ({ Read: () => undefined, Write: () => undefined }),
  };

  const answerRichApi = async (
    parameters: unknown,
    callback: (data: object, status: number) => void,
  ): Promise<void> => {
    const message = (parameters as readonly (readonly unknown[])[])[0] ?? [];
    const text = await page.excelHostExecute(String(message[4]));
    callback(safeArray([0, safeArray([200, safeArray([]), text])]), 0);
  };

  const external = {
    GetHostInfo: () => `Excel$Win32$16.01$${options.uiLocale}$telemetry$$disableLogging$0`,
    GetContext: () => context,
    Execute(id: number, parameters: unknown, callback: (data: object, status: number) => void) {
      if (id === richApi) {
        void answerRichApi(parameters, callback);
        return;
      }
      if (id === commandCompleted) page.excelHostCompleted.push(JSON.stringify(parameters));
      else page.excelHostUnknown(`Execute(${String(id)}, ${JSON.stringify(parameters)})`);
      callback(safeArray([0]), 0);
    },
    RegisterEvent(
      id: number,
      _target: string,
      onEvent: (id: number, data: object) => void,
      onDone: (status: object) => void,
    ) {
      registered.set(id, onEvent);
      onDone(safeArray([0]));
    },
    UnregisterEvent(id: number, _target: string, onDone: (status: object) => void) {
      registered.delete(id);
      onDone(safeArray([0]));
    },
  };
  Object.defineProperty(window, "external", { value: external, configurable: true });

  page.excelHostEvents = (entries) => {
    const arrays = entries.map(({ messageCategory, messageType, targetId, message }, index) =>
      safeArray([messageCategory, messageType, targetId, message, String(index), false]),
    );
    registered.get(richApiEvents)?.(richApiEvents, safeArray(arrays));
  };
  page.excelHostCommand = (actionId) => {
    const handler = registered.get(commandEvents);
    if (!handler) throw new Error("The page has not registered its commands (Office.actions.associate).");
    handler(commandEvents, safeArray(["command", actionId, JSON.stringify({ source: { id: actionId } })]));
  };
}
