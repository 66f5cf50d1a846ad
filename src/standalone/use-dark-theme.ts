import { useSyncExternalStore } from "react";

const query = "(prefers-color-scheme: dark)";

/** Follows the system's choice of light or dark. */
export function useDarkTheme(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}

function subscribe(listener: () => void): () => void {
  const list = matchMedia(query);
  list.addEventListener("change", listener);
  return () => {
    list.removeEventListener("change", listener);
  };
}
