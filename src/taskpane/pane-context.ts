import { createContext, useContext } from "react";
import type { PaneTexts } from "../strings/pane.vi";
import type { Controller } from "./controller";
import type { PaneEnvironment } from "./environment";
import type { PaneAction, PaneState } from "./state";

export interface PaneContextValue {
  readonly state: PaneState;
  readonly dispatch: (action: PaneAction) => void;
  readonly controller: Controller;
  readonly texts: PaneTexts;
  readonly environment: PaneEnvironment;
}

const PaneContext = createContext<PaneContextValue | null>(null);

export const PaneProvider = PaneContext.Provider;

/** What every part of the pane works with. */
export function usePane(): PaneContextValue {
  const value = useContext(PaneContext);
  if (value === null) throw new Error("usePane outside of Pane");
  return value;
}
