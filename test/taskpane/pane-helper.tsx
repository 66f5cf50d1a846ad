import { configure, render } from "@testing-library/react";
import type { PaneEnvironment } from "../../src/taskpane/environment";
import { Pane } from "../../src/taskpane/pane";
import { createMemoryHost, type MemoryHost } from "../app/memory-host";
import { hostService } from "../../src/app/host-service";
import type { SheetGrid } from "../../src/data/grid";
import type { WorkbookHost } from "../../src/hosts/host";
import { useCases } from "../../src/taskpane/use-cases";

// Whether an element is hidden takes jsdom most of a test's time, and no test asks for it.
configure({ defaultHidden: true });

// jsdom resolves every style rule again for every element that is asked for its name; the tests need no styles.
CSSStyleSheet.prototype.insertRule = () => 0;

/** The pane over a workbook in memory, as Excel and the standalone page mount it. */
export function openPane(
  grids: readonly SheetGrid[],
  { host: other, ...environment }: Partial<PaneEnvironment> & { readonly host?: WorkbookHost } = {},
): MemoryHost {
  const host = createMemoryHost(grids);
  const service = hostService(other ?? host, useCases);
  render(
    <Pane
      environment={{
        service,
        language: "vi",
        theme: "light",
        now: () => new Date(2026, 10, 21, 14, 5),
        ...environment,
      }}
    />,
  );
  return host;
}
