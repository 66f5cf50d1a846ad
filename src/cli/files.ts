import { readFileSync, type Stats, statSync } from "node:fs";
import { cliTexts } from "../strings/cli";

const texts = cliTexts.vi;
const megabyte = 1024 * 1024;
/** A workbook with more than 200 MB of content is refused anyway, and a file is read into memory whole. */
const inputLimit = 256 * megabyte;

/** A problem with a file, said in one sentence. */
export class FileProblem extends Error {
  override readonly name = "FileProblem";
}

export function readInput(path: string): Uint8Array {
  try {
    // Before it is opened: that would wait for a pipe's writer, and may have effects on a device.
    const found = statSync(path);
    if (!found.isFile()) throw new FileProblem(texts.cannotRead(path, irregular(found)));
    if (found.size > inputLimit) throw new FileProblem(texts.cannotRead(path, texts.tooLarge(inputLimit / megabyte)));
    return readFileSync(path);
  } catch (error) {
    if (error instanceof FileProblem) throw error;
    throw new FileProblem(texts.cannotRead(path, reasonOf(error, texts.notFound)));
  }
}

/** Why what stands there is neither read nor written. */
export function irregular(found: Stats): string {
  return found.isDirectory() ? texts.isFolder : texts.isNoFile;
}

/** What the system reported, in words; missing: what it means here that something is not there. */
export function reasonOf(error: unknown, missing: string): string {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : null;
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return missing;
    case "EISDIR":
      return texts.isFolder;
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return texts.noPermission;
    case "ENAMETOOLONG":
      return texts.nameTooLong;
    case "ELOOP":
      return texts.circularLink;
    case "ENOSPC":
    case "EDQUOT":
    case "EFBIG":
      return texts.noSpace;
    case "EBUSY":
    case "ETXTBSY":
      return texts.inUse;
    case "ENXIO":
      return texts.isNoFile;
    default:
      return texts.otherReason;
  }
}
