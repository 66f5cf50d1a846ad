"use strict";
// The command line that npm run build made (dist/cchc.js), as long as it is what the sources of today would give.
const { createHash } = require("node:crypto");
const { readFileSync } = require("node:fs");
const { join } = require("node:path");

const root = join(__dirname, "../..");
/** Beside the bundle; an office may put it on its server with the rest, so it holds names within the project alone. */
const stampName = "cchc.made-of.json";

/** Of names and contents, never of times and places: a clone or a copy of the folder is as fresh as its original. */
function hashOf(names, read) {
  const hash = createHash("sha256");
  for (const name of names) {
    const content = read(name);
    hash.update(`${name}\n${String(content.length)}\n`).update(content);
  }
  return hash.digest("hex");
}

/**
 * @param sources files of the project that the bundle was made of, read through readSource
 * @param made the bundle's own files in dist/, read through readMade
 */
function stampOf(sources, readSource, made, readMade) {
  const hashes = { sources: hashOf(sources, readSource), made: hashOf(made, readMade) };
  return `${JSON.stringify({ hashes, made, sources }, null, 1)}\n`;
}

/** The bundle's path; null where there is none, where a source has changed since, or where it is not whole. */
function freshBundle(project = root) {
  const dist = join(project, "dist");
  try {
    const { hashes, made, sources } = JSON.parse(readFileSync(join(dist, stampName), "utf8"));
    const isWhole = hashOf(made, (name) => readFileSync(join(dist, name))) === hashes.made;
    const isFresh = isWhole && hashOf(sources, (name) => readFileSync(join(project, name))) === hashes.sources;
    return isFresh ? join(dist, "cchc.js") : null;
  } catch {
    // No stamp, no stamp of ours, or a file of it is gone.
    return null;
  }
}

module.exports = { freshBundle, stampName, stampOf };
