/** Archives that lie, are damaged, or are only written in another way. */
import { strToU8 } from "fflate";
import { entryOf, joined, unpacked, type ArchiveEntry } from "./archive";
import type { Mutator, Picks } from "./mutation";
import { oneOf } from "./mutation";

function entries(
  name: string,
  neutral: boolean,
  apply: (all: ArchiveEntry[], picks: Picks) => ArchiveEntry[],
): Mutator {
  return { name, neutral, level: "entries", apply };
}

function file(name: string, neutral: boolean, apply: (bytes: Uint8Array, picks: Picks) => Uint8Array): Mutator {
  return { name, neutral, level: "file", apply };
}

function replaced(all: ArchiveEntry[], at: number, change: (entry: ArchiveEntry) => ArchiveEntry): ArchiveEntry[] {
  return all.map((entry, index) => (index === at % all.length ? change(entry) : entry));
}

/** Sets one field of one of the archive's records to a value that it should not have. */
function lie(bytes: Uint8Array, { a, b, c }: Picks): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fields: [signature: number, offsets: readonly number[]][] = [
    [0x04034b50, [6, 8, 14, 18, 22, 26, 28]],
    [0x02014b50, [8, 10, 16, 20, 24, 28, 30, 32, 42]],
    [0x06054b50, [4, 8, 10, 12, 16, 20]],
  ];
  const [signature, offsets] = oneOf(fields, a) ?? [0, []];
  const records: number[] = [];
  for (let at = 0; at + 46 < bytes.length + 24 && at + 4 <= bytes.length; at++) {
    if (view.getUint32(at, true) === signature) records.push(at);
  }
  const record = oneOf(records, b);
  const offset = oneOf(offsets, c);
  if (record === undefined || offset === undefined || record + offset + 4 > bytes.length) return bytes;
  const value = oneOf([0, 1, 0xffff, 0xffffffff, bytes.length, 0x7fffffff, 8, 0x0001_0000], b >> 6) ?? 0;
  // Half of the fields have two bytes; what stands behind is then changed too, which is as good a lie.
  if (value > 0xffff) view.setUint32(record + offset, value, true);
  else view.setUint16(record + offset, value, true);
  return bytes;
}

function bytesBetween(bytes: Uint8Array, at: number, insert: Uint8Array): Uint8Array {
  return joined([bytes.subarray(0, at), insert, bytes.subarray(at)]);
}

const junk = (length: number): Uint8Array => Uint8Array.from({ length }, (_, at) => (at * 37 + 13) & 0xff);

/** Stored; one that another mutation made unreadable stays as it is. */
function readable(entry: ArchiveEntry): ArchiveEntry {
  try {
    return entryOf(entry.name, unpacked(entry), true);
  } catch {
    return entry;
  }
}

export const zipMutators: readonly Mutator[] = [
  entries("zip: parts in another order", true, (all) => [...all].reverse()),
  entries("zip: parts stored", true, (all) => all.map(readable)),
  entries("zip: sizes behind the bytes", true, (all) => all.map((entry) => ({ ...entry, descriptor: true }))),
  entries("zip: extra fields", true, (all, { b }) => all.map((entry) => ({ ...entry, extra: 4 + (b % 60) }))),
  entries("zip: folders too", true, (all) => [
    entryOf("xl/", new Uint8Array(), true),
    entryOf("xl/worksheets/", new Uint8Array(), true),
    ...all,
  ]),
  entries("zip: names in capitals", true, (all, { b }) =>
    replaced(all, b, (entry) => (entry.name.startsWith("xl/") ? { ...entry, name: entry.name.toUpperCase() } : entry)),
  ),
  entries("zip: names with backslashes", true, (all) =>
    all.map((entry) => ({ ...entry, name: entry.name.replaceAll("/", "\\") })),
  ),
  entries("zip: parts of nobody's", true, (all) =>
    // A second time they would be parts named twice.
    all.some(({ name }) => name.endsWith("fuzz.dat"))
      ? all
      : [...all, entryOf("xl/fuzz.dat", junk(300)), entryOf("Đ/ư.bin", junk(3))],
  ),
  entries("zip: a part twice", false, (all, { b }) => {
    const entry = oneOf(all, b);
    return entry === undefined ? all : [...all, entry];
  }),
  entries("zip: a part twice, of different content", false, (all, { b, c }) => {
    const [one, other] = [oneOf(all, b), oneOf(all, c)];
    return one === undefined || other === undefined ? all : [...all, { ...other, name: one.name }];
  }),
  entries("zip: a part missing", false, (all, { b }) => all.filter((_, at) => at !== b % all.length)),
  entries("zip: two parts exchanged", false, (all, { b, c }) => {
    const [one, other] = [oneOf(all, b), oneOf(all, c)];
    if (one === undefined || other === undefined) return all;
    return all.map((entry) =>
      entry === one ? { ...other, name: one.name } : entry === other ? { ...one, name: other.name } : entry,
    );
  }),
  entries("zip: an odd name", false, (all, { b, c }) =>
    replaced(all, b, (entry) => ({
      ...entry,
      name: oneOf(["", "/", "../x", "xl//workbook.xml", "C:\\x", "\u0000", "x".repeat(5000)], c) ?? "",
    })),
  ),
  entries("zip: an unknown method", false, (all, { b, c }) =>
    replaced(all, b, (entry) => ({ ...entry, method: oneOf([1, 9, 12, 99], c) ?? 1 })),
  ),
  entries("zip: damaged bytes of a part", false, (all, { b, c }) =>
    replaced(all, b, (entry) => {
      const packed = entry.packed.slice();
      const at = c % Math.max(1, packed.length);
      packed[at] = (packed[at] ?? 0) ^ (1 << b % 8);
      return { ...entry, packed };
    }),
  ),
  entries("zip: a wrong size", false, (all, { b, c }) =>
    replaced(all, b, (entry) => ({
      ...entry,
      size: oneOf([0, 1, entry.size - 1, entry.size + 1, 0x7fffffff, 150_000_000], c) ?? 0,
    })),
  ),
  entries("zip: a bomb", false, (all) => [...all, entryOf("xl/media/bomb.bin", new Uint8Array(12_000_000))]),
  file("zip: a flipped bit", false, (bytes, { a, b }) => {
    const at = a % bytes.length;
    bytes[at] = (bytes[at] ?? 0) ^ (1 << b % 8);
    return bytes;
  }),
  file("zip: a flipped bit in the directory", false, (bytes, { a, b }) => {
    const at = bytes.length - 1 - (a % Math.min(bytes.length, 1500));
    bytes[at] = (bytes[at] ?? 0) ^ (1 << b % 8);
    return bytes;
  }),
  file("zip: a record that lies", false, lie),
  file("zip: cut off", false, (bytes, { a }) => bytes.slice(0, a % bytes.length)),
  file("zip: a piece missing", false, (bytes, { a, b }) => {
    const at = a % bytes.length;
    return joined([bytes.subarray(0, at), bytes.subarray(at + 1 + (b % 200))]);
  }),
  file("zip: a piece twice", false, (bytes, { a, b }) => {
    const at = a % bytes.length;
    return bytesBetween(bytes, at, bytes.slice(at, at + 1 + (b % 200)));
  }),
  file("zip: bytes in between", false, (bytes, { a, b }) => bytesBetween(bytes, a % bytes.length, junk(1 + (b % 50)))),
  file("zip: bytes before it", true, (bytes, { a }) =>
    joined([strToU8(a % 2 === 0 ? "\r\n" : "HTTP/1.1 200 OK\r\n\r\n"), bytes]),
  ),
  file("zip: bytes after it", true, (bytes, { a }) => joined([bytes, strToU8("\r\n".repeat(1 + (a % 20)))])),
  file("zip: a comment", true, (bytes, { a }) => {
    const comment = strToU8("PK\u0005 chú thích ".repeat(1 + (a % 40)));
    const result = joined([bytes, comment]);
    new DataView(result.buffer).setUint16(bytes.length - 2, comment.length, true);
    return result;
  }),
];
