import { failure } from "../data/host-error";

/** The central directory of a zip archive: the list of its entries. */
export interface ZipDirectory {
  readonly start: number;
  readonly count: number;
  /** Bytes before the archive that its own offsets do not count: a line break, a program that unpacks it. */
  readonly shift: number;
}

export const zipSignature = {
  local: 0x04034b50,
  central: 0x02014b50,
  end: 0x06054b50,
  end64: 0x06064b50,
  end64Locator: 0x07064b50,
};

const unknown16 = 0xffff;
const unknown32 = 0xffffffff;

/**
 * Finds the directory by the last end record that has one before it, whatever stands before the archive or after it.
 * Throws a HostError where there is none, or where another archive begins before it: then what was found is a file
 * inside of an archive whose own end is missing.
 */
export function findDirectory(bytes: Uint8Array, view: DataView): ZipDirectory {
  const firstEntry = firstSignature(bytes, zipSignature.local, bytes.length);
  for (let end = lastSignature(bytes, zipSignature.end, 22); end >= 0; end = lastBefore(bytes, end)) {
    const directory = directoryOf(view, end);
    if (directory === null || (directory.count === 0 && firstEntry >= 0)) continue;
    if (firstEntry >= 0 && firstEntry < directory.shift) break;
    return directory;
  }
  throw failure("truncated");
}

/** Is there an entry within the first bytes of a file, or an end record anywhere? */
export function looksLikeZip(bytes: Uint8Array): boolean {
  const nearStart = 1024;
  return firstSignature(bytes, zipSignature.local, nearStart) >= 0 || lastSignature(bytes, zipSignature.end, 22) >= 0;
}

/** The directory that an end record speaks of; null where it does not stand there. */
function directoryOf(view: DataView, end: number): ZipDirectory | null {
  const record = {
    count: view.getUint16(end + 10, true),
    size: view.getUint32(end + 12, true),
    offset: view.getUint32(end + 16, true),
    at: end,
  };
  const isLarge = record.count === unknown16 || record.offset === unknown32 || record.size === unknown32;
  const { count, size, offset, at } = (isLarge ? largeRecord(view, end) : null) ?? record;
  if (count === 0) return { start: at, count, shift: 0 };
  // Directly before the record, as it should be; where it says, for writers that get its size wrong.
  const start = [at - size, offset].find((place) => hasSignature(view, place, zipSignature.central));
  return start === undefined || start < offset ? null : { start, count, shift: start - offset };
}

/** What the zip64 record says, which stands where its locator says or, in an archive that was moved, before that. */
function largeRecord(view: DataView, end: number): { count: number; size: number; offset: number; at: number } | null {
  const locator = end - 20;
  if (!hasSignature(view, locator, zipSignature.end64Locator)) return null;
  const places = [Number(view.getBigUint64(locator + 8, true)), locator - 56];
  const at = places.find((place) => place + 56 <= locator && hasSignature(view, place, zipSignature.end64));
  if (at === undefined) return null;
  const [count = 0, size = 0, offset = 0] = [32, 40, 48].map((field) => Number(view.getBigUint64(at + field, true)));
  return { count, size, offset, at };
}

export function hasSignature(view: DataView, at: number, signature: number): boolean {
  return at >= 0 && at + 4 <= view.byteLength && view.getUint32(at, true) === signature;
}

function lastBefore(bytes: Uint8Array, end: number): number {
  return lastSignature(bytes, zipSignature.end, bytes.length - end + 1);
}

/** The last place of a signature that has at least so many bytes from there to the end of the file; -1: none. */
function lastSignature(bytes: Uint8Array, signature: number, fromEnd: number): number {
  const isThere = signatureIn(bytes, signature);
  let at = bytes.length - fromEnd;
  while (at >= 0 && !isThere(at)) at = at === 0 ? -1 : bytes.lastIndexOf(0x50, at - 1);
  return at;
}

function firstSignature(bytes: Uint8Array, signature: number, before: number): number {
  const isThere = signatureIn(bytes, signature);
  let at = bytes.indexOf(0x50);
  while (at >= 0 && at < before && !isThere(at)) at = bytes.indexOf(0x50, at + 1);
  return at < before ? at : -1;
}

function signatureIn(bytes: Uint8Array, signature: number): (at: number) => boolean {
  const [second, third, fourth] = [8, 16, 24].map((shift) => (signature >>> shift) & 0xff);
  return (at) => bytes[at] === 0x50 && bytes[at + 1] === second && bytes[at + 2] === third && bytes[at + 3] === fourth;
}
