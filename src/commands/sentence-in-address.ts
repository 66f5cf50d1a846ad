/** "#Nh%E1%BA%A5n…" → "Nhấn…"; what cannot be decoded is shown as it stands. */
export function sentenceInAddress(hash: string): string {
  const text = hash.replace(/^#/, "");
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
