/* eslint-disable no-restricted-globals -- an entry point: it asks Office for its language and theme. */
import { createRoot } from "react-dom/client";
import { hostService } from "../app/host-service";
import { openExcel } from "../hosts/excel/excel-workbook";
import { isDark } from "./office-theme";
import { Pane } from "./pane";
import { useCases } from "./use-cases";

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
        service: hostService(openExcel(), useCases),
        language,
        theme: isDark(officeTheme?.bodyBackgroundColor) ? "dark" : "light",
        now: () => new Date(),
      }}
    />,
  );
});
