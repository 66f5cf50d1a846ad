import type { WorkbookService } from "../app/workbook-service";
import { paneTabs } from "./tabs";

/**
 * Loads what the pane needs only after it stands on the screen, so that the first picture comes soon and nothing is
 * missing when the network goes. Settled when all has come or failed: what fails is asked for again when it is used.
 */
export async function loadPane(service?: Pick<WorkbookService, "load">): Promise<void> {
  const views = paneTabs.map(({ view }) => view.load?.());
  await Promise.allSettled([...views, service?.load()]);
}
