import { paneTabs } from "./tabs";
import { useCases } from "./use-cases";

/**
 * Loads what the pane needs only after it stands on the screen, so that the first picture comes soon and nothing is
 * missing when the network goes. Settled when all has come or failed: what fails is asked for again when it is used.
 */
export async function loadPane(): Promise<void> {
  const views = paneTabs.map(({ view }) => view.load?.());
  await Promise.allSettled([...views, ...Object.values(useCases).map((load) => load())]);
}
