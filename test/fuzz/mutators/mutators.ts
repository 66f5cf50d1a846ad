/**
 * Kind 1: small valid workbooks, cut about. Whatever stands in a file, it is read or refused in one sentence; what is
 * written is whole, and says the same when it is read again.
 */
import { deepStrictEqual } from "node:assert";
import * as fc from "fast-check";
import { strToU8 } from "fflate";
import type { ResultsJson } from "../../../src/app/results-json";
import { HostError } from "../../../src/data/host-error";
import { hostSentence } from "../../../src/strings/host-sentence";
import { evaluate, type Evaluated, type LoadExcelize } from "../evaluate";
import { fuzzKind, type FuzzKind, type Labels } from "../run-cases";
import { entryOf, readArchive, writeArchive, type ArchiveEntry } from "./archive";
import { makeBases, type Base } from "./bases";
import { cellMutators } from "./cell-mutators";
import { faultsOf } from "./check-output";
import { damagedXml } from "./damaged-xml";
import { listMutators } from "./list-mutators";
import { oneOf, picks, type Mutator, type Picks } from "./mutation";
import { neutralXml } from "./neutral-xml";
import { zipMutators } from "./zip-mutators";

const catalogue = [...neutralXml, ...damagedXml, ...cellMutators, ...listMutators, ...zipMutators];
const byName = new Map(catalogue.map((mutator) => [mutator.name, mutator]));

interface Mutation extends Picks {
  readonly name: string;
}

interface MutatedWorkbook {
  readonly base: number;
  readonly mutations: readonly Mutation[];
}

const names = (wanted: readonly Mutator[]): fc.Arbitrary<string> => fc.constantFrom(...wanted.map(({ name }) => name));
const mutation = fc
  .tuple(
    fc.oneof(
      { weight: 2, arbitrary: names(neutralXml) },
      { weight: 3, arbitrary: names(damagedXml) },
      { weight: 4, arbitrary: names(cellMutators) },
      { weight: 2, arbitrary: names(listMutators) },
      { weight: 3, arbitrary: names(zipMutators) },
    ),
    picks,
  )
  .map(([name, { a, b, c }]): Mutation => ({ name, a, b, c }));
const neutralMutation = fc
  .tuple(names(catalogue.filter(({ neutral }) => neutral)), picks)
  .map(([name, { a, b, c }]): Mutation => ({ name, a, b, c }));

const mutated: fc.Arbitrary<MutatedWorkbook> = fc.record({
  base: fc.nat(0xffff),
  mutations: fc.oneof(
    { weight: 3, arbitrary: fc.array(mutation, { minLength: 1, maxLength: 3 }) },
    { weight: 1, arbitrary: fc.array(neutralMutation, { minLength: 1, maxLength: 4 }) },
  ),
});

export function mutators(engine: LoadExcelize): FuzzKind {
  let bases: Promise<readonly Base[]> | null = null;
  return fuzzKind("mutators", mutated, async (drawn) => {
    bases ??= makeBases(engine);
    const base = chosenBase(await bases, drawn.base);
    const labels = [`base: ${base.name}`, ...drawn.mutations.map(({ name }) => name)];
    const found = await check(base, drawn.mutations, engine);
    return [...labels, ...found];
  });
}

/** The last, the sample, is ten times the others: one case in sixty. */
function chosenBase(bases: readonly Base[], pick: number): Base {
  const base = pick % 60 === 59 ? bases.at(-1) : bases[pick % (bases.length - 1)];
  if (base === undefined) throw new Error("no bases");
  return base;
}

function fileFrom(base: Base, mutations: readonly Mutation[]): Uint8Array {
  const known = mutations.flatMap((one) => {
    const mutator = byName.get(one.name);
    return mutator === undefined ? [] : [{ mutator, picks: one }];
  });
  const texts = new Map<string, string>();
  for (const { entry, text } of base.parts) if (text !== null) texts.set(entry.name, text);
  for (const { mutator, picks: chosen } of known) if (mutator.level === "parts") mutator.apply(texts, chosen);

  const encoded = new Map<string, Uint8Array>();
  for (const { mutator, picks: chosen } of known) {
    if (mutator.level !== "bytes of parts") continue;
    const path = oneOf(
      [...texts.keys()].filter((one) => /^xl\/(workbook|styles|sharedStrings|worksheets\/sheet)/.test(one)),
      chosen.a,
    );
    if (path !== undefined) encoded.set(path, mutator.apply({ path, text: texts.get(path) ?? "" }, chosen));
  }
  let entries: ArchiveEntry[] = base.parts.map(({ entry, text }) => {
    const now = texts.get(entry.name) ?? null;
    const other = encoded.get(entry.name) ?? (now === text || now === null ? null : strToU8(now));
    return other === null ? entry : entryOf(entry.name, other);
  });
  for (const { mutator, picks: chosen } of known)
    if (mutator.level === "entries") entries = mutator.apply(entries, chosen);
  let bytes = writeArchive(entries);
  for (const { mutator, picks: chosen } of known) if (mutator.level === "file") bytes = mutator.apply(bytes, chosen);
  return bytes;
}

async function check(base: Base, mutations: readonly Mutation[], engine: LoadExcelize): Promise<Labels> {
  const bytes = fileFrom(base, mutations);
  const isNeutral = mutations.every(({ name }) => byName.get(name)?.neutral === true);
  const first = await orRefused(() => evaluate(bytes, engine));
  if ("refused" in first) {
    if (isNeutral) throw new Error(`refused though it says the same: ${first.refused}`);
    return ["→ refused", `refused: ${first.refused.replace(/“.*”/, "“…”")}`, ...first.labels];
  }
  if (isNeutral) deepStrictEqual(first.json, base.json);
  const labels = ["→ read", ...(isNeutral ? ["→ read, the same as unmutated"] : [])];
  if (first.report === null) {
    const isBlocked = first.json.findings.some(({ severity }) => severity === "error");
    if (!isBlocked) throw new Error("neither results nor an error that blocks them");
    return [...labels, "→ read, blocked"];
  }
  const written = await orRefused(() => writtenBytes(first));
  if ("refused" in written) {
    if (isNeutral) throw new Error(`not written though it says the same: ${written.refused}`);
    return [
      ...labels,
      "→ read, computed, refused in writing",
      `refused in writing: ${written.refused}`,
      ...written.labels,
    ];
  }
  checkWritten(bytes, written.bytes, base);
  const again = await checkAgain(first.json, written.bytes, engine);
  return [...labels, "→ read, computed, written", ...again];
}

async function writtenBytes({ workbook, report }: Evaluated): Promise<{ readonly bytes: Uint8Array }> {
  if (report !== null) await workbook.writeReport(report);
  return { bytes: workbook.toBytes() };
}

function checkWritten(before: Uint8Array, after: Uint8Array, base: Base): void {
  let entries: ArchiveEntry[] | null = null;
  try {
    entries = readArchive(before);
  } catch {
    // Damaged in a place that the program can do without; then there is nothing to compare with.
  }
  const faults = faultsOf(entries, after, base.userParts);
  if (faults.length > 0) throw new Error(`the output: ${faults.join("; ")}`);
}

/** Read again it says the same, and calculated again it is the same file. */
async function checkAgain(json: ResultsJson, output: Uint8Array, engine: LoadExcelize): Promise<Labels> {
  const again = await evaluate(output, engine);
  deepStrictEqual(withoutRetired(again.json), withoutRetired(json));
  const { bytes } = await writtenBytes(again);
  // A sheet of ours that became the user's is named among the findings from then on; after that it is the same file.
  const isSettled = again.json.findings.length === json.findings.length;
  const [one, other] = isSettled ? [output, bytes] : [bytes, await againWritten(bytes, engine)];
  if (Buffer.compare(one, other) !== 0) throw new Error("a second calculation gives another file");
  return isSettled ? [] : ["→ written, one of our sheets became the user's"];
}

async function againWritten(bytes: Uint8Array, engine: LoadExcelize): Promise<Uint8Array> {
  return (await writtenBytes(await evaluate(bytes, engine))).bytes;
}

function withoutRetired(json: ResultsJson): ResultsJson {
  return {
    ...json,
    findings: json.findings.filter(({ code, sheet }) => code !== "sheet-skipped" || !sheet.includes("(cũ")),
  };
}

/** What a step gives, or the sentence with which it is refused; any other error is a fault and goes through. */
async function orRefused<T>(
  step: () => Promise<T>,
): Promise<T | { readonly refused: string; readonly labels: Labels }> {
  try {
    return await step();
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    const { failure, cause } = error;
    const message = hostSentence(failure, "vi");
    const isSentence =
      /[ạảấầẩậắặẹẻếềểệịọỏốồổộớợụủứừửựỳệđ]/.test(message) && message.endsWith(".") && message.length < 400;
    if (!isSentence || /undefined|NaN|\[object|\n/.test(message)) throw new Error(`no Vietnamese sentence: ${message}`);
    const causes =
      cause instanceof TypeError || cause instanceof RangeError
        ? [`refused by way of ${cause.name}: ${cause.message}`]
        : [];
    return { refused: message, labels: causes };
  }
}
