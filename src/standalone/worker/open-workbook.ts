/** The open workbook on the worker's side: it answers the page's requests. Knows no worker; tests run it as it is. */
import { allUseCases } from "../../app/all-use-cases";
import { hostService } from "../../app/host-service";
import type { Progress } from "../../app/run-calculation";
import { type AnswersTo, serviceAnswers } from "../../app/service-requests";
import type { SheetGrid } from "../../data/grid";
import type { FormulaEngine } from "../../formula/values/engine";
import type { WorkbookHost } from "../../hosts/host";
import { openXlsx, type XlsxWorkbook } from "../../hosts/xlsx/xlsx-workbook";
import { blockOf, outlineOf } from "../../viewer/model/sheet-blocks";
import { openWorkbookView, type WorkbookView } from "../../viewer/model/workbook-view";
import type { Answer, Arguments, Changed, RequestName, Requests, Tabs } from "./requests";

export interface OpenWorkbook {
  /** Rejects with what the request fails with. */
  answer<Name extends RequestName>(
    name: Name,
    args: Arguments<Name>,
    onProgress: (progress: Progress) => void,
  ): Promise<Answer<Name>>;
  /** What has changed since this was asked last. */
  takeChanged(): Changed | null;
}

type Answers = AnswersTo<Requests>;

export function createOpenWorkbook(engine: FormulaEngine): OpenWorkbook {
  let answers: Answers | null = null;
  let drawn: Drawn | null = null;
  return {
    async answer(name, args, onProgress) {
      if (name === "open") {
        const [bytes, isAgain] = args as Arguments<"open">;
        const workbook = await openXlsx(bytes, engine);
        drawn = draw(workbook, isAgain);
        answers = answersOf(drawn);
      }
      if (answers === null) throw new Error("nothing is open");
      return answers[name](args, onProgress);
    },
    takeChanged: () => drawn?.takeChanged() ?? null,
  };
}

function answersOf({ host, view, selection }: Drawn): Answers {
  const service = hostService(host, allUseCases);
  return {
    ...serviceAnswers(service),
    open: async () => tabsOf(await view()),
    outline: async ([sheet]) => outlineOf((await view(sheet)).sheet(sheet)),
    async blocks([sheet, places]) {
      const shown = (await view(sheet)).sheet(sheet);
      return places.map((place) => blockOf(shown, place));
    },
    async select([sheet, cell]) {
      await service.select(sheet, cell);
      return selection();
    },
  };
}

function tabsOf({ sheets, activeSheet, date1904 }: WorkbookView): Tabs {
  return { sheets, activeSheet, date1904 };
}

/** The workbook, and the view that the page sees of it. */
interface Drawn {
  readonly host: WorkbookHost;
  /** sheet: the one that is to be looked at. */
  readonly view: (sheet?: number) => Promise<WorkbookView>;
  readonly selection: XlsxWorkbook["selection"];
  readonly takeChanged: () => Changed | null;
}

function draw(workbook: XlsxWorkbook, isAgain: boolean): Drawn {
  let grids: readonly SheetGrid[] = [];
  const computed = (): readonly SheetGrid[] => grids;
  let view = openWorkbookView(workbook.parts(), computed);
  let change: "written" | "computed" | null = null;
  let shows = false;

  const readSheets = async (): Promise<readonly SheetGrid[]> => {
    grids = await workbook.readSheets();
    // Only formulas that the file has no value for look different now.
    if (view.hasMissingValues()) {
      view = openWorkbookView(workbook.parts(), computed);
      change ??= "computed";
    }
    return grids;
  };
  const written = (): void => {
    // What was read before the change says nothing about it; the pane reads again.
    grids = [];
    view = openWorkbookView(workbook.parts(), computed);
    change = "written";
  };

  return {
    selection: () => workbook.selection(),
    async view(sheet) {
      if (isAgain && sheet !== undefined && grids.length === 0) {
        view.sheet(sheet);
        // The page has shown values here that were computed by the worker before.
        if (view.hasMissingValues()) await readSheets().catch(() => undefined);
      }
      return view;
    },
    takeChanged() {
      if (change === null) return null;
      const changed: Changed = {
        tabs: tabsOf(view),
        bytes: change === "written" ? workbook.toBytes() : null,
        selection: shows ? workbook.selection() : null,
      };
      change = null;
      shows = false;
      return changed;
    },
    host: {
      ...workbook,
      readSheets,
      async writeReport(report, options) {
        await workbook.writeReport(report, options);
        written();
        if (options?.show !== undefined) shows = true;
      },
      async changeCells(changes) {
        await workbook.changeCells(changes);
        if (changes.length > 0) written();
      },
      async addUserSheet(name, rows) {
        await workbook.addUserSheet(name, rows);
        written();
      },
    },
  };
}
