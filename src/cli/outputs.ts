/** --out and --json: looked at before anything is computed, written together or not at all. */
import { randomBytes } from "node:crypto";
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  copyFileSync,
  fstatSync,
  linkSync,
  lstatSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, isAbsolute, join, sep } from "node:path";
import { cliTexts } from "../strings/cli";
import { FileProblem, irregular, reasonOf } from "./files";

const texts = cliTexts.vi;
const mostLinks = 40;

export interface Output {
  readonly path: string;
  readonly content: Uint8Array | string;
}

/** Where an output goes: the file itself, not a link to it. */
interface Place {
  readonly path: string;
  readonly target: string;
  /** null: not there yet. */
  readonly old: Stats | null;
}

/** Throws a FileProblem where a file could not be written, or two of them are one (links included). */
export function checkOutputs(input: string, outputs: readonly (readonly [option: string, path: string])[]): void {
  const places = outputs.map(([option, path]) => ({ option, ...placeOf(path) }));
  for (const { option, target } of places) {
    if (isSameFile(target, input)) throw new FileProblem(texts.sameFile(option));
    if (isPrintedTo(target)) throw new FileProblem(texts.sameAsPrinted(option));
  }
  const [first, second] = places;
  if (first !== undefined && second !== undefined && isSameFile(first.target, second.target)) {
    throw new FileProblem(texts.sameOutputs);
  }
}

/**
 * All of them or none: each is written whole beside its place, then they are renamed; a renaming that fails takes the
 * others back.
 */
export function writeOutputs(outputs: readonly Output[]): void {
  uninterrupted(() => {
    const leftovers: string[] = [];
    const undo: (() => void)[] = [];
    try {
      const drafts = outputs.map(({ path, content }) => {
        const place = placeOf(path);
        return { place, draft: saying(place, () => writeDraft(place, content, leftovers)) };
      });
      drafts.forEach(({ place, draft }, at) => {
        saying(place, () => {
          // Nothing can fail after the last.
          const back = at < drafts.length - 1 ? [wayBack(place, leftovers)] : [];
          renameSync(draft, place.target);
          undo.push(...back);
        });
      });
    } catch (error) {
      for (const step of undo.reverse()) step();
      throw error;
    } finally {
      for (const file of leftovers)
        tried(() => {
          rmSync(file, { force: true });
        });
    }
  });
}

/** Follows links, also to a file that is not there yet, as a shell's > does. */
function placeOf(path: string): Place {
  try {
    if (path.endsWith(sep)) throw new FileProblem(texts.cannotWrite(path, texts.isFolder));
    const old = statSync(path, { throwIfNoEntry: false }) ?? null;
    if (old !== null && !old.isFile()) throw new FileProblem(texts.cannotWrite(path, irregular(old)));
    const target = old === null ? endOfLinks(path) : realpathSync.native(path);
    if (old !== null) accessSync(target, constants.W_OK);
    // A file is replaced at one stroke or not at all: that takes a second name in its folder.
    accessSync(dirname(target), constants.W_OK | constants.X_OK);
    return { path, target, old };
  } catch (error) {
    throw asProblem(path, error);
  }
}

/** By the folders as they really are: the system reads ".." after a link differently than a path is shortened. */
function endOfLinks(path: string): string {
  let place = path;
  for (let links = 0; links <= mostLinks; links += 1) {
    const here = join(realpathSync.native(dirname(place)), basename(place));
    const found = lstatSync(here, { throwIfNoEntry: false });
    if (found === undefined) return here;
    if (!found.isSymbolicLink()) throw new FileProblem(texts.cannotWrite(path, irregular(found)));
    const next = readlinkSync(here);
    place = isAbsolute(next) ? next : `${dirname(here)}${sep}${next}`;
  }
  throw new FileProblem(texts.cannotWrite(path, texts.circularLink));
}

/** Takes no more rights than the file that it replaces has, and gets all of them. */
function writeDraft({ target, old }: Place, content: Uint8Array | string, leftovers: string[]): string {
  const draft = besides(target);
  leftovers.push(draft);
  writeFileSync(draft, content, { flag: "wx", flush: true, mode: old === null ? 0o666 : 0o600 });
  if (old !== null) {
    // Only the system's administrator can give a file to somebody else.
    tried(() => {
      chownSync(draft, -1, old.gid);
    });
    tried(() => {
      chownSync(draft, old.uid, old.gid);
    });
    chmodSync(draft, old.mode & 0o7777);
  }
  return draft;
}

/** Keeps what stands at a place until the others are in theirs. */
function wayBack({ target, old }: Place, leftovers: string[]): () => void {
  if (old === null)
    return () => {
      tried(() => {
        rmSync(target, { force: true });
      });
    };
  const kept = besides(target);
  leftovers.push(kept);
  try {
    linkSync(target, kept);
  } catch {
    // Not every file system has hard links.
    copyFileSync(target, kept, constants.COPYFILE_EXCL);
  }
  return () => {
    tried(() => {
      renameSync(kept, target);
    });
  };
}

/** Short, since the target's own name may have all 255 bytes that a file system allows. */
function besides(target: string): string {
  return join(dirname(target), `.${randomBytes(6).toString("hex")}.tmp`);
}

/** Links and hard links included. */
function isSameFile(target: string, other: string): boolean {
  const [a, b] = [target, other].map((path) => tried(() => statSync(path, { bigint: true })));
  if (a === undefined || b === undefined) return target === other;
  // Some file systems number their files with zeros.
  return a.ino === 0n || b.ino === 0n ? target === realpathSync.native(other) : a.dev === b.dev && a.ino === b.ino;
}

/** True for a file that the rankings or findings are being redirected to. */
function isPrintedTo(target: string): boolean {
  const found = tried(() => statSync(target, { bigint: true }));
  return [1, 2].some((stream) => {
    const printed = tried(() => fstatSync(stream, { bigint: true }));
    return found?.isFile() === true && printed?.dev === found.dev && printed.ino === found.ino;
  });
}

/** Ctrl+C between two renamings would leave one file of two, and drafts. */
function uninterrupted(action: () => void): void {
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  const wait = (): void => undefined;
  for (const signal of signals) process.on(signal, wait);
  try {
    action();
  } finally {
    for (const signal of signals) process.off(signal, wait);
  }
}

function saying<T>({ path }: Place, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw asProblem(path, error);
  }
}

function asProblem(path: string, error: unknown): FileProblem {
  return error instanceof FileProblem
    ? error
    : new FileProblem(texts.cannotWrite(path, reasonOf(error, texts.noFolder)));
}

/** undefined where it fails: the caller has done, or will do, the next best thing. */
function tried<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
