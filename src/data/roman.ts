/** Roman numerals, as areas are numbered. */

const digits: readonly (readonly [sign: string, worth: number])[] = [
  ["C", 100],
  ["XC", 90],
  ["L", 50],
  ["XL", 40],
  ["X", 10],
  ["IX", 9],
  ["V", 5],
  ["IV", 4],
  ["I", 1],
];

/** "IV" for 4. */
export function toRoman(value: number): string {
  let rest = value;
  return digits.reduce((text, [sign, worth]) => {
    const times = Math.floor(rest / worth);
    rest -= times * worth;
    return text + sign.repeat(times);
  }, "");
}

/** 4 for "IV"; null for letters that are no Roman numeral. Areas never reach 40, so C, D and L are letters here. */
export function fromRoman(text: string): number | null {
  if (!/^[IVX]{1,10}$/.test(text)) return null;
  const values = [...text].map((letter) => digits.find(([sign]) => sign === letter)?.[1] ?? 0);
  const value = values.reduce((total, worth, at) => total + (worth < (values[at + 1] ?? 0) ? -worth : worth), 0);
  return toRoman(value) === text ? value : null;
}
