/** How numbers and dates are written in a language. */
export interface NumberLocale {
  readonly decimalMark: string;
  readonly groupMark: string;
  /** What the format "m/d/yyyy" (short date) stands for. */
  readonly shortDate: string;
  /** January first. */
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  /** Sunday first. */
  readonly days: readonly string[];
  readonly shortDays: readonly string[];
  readonly morning: string;
  readonly afternoon: string;
}
