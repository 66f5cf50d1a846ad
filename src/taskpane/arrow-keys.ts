import type { KeyboardEvent } from "react";

/** In a long list the up and down arrows go from item to item, to the first button of each; Tab still visits all. */
export function moveWithArrows(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const buttons = [...event.currentTarget.children].flatMap((item) => item.querySelector("button") ?? []);
  const item = [...event.currentTarget.children].find((each) => each.contains(document.activeElement));
  const at = buttons.findIndex((button) => item?.contains(button) === true);
  const next = buttons[at + (event.key === "ArrowDown" ? 1 : -1)];
  if (at < 0 || next === undefined) return;
  event.preventDefault();
  next.focus();
}
