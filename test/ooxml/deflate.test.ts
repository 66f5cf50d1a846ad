import { deflateRawSync } from "node:zlib";
import { deflateSync } from "fflate";
import { failed } from "../hosts/failure-of";
import type * as Deflate from "../../src/ooxml/deflate";

/** As in Node, and as in a browser, which has no zlib of its own. */
function load(hasZlib: boolean): typeof Deflate {
  const spy = hasZlib ? null : jest.spyOn(process, "getBuiltinModule").mockReturnValue(undefined as never);
  let loaded: typeof Deflate | null = null;
  jest.isolateModules(() => {
    loaded = jest.requireActual<typeof Deflate>("../../src/ooxml/deflate");
  });
  spy?.mockRestore();
  if (loaded === null) throw new Error("not loaded");
  return loaded;
}

const text = new TextEncoder().encode('<c r="A1"><v>13,5</v></c>'.repeat(20_000));

describe.each([
  ["zlib", true, deflateRawSync(text, { level: 6 })],
  ["JavaScript", false, deflateSync(text, { level: 6 })],
] as const)("deflate by %s", (_, hasZlib, expected) => {
  const { deflate, inflate } = load(hasZlib);
  const other = load(!hasZlib);

  it("is read by itself and by the other one", () => {
    const packed = deflate(text);
    expect(Buffer.compare(packed, expected)).toBe(0);
    for (const read of [inflate, other.inflate]) {
      expect(Buffer.compare(read(packed, text.length), text)).toBe(0);
    }
  });

  it("gives no more bytes than a part says it has", () => {
    expect(() => inflate(deflate(text), 1000)).toThrow(expect.objectContaining({ failure: failed("tooLarge") }));
  });

  it("throws for bytes that are no deflated ones", () => {
    expect(() => inflate(Uint8Array.of(0xff, 0xff, 0xff), 1000)).toThrow();
  });

  it("holds nothing in nothing", () => {
    expect(inflate(deflate(new Uint8Array(0)), 0)).toHaveLength(0);
  });
});
