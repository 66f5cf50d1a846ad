import type { ScoringInput } from "../scoring/model";
import { fingerprintOf } from "./fingerprint";

/**
 * What a workbook is to be called by the marks of its report sheets, from what it holds at its first report: the same
 * workbook gets the same in every host. Once it stands in the workbook it stays (hosts/own-sheet-mark).
 */
export function identityOf(input: ScoringInput): string {
  const text = fingerprintOf(input);
  return [0x811c9dc5, 0x9747b28c].map((seed) => fnv1a(text, seed).toString(16).padStart(8, "0")).join("");
}

/** Fowler–Noll–Vo over UTF-16 units: tells workbooks apart, keeps no secret. */
function fnv1a(text: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
