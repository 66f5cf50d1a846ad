/** Texts of a chart within the room that they have. */

/** Lines of whole words that fit; the last one takes what is left, shortened by "…" where it must be. */
export function wrap(text: string, room: number, measure: (text: string) => number, most = 4): string[] {
  const lines: string[] = [];
  let current = "";
  for (const word of text.split(/\s+/).filter((part) => part !== "")) {
    const longer = current === "" ? word : `${current} ${word}`;
    if (current === "" || lines.length === most - 1 || measure(longer) <= room) {
      current = longer;
    } else {
      lines.push(current);
      current = word;
    }
  }
  if (current !== "") lines.push(current);
  return lines.map((line) => shortened(line, room, measure));
}

/** More letters than any label has room for. */
export const longestLabel = 1_000;

export function shortened(line: string, room: number, measure: (text: string) => number): string {
  if (measure(line) <= room * 1.02) return line;
  const fits = (length: number): boolean => measure(`${line.slice(0, length)}…`) <= room;
  let length = Math.min(3, line.length - 1);
  // By halves, and from the front: a name may be as long as a cell.
  let tooLong = Math.max(length + 1, Math.min(line.length, longestLabel));
  while (tooLong - length > 1) {
    const middle = Math.floor((length + tooLong) / 2);
    if (fits(middle)) length = middle;
    else tooLong = middle;
  }
  return `${line.slice(0, length).trimEnd()}…`;
}
