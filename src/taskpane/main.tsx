/* eslint-disable no-restricted-globals -- an entry point: it asks Office for its language and theme. */
import { createRoot } from "react-dom/client";
import type { WorkbookService } from "../app/workbook-service";
import { openExcel } from "../hosts/excel/excel-workbook";
import type { WorkbookHost } from "../hosts/host";
import { isDark } from "./office-theme";
import { Pane } from "./pane";
import { serviceInWorker } from "./worker/pane-side";
import { startPaneWorker } from "./worker/start-pane-worker";

/** Where workers are not to be had, the same is done here, between two breaths. */
const inWorker = (host: WorkbookHost): WorkbookService =>
  serviceInWorker(host, startPaneWorker, async () => (await import("./in-place")).inPlace(host));

void Office.onReady(() => {
  const root = document.getElementById("root");
  if (root === null) return;
  const { displayLanguage, officeTheme } = Office.context as Partial<Office.Context>;
  // Vietnamese first: English only for those whose Office speaks it.
  const language = displayLanguage?.toLowerCase().startsWith("en") === true ? "en" : "vi";
  document.documentElement.lang = language;
  createRoot(root).render(
    <Pane
      environment={{
        service: inWorker(openExcel()),
        language,
        theme: isDark(officeTheme?.bodyBackgroundColor) ? "dark" : "light",
        now: () => new Date(),
      }}
    />,
  );
});
