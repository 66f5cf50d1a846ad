import { randomUUID } from "node:crypto";
import { readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { cliTexts } from "../strings/cli";

const texts = cliTexts.vi;

/** A problem with a file, said in one sentence. */
export class FileProblem extends Error {
  override readonly name = "FileProblem";
}

export function readInput(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new FileProblem(texts.cannotRead(path, reasonOf(error, texts.notFound)));
  }
}

/** Whole or not at all: written beside its place under another name, then renamed. */
export function writeOutput(path: string, content: Uint8Array | string): void {
  const draft = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    writeFileSync(draft, content);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw new FileProblem(texts.cannotWrite(path, reasonOf(error, texts.noFolder)));
  }
}

/** True for one file under two names, links included. */
export function isSameFile(a: string, b: string): boolean {
  return realPath(a) === realPath(b);
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    // Not there yet: its folder may still be a link.
    const folder = dirname(resolve(path));
    try {
      return join(realpathSync(folder), basename(path));
    } catch {
      return resolve(path);
    }
  }
}

function reasonOf(error: unknown, missing: string): string {
  const code = error instanceof Error && "code" in error ? error.code : null;
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
    default:
      return texts.otherReason;
  }
}
