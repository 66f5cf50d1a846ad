/** The pane and the ribbon's commands are two pages that know nothing of each other: the workbook is all they share. */
import { runCalculation } from "../../src/app/run-calculation";
import { openExcel } from "../../src/hosts/excel/excel-workbook";
import { paneTextsVi } from "../../src/strings/pane.vi";
import { hostService } from "../../src/app/host-service";
import { createController } from "../../src/taskpane/controller";
import { useCases } from "../../src/taskpane/use-cases";
import type { PaneState } from "../../src/taskpane/state";
import { createStore } from "../../src/taskpane/store";
import { usePage } from "./excel-file";
import { calculateWithLibreOffice } from "./libreoffice-calculator";
import { smallWorkbook } from "./workbooks";
import type { ExcelHost } from "../excel-host/excel-host";
import { loadClient } from "../excel-host/node-client";
import { openExcelHost } from "../excel-host/xlsx-file";
import { loadExcelizeInJest } from "../excel-host/load-excelize-in-jest";

/** What a person waits for, at most this long. */
async function until(isSo: () => boolean): Promise<void> {
  for (let waited = 0; waited < 20_000 && !isSo(); waited += 20)
    await new Promise((resolve) => setTimeout(resolve, 20));
  expect(isSo()).toBe(true);
}

const indices = ({ calculation }: PaneState): (number | undefined)[] | undefined =>
  calculation?.results.groups[0]?.agencies.map(({ index }) => index?.value);

const ways = [
  { apiSet: "1.17", otherPages: "ThisLocalAddin" },
  { apiSet: "1.17", otherPages: "Unknown" },
] as const;

describe.each(ways)("a pane that is open in Excel: %p", (options) => {
  let excel: ExcelHost;
  let stop: () => void = () => undefined;
  afterEach(() => {
    stop();
  });

  it("finds out that the ribbon has calculated after a change", async () => {
    excel = await openExcelHost(smallWorkbook().bytes, loadExcelizeInJest, {
      ...options,
      calculator: calculateWithLibreOffice,
    });
    const [pane, ribbon] = [loadClient(excel), loadClient(excel)];
    usePage(pane);
    const store = createStore();
    const environment = {
      service: hostService(openExcel(), useCases),
      language: "vi",
      now: () => new Date(2026, 0, 1),
    } as const;
    const controller = createController(environment, paneTextsVi, store);
    stop = controller.start();
    await until(() => store.getState().activity === null && store.getState().inspection !== null);
    await controller.perform({ kind: "calculate", provisional: false });
    expect(indices(store.getState())).toEqual([95.5, 92.25]);
    expect(store.getState().isStale).toBe(false);

    // Sở Nội vụ, 1.1
    excel.userEdits("Cấp tỉnh", "D5", 45.5);
    await until(() => store.getState().isStale);

    usePage(ribbon);
    expect((await runCalculation(openExcel(), { provisional: false })).kind).toBe("written");
    usePage(pane);
    await until(() => !store.getState().isStale);
    expect(indices(store.getState())).toEqual([85.5, 92.25]);
    expect(store.getState().inspection?.report).toBe("current");
    expect(excel.unsupported).toEqual([]);
  });
});
