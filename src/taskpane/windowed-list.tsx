import type { KeyboardEventHandler, ReactElement } from "react";
import { useListWindow } from "./list-window";

/** What an item of the list is to have on its own element: its place for assistive technology, and for the window. */
export interface ItemProps {
  readonly "data-index": number;
  readonly "aria-setsize": number;
  readonly "aria-posinset": number;
}

/** A list of any length, of which what is near the window is in the document. item: gives an element with a key. */
export function WindowedList<Item>(props: {
  readonly items: readonly Item[];
  /** Of an item, in pixels, about. */
  readonly height: number;
  readonly className?: string;
  readonly label?: string;
  readonly onKeyDown?: KeyboardEventHandler<HTMLElement>;
  readonly item: (item: Item, place: ItemProps) => ReactElement;
}): ReactElement {
  const { items, height, className, label, onKeyDown, item } = props;
  const { container, pieces } = useListWindow<HTMLUListElement>(items.length, height, items);
  return (
    <ul ref={container} className={className} aria-label={label} onKeyDown={onKeyDown}>
      {pieces.map((piece) => {
        if (piece.kind === "gap") {
          return <li key={`gap ${String(piece.before)}`} aria-hidden="true" style={{ height: piece.height }} />;
        }
        const { index } = piece;
        const one = items[index];
        return one === undefined
          ? null
          : item(one, { "data-index": index, "aria-setsize": items.length, "aria-posinset": index + 1 });
      })}
    </ul>
  );
}
