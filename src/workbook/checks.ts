/** All checks over a workbook that was read. A new one is a function and a line here. */
import type { Check } from "./book";
import { checkDuplicates, checkListed, checkListedTwice, checkNames } from "./check-agencies";
import { checkGroupNames, checkLabels, checkSelfScored } from "./check-groups";
import { checkMaxima } from "./check-maxima";
import { checkSums } from "./check-sums";

export const checks: readonly Check[] = [
  checkListedTwice,
  checkMaxima,
  checkNames,
  checkListed,
  checkLabels,
  checkSelfScored,
  checkDuplicates,
  checkSums,
  checkGroupNames,
];
