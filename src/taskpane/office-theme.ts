/** Whether a background colour of Office ("#262626") is a dark one; without a colour it is light, as Office's default. */
export function isDark(background: string | undefined): boolean {
  const hex = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(background ?? "");
  if (hex === null) return false;
  const [red, green, blue] = hex.slice(1, 4).map((part) => parseInt(part, 16));
  // Perceived brightness (ITU-R BT.601), 0 to 255.
  return 0.299 * (red ?? 255) + 0.587 * (green ?? 255) + 0.114 * (blue ?? 255) < 128;
}
