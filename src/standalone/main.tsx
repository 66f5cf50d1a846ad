/** Entry of the standalone page. With "?sample" in its address it opens the sample workbook beside it. */
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { keepForOffline } from "./offline/keep-for-offline";
import { Page } from "./page";
import type { WorkspaceModule } from "./use-documents";

const loadWorkspace = (): Promise<WorkspaceModule> => import(/* webpackChunkName: "workspace" */ "./workspace");

const root = document.getElementById("root");
if (root) {
  const opensSample = new URLSearchParams(location.search).has("sample");
  createRoot(root).render(
    <StrictMode>
      <Page opensSample={opensSample} loadWorkspace={loadWorkspace} />
    </StrictMode>,
  );
  // At once, not when a file is opened: the network may be gone by then. A failure shows when a file is opened.
  void loadWorkspace()
    .then(({ loadPaneParts }) => loadPaneParts())
    .then(keepForOffline, () => undefined);
}
