/**
 * What the pane needs only after it stands on the screen: loaded in the background right away, so that the first
 * picture comes soon and nothing is missing when the network goes. Whoever needs a part names it where it is used:
 * no list names them all, so that no part leads back to itself.
 */

const parts: (() => Promise<unknown>)[] = [];

/** Notes the part for loadInBackground; gives the function that loads it. */
export function later<Part>(load: () => Promise<Part>): () => Promise<Part> {
  parts.push(load);
  return load;
}

/**
 * Loads every part, and those which become known with them; settled when all have come or failed. A part that does not
 * come now is asked for again when it is used.
 */
export async function loadInBackground(): Promise<void> {
  for (let known = 0; known < parts.length; ) {
    const next = parts.slice(known);
    known = parts.length;
    await Promise.allSettled(next.map((load) => load()));
  }
}
