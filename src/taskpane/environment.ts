import type { WorkbookService } from "../app/workbook-service";

/** What the pane needs from where it runs: Excel's task pane, or the standalone page. Given from outside, once. */
export interface PaneEnvironment {
  readonly service: WorkbookService;
  readonly language: "vi" | "en";
  /** High contrast is the browser's (forced colors), over either. */
  readonly theme: "light" | "dark";
  readonly now: () => Date;
  /** The workbook's file name, where it is known. */
  readonly documentName?: string;
  /** Where the workbook has to be fetched as a file once it has changed; Excel saves by itself. */
  readonly download?: () => void;
}
