import type { Results } from "./definition";

const TOLERANCE = 1e-9;

/** Names are compared as they look: composed or decomposed, with whatever spaces. */
function visible(value: unknown): unknown {
  return typeof value === "string" ? value.normalize("NFC").replace(/\s+/gu, " ").trim() : value;
}

function describe(value: unknown): string {
  return value === undefined ? "(nothing)" : JSON.stringify(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function differencesAt(path: string, actual: unknown, expected: unknown): string[] {
  if (typeof actual === "number" && typeof expected === "number") {
    return Math.abs(actual - expected) <= TOLERANCE
      ? []
      : [`${path}: ${describe(actual)}, expected ${describe(expected)}`];
  }
  if (Array.isArray(actual) && Array.isArray(expected)) {
    const length: string[] =
      actual.length === expected.length
        ? []
        : [`${path}: ${String(actual.length)} entries, expected ${String(expected.length)}`];
    return length.concat(
      expected.flatMap((entry, at) =>
        at < actual.length ? differencesAt(`${path}[${String(at)}]`, actual[at], entry) : [],
      ),
    );
  }
  if (isRecord(actual) && isRecord(expected)) {
    const keys = [...new Set([...Object.keys(expected), ...Object.keys(actual)])];
    return keys.flatMap((key) => differencesAt(path === "" ? key : `${path}.${key}`, actual[key], expected[key]));
  }
  return Object.is(visible(actual), visible(expected))
    ? []
    : [`${path}: ${describe(actual)}, expected ${describe(expected)}`];
}

/**
 * Lists where a RESULTS.json differs from what was expected: numbers by more than 1e-9, texts in what
 * can be seen, anything else at all; its findings are left out. An empty list means that they agree.
 */
export function differences(actual: unknown, expected: Results): string[] {
  if (!isRecord(actual)) {
    return [`(root): ${describe(actual)}, expected an object`];
  }
  const results = Object.fromEntries(Object.entries(actual).filter(([key]) => key !== "findings"));
  return differencesAt("", results, expected);
}
