import { hostService } from "../app/host-service";
import type { WorkbookService } from "../app/workbook-service";
import type { WorkbookHost } from "../hosts/host";
import { useCases } from "./use-cases";

/** The work done in the pane itself; loaded only where there is no worker. */
export function inPlace(host: WorkbookHost): WorkbookService {
  return hostService(host, useCases);
}
