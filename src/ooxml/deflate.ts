/** Raw deflate and inflate: by the engine's own zlib where there is one (Node), else in JavaScript. */
import type * as NodeZlib from "node:zlib";
import { deflateSync, Inflate } from "fflate";
import { failure } from "../data/host-error";

type Zlib = typeof NodeZlib;

const zlib = (globalThis as { process?: { getBuiltinModule?: (name: string) => Zlib } }).process?.getBuiltinModule?.(
  "node:zlib",
);

const level = 6;

export function deflate(bytes: Uint8Array): Uint8Array {
  return zlib === undefined ? deflateSync(bytes, { level }) : zlib.deflateRawSync(bytes, { level });
}

/** At most size bytes. Throws a HostError for more, and whatever the library throws for bytes that are damaged. */
export function inflate(packed: Uint8Array, size: number): Uint8Array {
  return zlib === undefined ? inflateInSteps(packed, size) : inflateWith(zlib, packed, size);
}

function inflateWith({ inflateRawSync }: Zlib, packed: Uint8Array, size: number): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE" ? failure("tooLarge") : error;
  }
}

/** Piece by piece, so that a part which is larger than it says stops early. */
function inflateInSteps(packed: Uint8Array, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let written = 0;
  const stream = new Inflate((chunk) => {
    if (written + chunk.length > size) throw failure("tooLarge");
    bytes.set(chunk, written);
    written += chunk.length;
  });
  const step = 65536;
  for (let position = 0; position < packed.length; position += step) {
    stream.push(packed.subarray(position, position + step), position + step >= packed.length);
  }
  return written === size ? bytes : bytes.subarray(0, written);
}
