import { decodeXml } from "./xml-text";
import { unpack, type ZipEntry } from "./zip-archive";

/** Letters of the texts that are kept: a few large parts, or all of an ordinary workbook. */
const keptLetters = 16_000_000;

/**
 * Texts of parts by their entry. Those asked for last are kept, so that a part which many things point to is not
 * unpacked for each of them; the very last one is kept whatever its size.
 */
export function partTexts(): (entry: ZipEntry) => string {
  const texts = new Map<ZipEntry, string>();
  let letters = 0;
  return (entry) => {
    const known = texts.get(entry);
    texts.delete(entry);
    if (known === undefined) {
      // Room is made before: two of the largest at once would fill the memory.
      for (const [oldest, text] of texts) {
        if (letters + entry.size <= keptLetters) break;
        texts.delete(oldest);
        letters -= text.length;
      }
    }
    const text = known ?? decodeXml(unpack(entry));
    if (known === undefined) letters += text.length;
    texts.set(entry, text);
    return text;
  };
}
