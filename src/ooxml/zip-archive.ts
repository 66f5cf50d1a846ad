import { crc32 } from "./crc32";
import { deflate, inflate } from "./deflate";
import { failure } from "../data/host-error";
import { findDirectory, hasSignature, zipSignature } from "./zip-directory";

/** One file of an archive, still packed: what is not changed is written back as it was. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  /** Unpacked size in bytes. */
  readonly size: number;
  readonly packed: Uint8Array;
}

const megabyte = 1024 * 1024;
export const unpackedLimit = 200 * megabyte;
const ratioLimit = 100;
const ratioAppliesFrom = 10 * megabyte;

const unknown32 = 0xffffffff;

/**
 * The entries of a zip archive, from its central directory. Nothing is unpacked here, so a zip bomb is refused for
 * the sizes that it declares (more than 200 MB in all, or 100:1 in a part above 10 MB); see unpack for sizes that lie.
 * Bytes that belong to two entries are refused too: a small file could hold any number of large parts otherwise.
 */
export function readZip(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = findDirectory(bytes, view);
  const entries: ZipEntry[] = [];
  const places: Place[] = [];
  let total = 0;
  let position = directory.start;
  for (let index = 0; index < directory.count; index++) {
    const { entry, place, next } = readDirectoryEntry(bytes, view, position, directory.shift);
    position = next;
    total += entry.size;
    const ratioIsOdd = entry.size > ratioAppliesFrom && entry.size > entry.packed.length * ratioLimit;
    if (total > unpackedLimit || ratioIsOdd) throw failure("tooLarge");
    places.push(place);
    if (!entry.name.endsWith("/")) entries.push(entry);
  }
  requireApart([...places, { start: directory.start, end: position }]);
  return entries;
}

/** The bytes of an entry or of the directory. */
interface Place {
  readonly start: number;
  readonly end: number;
}

function requireApart(places: readonly Place[]): void {
  let end = 0;
  for (const place of [...places].sort((one, other) => one.start - other.start)) {
    if (place.start < end) throw failure("broken");
    end = place.end;
  }
}

/** The unpacked bytes of an entry. Never more than it declares; wrong bytes are noticed by their checksum. */
export function unpack(entry: ZipEntry): Uint8Array {
  const bytes = entry.method === 0 ? entry.packed : inflate(entry.packed, entry.size);
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) throw failure("broken");
  return bytes;
}

export function pack(name: string, bytes: Uint8Array): ZipEntry {
  return { name, method: 8, crc: crc32(bytes), size: bytes.length, packed: deflate(bytes) };
}

/** An archive of these entries in this order. Times are fixed: the same entries give the same bytes. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  // More would need records that nobody expects in a workbook.
  if (entries.length > 0xffff) throw failure("tooLarge");
  const encoder = new TextEncoder();
  const named = entries.map((entry) => ({ entry, name: encoder.encode(entry.name) }));
  const contentSize = named.reduce((sum, { entry, name }) => sum + 30 + name.length + entry.packed.length, 0);
  const directorySize = named.reduce((sum, { name }) => sum + 46 + name.length, 0);
  const bytes = new Uint8Array(contentSize + directorySize + 22);
  const view = new DataView(bytes.buffer);

  let position = 0;
  const offsets: number[] = [];
  for (const { entry, name } of named) {
    offsets.push(position);
    view.setUint32(position, zipSignature.local, true);
    writeCommonHeader(view, position + 4, entry, name);
    bytes.set(name, position + 30);
    bytes.set(entry.packed, position + 30 + name.length);
    position += 30 + name.length + entry.packed.length;
  }
  named.forEach(({ entry, name }, index) => {
    view.setUint32(position, zipSignature.central, true);
    view.setUint16(position + 4, 20, true);
    writeCommonHeader(view, position + 6, entry, name);
    view.setUint32(position + 42, offsets[index] ?? 0, true);
    bytes.set(name, position + 46);
    position += 46 + name.length;
  });
  view.setUint32(position, zipSignature.end, true);
  view.setUint16(position + 8, entries.length, true);
  view.setUint16(position + 10, entries.length, true);
  view.setUint32(position + 12, directorySize, true);
  view.setUint32(position + 16, contentSize, true);
  return bytes;
}

/** The 26 bytes that a local header and a directory entry have in common. */
function writeCommonHeader(view: DataView, position: number, entry: ZipEntry, name: Uint8Array): void {
  const namesAreUtf8 = 0x0800;
  const firstOfJanuary1980 = 0x0021;
  view.setUint16(position, 20, true);
  view.setUint16(position + 2, namesAreUtf8, true);
  view.setUint16(position + 4, entry.method, true);
  view.setUint16(position + 8, firstOfJanuary1980, true);
  view.setUint32(position + 10, entry.crc, true);
  view.setUint32(position + 14, entry.packed.length, true);
  view.setUint32(position + 18, entry.size, true);
  view.setUint16(position + 22, name.length, true);
}

function readDirectoryEntry(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  shift: number,
): { entry: ZipEntry; place: Place; next: number } {
  if (at + 46 > view.byteLength || !hasSignature(view, at, zipSignature.central)) throw failure("truncated");
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  if (flags & 1) throw failure("encrypted");
  if (method !== 0 && method !== 8) throw failure("broken");
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  if (next > view.byteLength) throw failure("truncated");

  const [size, packedSize, ownOffset] = readLargeSizes(view, at + 46 + nameLength, extraLength, [
    view.getUint32(at + 24, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 42, true),
  ]);
  const offset = shift + ownOffset;
  if (offset + 30 > view.byteLength || !hasSignature(view, offset, zipSignature.local)) throw failure("truncated");
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packedSize > view.byteLength) throw failure("truncated");

  const nameBytes = bytes.subarray(at + 46, at + 46 + nameLength);
  // Readers differ in which of two names they believe.
  const ownName = bytes.subarray(offset + 30, offset + 30 + view.getUint16(offset + 26, true));
  if (!isSame(nameBytes, ownName)) throw failure("broken");
  const name = decodeName(nameBytes);
  const entry: ZipEntry = {
    // Some writers on Windows use backslashes.
    name: name.replaceAll("\\", "/").replace(/^\//, ""),
    method,
    crc: view.getUint32(at + 16, true),
    size,
    packed: bytes.subarray(start, start + packedSize),
  };
  return { entry, place: { start: offset, end: start + packedSize }, next };
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

const strictDecoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const oldDecoder = new TextDecoder("windows-1252");

/** Old packers write names in the alphabet of their machine: two such names stay two. */
function decodeName(bytes: Uint8Array): string {
  try {
    return strictDecoder.decode(bytes);
  } catch {
    return oldDecoder.decode(bytes);
  }
}

type Sizes = readonly [size: number, packedSize: number, offset: number];

/** Sizes that do not fit 32 bits stand in the zip64 field, in this order, only those that do not fit. */
function readLargeSizes(view: DataView, extra: number, extraLength: number, sizes: Sizes): Sizes {
  if (!sizes.includes(unknown32)) return sizes;
  for (let position = extra; position + 4 <= extra + extraLength; position += 4 + view.getUint16(position + 2, true)) {
    if (view.getUint16(position, true) !== 1) continue;
    let field = position + 4;
    const read = (size: number): number => {
      if (size !== unknown32) return size;
      field += 8;
      return Number(view.getBigUint64(field - 8, true));
    };
    return [read(sizes[0]), read(sizes[1]), read(sizes[2])];
  }
  throw failure("broken");
}
