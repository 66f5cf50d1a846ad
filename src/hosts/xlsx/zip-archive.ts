import { deflateSync, Inflate } from "fflate";
import { crc32 } from "./crc32";
import { failure } from "./failure";

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

const signature = {
  local: 0x04034b50,
  central: 0x02014b50,
  end: 0x06054b50,
  end64: 0x06064b50,
  end64Locator: 0x07064b50,
};
const unknown32 = 0xffffffff;

/**
 * The entries of a zip archive, from its central directory. Nothing is unpacked here, so a zip bomb is refused for
 * the sizes that it declares (more than 200 MB in all, or 100:1 in a part above 10 MB); see unpack for sizes that lie.
 */
export function readZip(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = findDirectory(view);
  const entries: ZipEntry[] = [];
  let total = 0;
  let position = directory.offset;
  for (let index = 0; index < directory.count; index++) {
    const { entry, next } = readDirectoryEntry(bytes, view, position);
    position = next;
    total += entry.size;
    const ratioIsOdd = entry.size > ratioAppliesFrom && entry.size > entry.packed.length * ratioLimit;
    if (total > unpackedLimit || ratioIsOdd) throw failure("tooLarge");
    if (!entry.name.endsWith("/")) entries.push(entry);
  }
  return entries;
}

/** The unpacked bytes of an entry. Never more than it declares; wrong bytes are noticed by their checksum. */
export function unpack(entry: ZipEntry): Uint8Array {
  const bytes = entry.method === 0 ? entry.packed : inflate(entry);
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) throw failure("broken");
  return bytes;
}

export function pack(name: string, bytes: Uint8Array): ZipEntry {
  return { name, method: 8, crc: crc32(bytes), size: bytes.length, packed: deflateSync(bytes, { level: 6 }) };
}

/** An archive of these entries in this order. Times are fixed: the same entries give the same bytes. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
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
    view.setUint32(position, signature.local, true);
    writeCommonHeader(view, position + 4, entry, name);
    bytes.set(name, position + 30);
    bytes.set(entry.packed, position + 30 + name.length);
    position += 30 + name.length + entry.packed.length;
  }
  named.forEach(({ entry, name }, index) => {
    view.setUint32(position, signature.central, true);
    view.setUint16(position + 4, 20, true);
    writeCommonHeader(view, position + 6, entry, name);
    view.setUint32(position + 42, offsets[index] ?? 0, true);
    bytes.set(name, position + 46);
    position += 46 + name.length;
  });
  view.setUint32(position, signature.end, true);
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

function findDirectory(view: DataView): { offset: number; count: number } {
  // The end record is 22 bytes long and may be followed by a comment of up to 65535 bytes.
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let position = view.byteLength - 22; position >= lowest; position--) {
    if (view.getUint32(position, true) !== signature.end) continue;
    const count = view.getUint16(position + 10, true);
    const offset = view.getUint32(position + 16, true);
    return count === 0xffff || offset === unknown32 ? findLargeDirectory(view, position) : { count, offset };
  }
  throw failure("truncated");
}

function findLargeDirectory(view: DataView, end: number): { offset: number; count: number } {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== signature.end64Locator) throw failure("broken");
  const record = Number(view.getBigUint64(locator + 8, true));
  if (record + 56 > view.byteLength || view.getUint32(record, true) !== signature.end64) throw failure("truncated");
  return { count: Number(view.getBigUint64(record + 32, true)), offset: Number(view.getBigUint64(record + 48, true)) };
}

function readDirectoryEntry(bytes: Uint8Array, view: DataView, at: number): { entry: ZipEntry; next: number } {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== signature.central) throw failure("truncated");
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  if (flags & 1) throw failure("encrypted");
  if (method !== 0 && method !== 8) throw failure("broken");
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  if (next > view.byteLength) throw failure("truncated");

  const [size, packedSize, offset] = readLargeSizes(view, at + 46 + nameLength, extraLength, [
    view.getUint32(at + 24, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 42, true),
  ]);
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== signature.local) throw failure("truncated");
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packedSize > view.byteLength) throw failure("truncated");

  const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
  const entry: ZipEntry = {
    // Some writers on Windows use backslashes.
    name: name.replaceAll("\\", "/").replace(/^\//, ""),
    method,
    crc: view.getUint32(at + 16, true),
    size,
    packed: bytes.subarray(start, start + packedSize),
  };
  return { entry, next };
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

/** Piece by piece, so that a part which is larger than it says stops early. */
function inflate(entry: ZipEntry): Uint8Array {
  const bytes = new Uint8Array(entry.size);
  let written = 0;
  const stream = new Inflate((chunk) => {
    if (written + chunk.length > entry.size) throw failure("tooLarge");
    bytes.set(chunk, written);
    written += chunk.length;
  });
  const step = 65536;
  for (let position = 0; position < entry.packed.length; position += step) {
    stream.push(entry.packed.subarray(position, position + step), position + step >= entry.packed.length);
  }
  return written === entry.size ? bytes : bytes.subarray(0, written);
}
