import { type RefObject, useEffect, useRef } from "react";
import { usePane } from "./pane-context";
import type { FocusTarget } from "./state";

/** A ref for the element that takes the keyboard when the state asks for this target, once. */
export function useFocusTarget<T extends HTMLElement>(target: FocusTarget): RefObject<T | null> {
  const { state, dispatch } = usePane();
  const { focus } = state;
  const element = useRef<T | null>(null);
  useEffect(() => {
    if (focus !== target) return;
    element.current?.focus();
    dispatch({ type: "focusServed" });
  }, [focus, target, dispatch]);
  return element;
}
