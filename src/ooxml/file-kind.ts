import { failure } from "../data/host-error";
import { looksLikeZip } from "./zip-directory";

const compoundFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Throws a HostError that says what a file is if it cannot be a zip archive. */
export function requireZip(bytes: Uint8Array): void {
  if (bytes.length === 0) throw failure("empty");
  if (startsWith(bytes, compoundFile)) {
    // A workbook with a password is a compound file with the packed workbook inside.
    throw failure(containsUtf16(bytes, "EncryptedPackage") ? "encrypted" : "oldFormat");
  }
  if (!looksLikeZip(bytes)) throw failure("notWorkbook");
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function containsUtf16(bytes: Uint8Array, text: string): boolean {
  const wanted = [...text].flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let start = bytes.indexOf(wanted[0] ?? 0); start >= 0; start = bytes.indexOf(wanted[0] ?? 0, start + 1)) {
    if (wanted.every((byte, index) => bytes[start + index] === byte)) return true;
  }
  return false;
}
