import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** Parts by path, as text. */
export type Parts = Record<string, string>;

export function zip(parts: Parts): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
}

export function unzip(bytes: Uint8Array): Parts {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));
}

/** A part that a test is sure to find. */
export function part(parts: Parts, path: string): string {
  const text = parts[path];
  if (text === undefined) throw new Error(`no part ${path} among ${Object.keys(parts).join(", ")}`);
  return text;
}

/** Paths of parts that nothing points to, and targets that are not there. */
export function looseEnds(parts: Parts): { orphans: string[]; missing: string[]; untyped: string[] } {
  const reached = new Set<string>();
  const missing: string[] = [];
  const visit = (path: string): void => {
    const slash = path.lastIndexOf("/") + 1;
    const relationships = `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
    const text = parts[relationships];
    if (text === undefined) return;
    reached.add(relationships);
    for (const tag of text.match(/<Relationship [^>]*>/g) ?? []) {
      if (tag.includes('TargetMode="External"')) continue;
      const target = /Target="([^"]*)"/.exec(tag)?.[1] ?? "";
      const steps = target.startsWith("/") ? [] : path.split("/").slice(0, -1);
      for (const step of target.split("/")) {
        if (step === "..") steps.pop();
        else if (step !== "") steps.push(step);
      }
      const found = steps.join("/");
      if (parts[found] === undefined) missing.push(found);
      if (reached.has(found)) continue;
      reached.add(found);
      visit(found);
    }
  };
  visit("");
  const types = part(parts, "[Content_Types].xml");
  const overridden = [...types.matchAll(/<Override PartName="\/([^"]*)"/g)].map((match) => match[1] ?? "");
  const defaults = [...types.matchAll(/<Default Extension="([^"]*)"/g)].map((match) => match[1] ?? "");
  const paths = Object.keys(parts).filter((path) => path !== "[Content_Types].xml");
  return {
    orphans: paths.filter((path) => !reached.has(path)),
    missing: [...missing, ...overridden.filter((path) => parts[path] === undefined)],
    untyped: paths.filter(
      (path) => !overridden.includes(path) && !defaults.some((ending) => path.endsWith(`.${ending}`)),
    ),
  };
}
