/** Zip archives as the mutators see them: read from the central directory, written with whatever lies are wanted. */
import { deflateSync, inflateSync, strFromU8, strToU8 } from "fflate";
import { crc32 } from "../../../src/ooxml/crc32";

export interface ArchiveEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly packed: Uint8Array;
  /** Sizes and checksum stand behind the bytes, as writers of streams put them. */
  readonly descriptor?: boolean;
  /** Bytes of an extra field of nobody's. */
  readonly extra?: number;
}

const local = 0x04034b50;
const central = 0x02014b50;
const end = 0x06054b50;

/** The entries as they stand; throws where the archive is no plain zip. */
export function readArchive(bytes: Uint8Array): ArchiveEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = bytes.length - 22;
  while (at >= 0 && view.getUint32(at, true) !== end) at--;
  if (at < 0) throw new Error("no end record");
  const count = view.getUint16(at + 10, true);
  let position = view.getUint32(at + 16, true);
  const entries: ArchiveEntry[] = [];
  for (let index = 0; index < count; index++) {
    if (view.getUint32(position, true) !== central) throw new Error("no directory entry");
    const nameLength = view.getUint16(position + 28, true);
    const offset = view.getUint32(position + 42, true);
    if (view.getUint32(offset, true) !== local) throw new Error("no local header");
    const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    const packedSize = view.getUint32(position + 20, true);
    if (start + packedSize > bytes.length) throw new Error("bytes are missing");
    entries.push({
      name: strFromU8(bytes.subarray(position + 46, position + 46 + nameLength)),
      method: view.getUint16(position + 10, true),
      crc: view.getUint32(position + 16, true),
      size: view.getUint32(position + 24, true),
      packed: bytes.subarray(start, start + packedSize),
    });
    position += 46 + nameLength + view.getUint16(position + 30, true) + view.getUint16(position + 32, true);
  }
  return entries;
}

export function unpacked({ method, packed, size }: ArchiveEntry): Uint8Array {
  return method === 0 ? packed : inflateSync(packed, { out: new Uint8Array(size) });
}

export function entryOf(name: string, bytes: Uint8Array, stored = false): ArchiveEntry {
  const packed = stored ? bytes : deflateSync(bytes, { level: 1 });
  return { name, method: stored ? 0 : 8, crc: crc32(bytes), size: bytes.length, packed };
}

/** The entries in this order, names twice where they stand twice. */
export function writeArchive(entries: readonly ArchiveEntry[], comment = ""): Uint8Array {
  const pieces: Uint8Array[] = [];
  let position = 0;
  const push = (bytes: Uint8Array): void => {
    pieces.push(bytes);
    position += bytes.length;
  };
  const directory = entries.map((entry) => {
    const name = strToU8(entry.name);
    const offset = position;
    const header = new DataView(new ArrayBuffer(30));
    header.setUint32(0, local, true);
    common(header, 4, entry, name.length, entry.descriptor === true);
    header.setUint16(28, entry.extra ?? 0, true);
    push(new Uint8Array(header.buffer));
    push(name);
    push(extraField(entry.extra ?? 0));
    push(entry.packed);
    if (entry.descriptor === true) push(descriptorOf(entry));
    return directoryEntry(entry, name, offset);
  });
  const start = position;
  for (const bytes of directory) push(bytes);
  const closing = strToU8(comment);
  const record = new DataView(new ArrayBuffer(22));
  record.setUint32(0, end, true);
  record.setUint16(8, entries.length, true);
  record.setUint16(10, entries.length, true);
  record.setUint32(12, position - start, true);
  record.setUint32(16, start, true);
  record.setUint16(20, closing.length, true);
  push(new Uint8Array(record.buffer));
  push(closing);
  return joined(pieces);
}

export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(pieces));
}

function common(view: DataView, at: number, entry: ArchiveEntry, nameLength: number, isHollow: boolean): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, 0x0800 | (entry.descriptor === true ? 8 : 0), true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint16(at + 8, 0x0021, true);
  view.setUint32(at + 10, isHollow ? 0 : entry.crc, true);
  view.setUint32(at + 14, isHollow ? 0 : entry.packed.length, true);
  view.setUint32(at + 18, isHollow ? 0 : entry.size, true);
  view.setUint16(at + 22, nameLength, true);
}

function directoryEntry(entry: ArchiveEntry, name: Uint8Array, offset: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(46));
  view.setUint32(0, central, true);
  view.setUint16(4, 20, true);
  common(view, 6, entry, name.length, false);
  view.setUint32(42, offset, true);
  return joined([new Uint8Array(view.buffer), name]);
}

function extraField(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  if (length >= 4) new DataView(bytes.buffer).setUint32(0, 0xcafe | ((length - 4) << 16), true);
  return bytes;
}

function descriptorOf({ crc, packed, size }: ArchiveEntry): Uint8Array {
  const view = new DataView(new ArrayBuffer(16));
  view.setUint32(0, 0x08074b50, true);
  view.setUint32(4, crc, true);
  view.setUint32(8, packed.length, true);
  view.setUint32(12, size, true);
  return new Uint8Array(view.buffer);
}
