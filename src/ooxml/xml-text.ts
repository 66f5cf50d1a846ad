import { failure } from "../data/host-error";

/** Text between XML and what a person reads. */

/** Characters that XML 1.0 cannot hold, lone surrogates among them. */
const illegal =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** For text content and for attribute values in double quotes; illegal characters are dropped. */
export function escapeXml(text: string): string {
  const legal = mayBeIllegal.test(text) ? text.replace(illegal, "") : text;
  return legal.replace(special, (character) => escapes[character] ?? character);
}

/** Quicker to look for, and true of no ordinary text. */
const mayBeIllegal = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/;
const special = /[&<>"\r]/g;
// A parser turns a bare carriage return into a line feed.
const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "&#13;",
};

/** Line breaks and tabs in an attribute would be read back as spaces. */
export function escapeAttribute(text: string): string {
  return escapeXml(text).replaceAll("\n", "&#10;").replaceAll("\t", "&#9;");
}

/** Cell text: "_x0041_" is Excel's own escape for a character, so text that looks like one has its underscore escaped. */
export function escapeCellText(text: string): string {
  return escapeXml(text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_"));
}

/** The opposite: "_x000D_" in a cell is a carriage return. */
export function unescapeCellText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

const declaredEncoding = /^(<\?xml\s[^>]*?\bencoding\s*=\s*)(["'])([^"'>]*)\2/;

/**
 * A part as text, without byte order mark. Its first bytes tell the encoding, as in every XML reader; where they leave
 * it open, its declaration does. HostError for bytes that are no text in it, or an encoding that nobody knows.
 */
export function decodeXml(bytes: Uint8Array): string {
  const decoder = decoderOf(bytes);
  try {
    // Joined files may begin with two marks; the decoder takes one.
    return decoder.decode(bytes).replace(/^\uFEFF+/, "");
  } catch (error) {
    throw failure("broken", { cause: error });
  }
}

function decoderOf(bytes: Uint8Array): TextDecoder {
  try {
    const seen = seenEncoding(bytes);
    if (seen !== null) return new TextDecoder(seen, { fatal: true });
    const declared = declaredEncoding.exec(String.fromCharCode(...bytes.subarray(0, 1024)))?.[3]?.trim();
    const decoder = new TextDecoder(declared ?? "utf-8", { fatal: true });
    // A declaration that can be read letter by letter is not in UTF-16, whatever it says.
    return decoder.encoding.startsWith("utf-16") ? new TextDecoder("utf-8", { fatal: true }) : decoder;
  } catch (error) {
    throw failure("unknownEncoding", { cause: error });
  }
}

/** The encoding that a byte order mark or a first "<" shows; null where it may be any that holds ASCII as it is. */
function seenEncoding(bytes: Uint8Array): string | null {
  const begins = (...start: number[]): boolean => start.every((byte, index) => bytes[index] === byte);
  if (begins(0xff, 0xfe, 0, 0) || begins(0, 0, 0xfe, 0xff) || begins(0x3c, 0, 0, 0) || begins(0, 0, 0, 0x3c)) {
    return "utf-32";
  }
  if (begins(0xff, 0xfe) || begins(0x3c, 0)) return "utf-16le";
  if (begins(0xfe, 0xff) || begins(0, 0x3c)) return "utf-16be";
  // "<?xm" on mainframes.
  if (begins(0x4c, 0x6f, 0xa7, 0x94)) return "ebcdic";
  return begins(0xef, 0xbb, 0xbf) ? "utf-8" : null;
}

/** Always UTF-8, and declared so, whatever the part was in before. */
export function encodeXml(text: string): Uint8Array {
  return new TextEncoder().encode(
    text.replace(declaredEncoding, (whole, before: string, quote: string, encoding: string) =>
      encoding.toLowerCase() === "utf-8" ? whole : `${before}${quote}UTF-8${quote}`,
    ),
  );
}
