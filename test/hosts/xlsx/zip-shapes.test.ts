import { strToU8, zipSync } from "fflate";
import { HostError } from "../../../src/data/host-error";
import { openXlsx } from "../../../src/hosts/xlsx/xlsx-workbook";
import { readZip, writeZip } from "../../../src/ooxml/zip-archive";
import { sampleReport } from "./sample-report";
import { sheetData, smallWorkbook } from "./sample-workbook";
import { unzip, zip } from "./zip-helper";

const noLibrary = (): Promise<never> => Promise.reject(new Error("not needed"));
const good = zip(smallWorkbook(sheetData('<row r="1"><c r="A1"><v>42</v></c></row>')));

function joined(...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/** What stands in A1, or the code of the failure with which reading ends. */
async function found(bytes: Uint8Array): Promise<unknown> {
  try {
    const sheets = await (await openXlsx(bytes, noLibrary)).readSheets();
    return sheets[0]?.rows[0]?.[0]?.value;
  } catch (error) {
    expect(error).toBeInstanceOf(HostError);
    return (error as HostError).failure.code;
  }
}

const signatures = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 };

/** Places of a record. */
function places(bytes: Uint8Array, signature: number): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.length - 3 }, (_, at) => at).filter((at) => view.getUint32(at, true) === signature);
}

/** The archive with something done to its directory entries and its end record. */
function edited(bytes: Uint8Array, entry: (view: DataView, index: number) => void, end: (view: DataView) => void) {
  const copy = bytes.slice();
  places(copy, signatures.central).forEach((at, index) => {
    entry(new DataView(copy.buffer, at), index);
  });
  for (const at of places(copy, signatures.end)) end(new DataView(copy.buffer, at));
  return copy;
}

/** With offsets that count from the beginning of the file. */
function absolute(bytes: Uint8Array, prefix: number): Uint8Array {
  const add = (view: DataView, at: number): void => {
    view.setUint32(at, view.getUint32(at, true) + prefix, true);
  };
  return edited(
    bytes,
    (view) => {
      add(view, 42);
    },
    (view) => {
      add(view, 16);
    },
  );
}

/** With the end records of a large archive. */
function large(bytes: Uint8Array): Uint8Array {
  const [end = 0] = places(bytes, signatures.end);
  const old = new DataView(bytes.buffer, bytes.byteOffset + end);
  const records = new DataView(new ArrayBuffer(76));
  records.setUint32(0, 0x06064b50, true);
  records.setBigUint64(4, 44n, true);
  records.setBigUint64(24, BigInt(old.getUint16(10, true)), true);
  records.setBigUint64(32, BigInt(old.getUint16(10, true)), true);
  records.setBigUint64(40, BigInt(old.getUint32(12, true)), true);
  records.setBigUint64(48, BigInt(old.getUint32(16, true)), true);
  records.setUint32(56, 0x07064b50, true);
  records.setBigUint64(64, BigInt(end), true);
  const newEnd = new DataView(bytes.slice(end).buffer);
  newEnd.setUint16(8, 0xffff, true);
  newEnd.setUint16(10, 0xffff, true);
  newEnd.setUint32(12, 0xffffffff, true);
  newEnd.setUint32(16, 0xffffffff, true);
  return joined(bytes.slice(0, end), new Uint8Array(records.buffer), new Uint8Array(newEnd.buffer));
}

const program = strToU8(`MZ This program cannot be run in DOS mode. ${"x".repeat(70_000)}`);

describe("a workbook with something before or after its archive is the same workbook", () => {
  it.each([
    ["a line break before", joined([13, 10], good)],
    ["a line break after", joined(good, [13, 10])],
    ["line breaks around", joined([10], good, [10])],
    ["more after it than a comment can hold", joined(good, new Uint8Array(100_000).fill(65))],
    ["a program before, offsets from the archive", joined(program, good)],
    ["a program before, offsets from the file", joined(program, absolute(good, program.length))],
    ["an end record that says nothing after it", joined(good, [0x50, 0x4b, 5, 6], new Uint8Array(18))],
    ["an end record after it that points to nowhere", joined(good, [0x50, 0x4b, 5, 6], new Uint8Array(18).fill(7))],
    ["the end records of a large archive", large(good)],
    ["the end records of a large archive, a line break before", joined([13, 10], large(good))],
    ["the end records of a large archive, something after", joined(large(good), [10, 10, 10])],
    [
      "a wrong size of the directory",
      edited(
        good,
        () => undefined,
        (view) => {
          view.setUint32(12, 7, true);
        },
      ),
    ],
  ])("%s", async (_, bytes) => {
    expect(await found(bytes)).toBe(42);
  });

  it("and what is written is an archive alone", async () => {
    const write = async (bytes: Uint8Array): Promise<Uint8Array> => {
      const workbook = await openXlsx(bytes, noLibrary);
      await workbook.writeReport(sampleReport());
      return workbook.toBytes();
    };
    expect(await write(joined([13, 10], good, [13, 10]))).toEqual(await write(good));
  });
});

describe("an archive that is not whole is still refused", () => {
  it("with something before it, cut off at any place", async () => {
    const file = joined([13, 10], good);
    for (let length = 40; length < file.length - 1; length += 97) {
      expect(await found(file.slice(0, length))).toBe("truncated");
    }
  });

  it("whose last part is a whole workbook: that one is not taken for it", async () => {
    const inner = zip(smallWorkbook(sheetData('<row r="1"><c r="A1"><v>7</v></c></row>')));
    const outer = zipSync({ "a.bin": inner, "b.bin": new Uint8Array(200) }, { level: 0 });
    const innerEnd = places(outer, signatures.end)[0] ?? 0;
    for (const cut of [outer.slice(0, innerEnd + 22), outer.slice(0, innerEnd + 60)]) {
      expect(places(cut, signatures.end)).toHaveLength(1);
      expect(await found(cut)).toBe("truncated");
      expect(await found(joined([13, 10], cut))).toBe("truncated");
    }
  });

  it("with bytes lost in the middle", async () => {
    const at = places(good, signatures.local)[2] ?? 0;
    expect(await found(joined(good.slice(0, at - 5), good.slice(at)))).toBe("truncated");
  });

  it("a text file is no archive", async () => {
    expect(await found(strToU8(`PK\n${"a".repeat(3000)}PK`))).toBe("notWorkbook");
  });
});

describe("entries of an archive", () => {
  it("that share their bytes are refused, though each is small", async () => {
    const [, second = 0] = places(good, signatures.local);
    const shared = edited(
      good,
      (view, index) => {
        if (index === 2) view.setUint32(42, second, true);
      },
      () => undefined,
    );
    expect(await found(shared)).toBe("broken");
  });

  it("that reach into the next one are refused", async () => {
    const longer = edited(
      good,
      (view, index) => {
        if (index === 0) view.setUint32(20, view.getUint32(20, true) + 1, true);
      },
      () => undefined,
    );
    expect(await found(longer)).toBe("broken");
  });

  it("that reach into the directory are refused", async () => {
    const last = places(good, signatures.central).length - 1;
    const longer = edited(
      good,
      (view, index) => {
        if (index === last) view.setUint32(20, view.getUint32(20, true) + 1, true);
      },
      () => undefined,
    );
    expect(await found(longer)).toBe("broken");
  });

  it.each(["xl/workbook.xml", "XL/Workbook.XML", "xl\\workbook.xml", "/xl/workbook.xml"])(
    "with one name, a second time as %s, are refused",
    async (name) => {
      const entries = readZip(good);
      const workbook = entries.find((entry) => entry.name === "xl/workbook.xml");
      if (!workbook) throw new Error("no workbook");
      expect(await found(writeZip([...entries, { ...workbook, name }]))).toBe("broken");
    },
  );

  it("with names in an old alphabet stay apart", async () => {
    const bytes = zipSync({ ...parts(), "xl/media/a1.png": strToU8("a"), "xl/media/a2.png": strToU8("b") });
    const renamed = edited(
      bytes,
      (view) => {
        const length = view.getUint16(28, true);
        const name = String.fromCharCode(...new Uint8Array(view.buffer, view.byteOffset + 46, length));
        if (!name.startsWith("xl/media/a")) return;
        const letter = name.includes("a1") ? 0x82 : 0x8a;
        view.setUint8(46 + 10, letter);
        new DataView(view.buffer).setUint8(view.getUint32(42, true) + 30 + 10, letter);
      },
      () => undefined,
    );
    expect(await found(renamed)).toBe(42);
  });
});

function parts(): Record<string, Uint8Array> {
  return Object.fromEntries(Object.entries(unzip(good)).map(([path, text]) => [path, strToU8(text)]));
}

it("an entry with another name in the directory than before its bytes is damage", async () => {
  const misnamed = edited(
    good,
    (view, index) => {
      if (index === 0) view.setUint8(46, view.getUint8(46) ^ 0x20);
    },
    () => undefined,
  );
  expect(await found(good)).toBe(42);
  expect(await found(misnamed)).toBe("broken");
});
