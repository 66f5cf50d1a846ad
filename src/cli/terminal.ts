/** The one place where lines go out: names in a workbook are anybody's, so nothing in them may steer a terminal. */

/** Longer than any path with a sentence around it. */
const lineLength = 5000;
const separators = /[\t\n\v\f\r\x85\u2028\u2029]+/gu;
/** Shown as nothing: directions, joiners, hidden spaces and fillers, soft hyphens. */
const unseen = /[\p{Cf}\p{Default_Ignorable_Code_Point}]+/gu;
/** Escape sequences begin with one of these; lone surrogates, private and unassigned characters mean nothing here. */
const unshowable = /\p{C}+/gu;
/** Vietnamese needs two marks on a letter; a pile of them would cover the lines above. */
const piledMarks = /(\p{M}{8})\p{M}+/gu;
const wide =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Emoji_Presentation}\u3000-\u303E\u30A1-\u30FF\uFF01-\uFF60\uFFE0-\uFFE6]/u;
const letters = new Intl.Segmenter("vi", { granularity: "grapheme" });

/** On one line, with what a terminal would obey or hide taken out or shown as �. */
export function printable(text: string): string {
  return text.replace(separators, " ").replace(unseen, "").replace(unshowable, "\uFFFD").replace(piledMarks, "$1");
}

/** Latin letters in one code each, Vietnamese ones among them: nearly every text. */
const oneColumnEach = /^[\u0020-\u007e\u00a0-\u024f\u1e00-\u1eff]*$/;

/** How many columns a printable text takes. */
export function widthOf(text: string): number {
  if (oneColumnEach.test(text)) return text.length;
  let width = 0;
  for (const { segment } of letters.segment(text)) width += widthOfLetter(segment);
  return width;
}

/** A printable text, with … where it does not fit in so many columns. */
export function shortened(text: string, columns: number): string {
  if (text.length <= columns && oneColumnEach.test(text)) return text;
  let width = 0;
  let kept = 0;
  for (const { segment, index } of letters.segment(text)) {
    width += widthOfLetter(segment);
    if (width > columns) return `${text.slice(0, kept)}…`;
    if (width < columns) kept = index + segment.length;
  }
  return text;
}

/** Rankings: to standard output. */
export function say(line: string): void {
  process.stdout.write(wholeLine(line));
}

/** Findings and problems: to standard error. */
export function complain(line: string): void {
  process.stderr.write(wholeLine(line));
}

function wholeLine(line: string): string {
  const shown = printable(line);
  return `${shown.length > lineLength ? `${shown.slice(0, lineLength)}…` : shown}\n`;
}

function widthOfLetter(letter: string): number {
  return wide.test(letter) ? 2 : 1;
}
