/** Reading the workbook: when somebody asks for it, and when the user has changed something and pauses. */
import type { ShownInspection } from "../app/shown-inspection";
import type { WorkbookService, WorkOptions } from "../app/workbook-service";
import type { Store } from "./store";

/** The user types a score, then the next: reading waits for a pause this long, in milliseconds. */
const pauseBeforeReading = 800;

export interface Reading {
  /** The workbook as it is at this moment, not as it was last seen. */
  read(options?: WorkOptions): Promise<ShownInspection>;
  /** What was read is what the pane shows from now on. */
  show(inspection: ShownInspection): void;
  /** Something in the workbook has changed. */
  soon(): void;
  /** For something that reads the workbook itself: what was heard before need not be read once more. Gives its end. */
  hold(): () => void;
  /** Forgets what was to be read. */
  stop(): void;
}

export function createReading(service: WorkbookService, { getState, dispatch }: Store): Reading {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let hasChanged = false;
  /** Has what is being done shown the workbook as it was read after its beginning? */
  let hasShown = false;

  const read = (options?: WorkOptions): Promise<ShownInspection> => service.inspect(options);

  function show(inspection: ShownInspection): void {
    hasShown = true;
    // A report that is current and not from this pane's calculation was written from the ribbon, or before.
    const isOther = getState().calculation?.fingerprint !== inspection.fingerprint;
    dispatch({ type: "inspected", inspection, restored: isOther ? inspection.reported : null });
  }

  function soon(): void {
    hasChanged = true;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => {
      timer = null;
      if (getState().activity !== null) return;
      hasChanged = false;
      // In the background: what the user is doing goes on, and a failure is only said.
      read().then(show, () => {
        dispatch({ type: "outdated" });
      });
    }, pauseBeforeReading);
  }

  function stop(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    hasChanged = false;
    hasShown = false;
  }

  function hold(): () => void {
    const wasWaiting = hasChanged;
    stop();
    return () => {
      if (hasChanged || (wasWaiting && !hasShown)) soon();
    };
  }

  return { read, show, soon, hold, stop };
}
