/** Both files or neither, on a disk that fails when it is told to. */
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkOutputs, writeOutputs } from "../../src/cli/outputs";

type Fs = typeof fs;
const failing = { write: 0, rename: 0, link: false };

jest.mock("node:fs", () => {
  const real = jest.requireActual<Fs>("node:fs");
  const fail = (code: string): never => {
    throw Object.assign(new Error(code), { code });
  };
  return {
    ...real,
    writeFileSync: (...words: Parameters<Fs["writeFileSync"]>): void => {
      // A full disk takes a part.
      if ((failing.write -= 1) === 0) {
        real.writeFileSync(words[0], "part");
        fail("ENOSPC");
      }
      real.writeFileSync(...words);
    },
    renameSync: (...words: Parameters<Fs["renameSync"]>): void => {
      if ((failing.rename -= 1) === 0) fail("EPERM");
      real.renameSync(...words);
    },
    linkSync: (...words: Parameters<Fs["linkSync"]>): void => {
      if (failing.link) fail("EPERM");
      real.linkSync(...words);
    },
  };
});

let folder: string;
const at = (name: string): string => join(folder, name);
const text = (name: string): string => fs.readFileSync(at(name), "utf8");
const both = [
  { path: "out", content: "new out" },
  { path: "json", content: "new json" },
] as const;
const write = (): void => {
  writeOutputs(both.map(({ path, content }) => ({ path: at(path), content })));
};
const modeOf = (name: string): string => (fs.statSync(at(name)).mode & 0o7777).toString(8);

beforeEach(() => {
  Object.assign(failing, { write: 0, rename: 0, link: false });
  folder = fs.mkdtempSync(join(tmpdir(), "par-index-outputs-"));
});
afterEach(() => {
  fs.rmSync(folder, { recursive: true });
});

describe("two outputs", () => {
  it("are both written, and nothing else is left", () => {
    fs.writeFileSync(at("out"), "old out");
    write();
    expect([text("out"), text("json")]).toEqual(["new out", "new json"]);
    expect(fs.readdirSync(folder).sort()).toEqual(["json", "out"]);
  });

  describe.each([
    ["the first cannot be written", { write: 1 }],
    ["the second cannot be written", { write: 2 }],
    ["the first cannot be put in its place", { rename: 1 }],
    ["the second cannot be put in its place", { rename: 2 }],
    ["the second cannot, on a file system without hard links", { rename: 2, link: true }],
  ])("when %s", (_, failures) => {
    it("leave old files byte for byte and no draft", () => {
      for (const name of ["out", "json"]) fs.writeFileSync(at(name), `old ${name}`, { mode: 0o640 });
      Object.assign(failing, failures);
      expect(write).toThrow(/^Không ghi được tệp .*(out|json): /);
      expect([text("out"), text("json")]).toEqual(["old out", "old json"]);
      expect([modeOf("out"), modeOf("json")]).toEqual(["640", "640"]);
      expect(fs.readdirSync(folder).sort()).toEqual(["json", "out"]);
    });

    it("leave nothing where nothing was", () => {
      Object.assign(failing, failures);
      expect(write).toThrow(/^Không ghi được tệp/);
      expect(fs.readdirSync(folder)).toEqual([]);
    });
  });
});

describe("what stands at an output's place", () => {
  const writeTo = (name: string): void => {
    checkOutputs(at("in"), [["--out", at(name)]]);
    writeOutputs([{ path: at(name), content: "new" }]);
  };

  it.each([0o600, 0o640, 0o664, 0o755])("keeps its mode: %o", (mode) => {
    fs.writeFileSync(at("file"), "old");
    fs.chmodSync(at("file"), mode);
    writeTo("file");
    expect(text("file")).toBe("new");
    expect(modeOf("file")).toBe(mode.toString(8));
  });

  (process.getuid?.() === 0 ? it : it.skip)("keeps its owner and group where the system lets it", () => {
    fs.writeFileSync(at("file"), "old");
    fs.chownSync(at("file"), 12345, 23456);
    writeTo("file");
    expect(fs.statSync(at("file"))).toMatchObject({ uid: 12345, gid: 23456 });
  });

  it("is followed through a chain of links to the file", () => {
    fs.mkdirSync(at("far/deep"), { recursive: true });
    fs.writeFileSync(at("far/file"), "old");
    fs.symlinkSync(at("far/deep"), at("folder"));
    fs.symlinkSync("../file", at("far/deep/second"));
    fs.symlinkSync("folder/second", at("first"));
    writeTo("first");
    expect(text("far/file")).toBe("new");
    expect([fs.readlinkSync(at("first")), fs.readlinkSync(at("far/deep/second"))]).toEqual([
      "folder/second",
      "../file",
    ]);
  });

  it("is made where a link leads to no file yet", () => {
    fs.mkdirSync(at("far/deep"), { recursive: true });
    fs.symlinkSync(at("far/deep"), at("folder"));
    fs.symlinkSync("second", at("first"));
    // From the folder as it really is: far/file, not file.
    fs.symlinkSync("folder/../file", at("second"));
    writeTo("first");
    expect(text("far/file")).toBe("new");
    expect(fs.readdirSync(folder).sort()).toEqual(["far", "first", "folder", "second"]);
  });

  it("may have a name of 255 bytes", () => {
    const name = `${"ế".repeat(83)}x.json`;
    expect(Buffer.byteLength(name)).toBe(255);
    writeTo(name);
    writeTo(name);
    expect(fs.readdirSync(folder)).toEqual([name]);
  });

  it("keeps its other hard link as it was", () => {
    fs.writeFileSync(at("file"), "old");
    fs.linkSync(at("file"), at("other"));
    writeTo("file");
    expect([text("file"), text("other")]).toEqual(["new", "old"]);
  });

  it.each([
    ["a folder", (path: string): unknown => fs.mkdirSync(path), /thư mục/],
    ["a link to a folder", (path: string): unknown => fs.symlinkSync(".", path), /thư mục/],
    ["a link to a device", (path: string): unknown => fs.symlinkSync("/dev/null", path), /tệp thông thường/],
    ["a link to itself", (path: string): unknown => fs.symlinkSync(path, path), /vòng/],
    ["a link into no folder", (path: string): unknown => fs.symlinkSync("nowhere/x", path), /thư mục chưa có/],
  ])("is refused at once when it is %s", (_, make, reason) => {
    make(at("thing"));
    const before = fs.lstatSync(at("thing"));
    expect(() => {
      checkOutputs(at("in"), [["--json", at("thing")]]);
    }).toThrow(reason);
    expect(fs.lstatSync(at("thing"))).toMatchObject({ ino: before.ino, mode: before.mode });
  });

  it("is refused at once for a name of 256 bytes, for a file as folder, and for a folder's name", () => {
    fs.writeFileSync(at("file"), "");
    const check = (name: string) => (): void => {
      checkOutputs(at("in"), [["--out", at(name)]]);
    };
    expect(check("x".repeat(256))).toThrow(/tên tệp dài/);
    expect(check("file/x.xlsx")).toThrow(/thư mục/);
    expect(check("new/")).toThrow(/thư mục/);
  });
});

describe("one file under two names", () => {
  beforeEach(() => {
    fs.writeFileSync(at("in"), "scores");
    fs.linkSync(at("in"), at("hard"));
    fs.symlinkSync("hard", at("soft"));
    fs.symlinkSync("later", at("to-later"));
  });

  it.each(["in", "hard", "soft"])("is seen for the workbook: %s", (name) => {
    expect(() => {
      checkOutputs(at("in"), [["--out", at(name)]]);
    }).toThrow(/--out trùng với tệp chấm điểm/);
  });

  it.each([
    ["out", "out"],
    ["to-later", "later"],
    ["a", "b"],
  ])("is seen for the two outputs: %s and %s", (out, json) => {
    fs.writeFileSync(at("a"), "");
    fs.linkSync(at("a"), at("b"));
    expect(() => {
      checkOutputs(at("in"), [
        ["--out", at(out)],
        ["--json", at(json)],
      ]);
    }).toThrow(/--out và --json trùng nhau/);
  });
});
