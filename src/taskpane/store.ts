import { initialState, type PaneAction, type PaneState, reduce } from "./state";

/** Holds the pane's state outside React, so that long work can read and change it between two renderings. */
export interface Store {
  getState(): PaneState;
  dispatch(action: PaneAction): void;
  /** Gives the function that ends the subscription. */
  subscribe(listener: () => void): () => void;
}

export function createStore(): Store {
  let state = initialState;
  const listeners = new Set<() => void>();
  return {
    getState: () => state,
    dispatch(action) {
      state = reduce(state, action);
      listeners.forEach((listener) => {
        listener();
      });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
