/** The sentences of the findings in English; Vietnamese terms that stand in the workbook are kept as they are. */
import { type FindingTexts, listOr, type FindingExplanations, type SheetReasonTexts } from "./finding-sentence";

const rowName = (criterion: string | null): string => (criterion === null ? "the total row" : `criterion ${criterion}`);

const agencies = (f: { first: string; others: string }): string =>
  f.others === "0" ? f.first : `${f.first} and ${f.others} other agencies`;

export const findingTextsEn: FindingTexts = {
  scoreAboveMaximum: (f) =>
    `Score ${f.score} is above the maximum ${f.maximum} of criterion ${f.criterion}: correct the score or the maximum.`,
  scoreNegative: (f) =>
    `Score ${f.score} of criterion ${f.criterion} is negative: enter 0 or more, or write Điểm trừ under Hình thức đánh giá if it is a penalty.`,
  scoreMissing: (f) => `${f.agency} has no score for criterion ${f.criterion}: enter one, or write Không áp dụng.`,
  scoreMissingColumn: (f) =>
    `${f.agency} has no score at all, all ${f.count} cells are blank: enter scores, or remove the column if the agency is not assessed.`,
  scoreMissingRow: (f) =>
    `No agency has a score for criterion ${f.criterion}, all ${f.count} cells are blank: enter scores, or write Không áp dụng.`,
  scoreNotANumber: (f) =>
    `The score of criterion ${f.criterion} says "${f.found}", which is not a number: enter a number, or write Không áp dụng.`,
  scoreTooLarge: (f) =>
    `The score of criterion ${f.criterion} says ${f.found}, far too much for a score: enter the score again.`,
  scoreIsPercent: (f) =>
    `The score of criterion ${f.criterion} is a percentage (${f.found}), so the points are unclear: enter points and remove the % format.`,
  scoreBecameDate: (f) =>
    f.repair === null
      ? `Excel turned the score of criterion ${f.criterion} into a date or time (${f.date}): format the cell as a number and enter the score again.`
      : `Excel turned the score of criterion ${f.criterion} into a date or time (${f.date}): format the cell as a number and enter ${f.repair} again.`,
  scoreIsText: (f) =>
    `The score of criterion ${f.criterion} is typed as text "${f.found}" and was read as ${f.read}: turn it into a number.`,
  cellError: (f) =>
    `The score of criterion ${f.criterion} is the error ${f.found}: correct the formula or enter a score.`,
  formulaNotCalculated: (f) =>
    `The formula =${f.formula} at criterion ${f.criterion} was never calculated: open the file in Excel, recalculate (F9) and save, or enter a score.`,

  codeDuplicate: (f) => `Criterion code ${f.code} in ${f.cell} is the same as in ${f.first}: correct one of the two.`,
  codeLostZero: (f) =>
    `Criterion code ${f.read} is stored as the number ${f.found} (its last 0 is lost): format the cell as Text and enter ${f.read} again.`,
  codeBecameDate: (f) =>
    `Excel turned a criterion code into the date ${f.date}; by its place it was read as ${f.read}: format the cell as Text and enter ${f.read} again.`,
  codeMissing: (f) =>
    `The row "${f.name}" has no criterion code; by its place it was read as ${f.read}: enter the code.`,
  codeUnreadable: (f) =>
    `The criterion code "${f.found}" cannot be read; by its place it was read as ${f.read}: correct the code.`,
  areaMissing: (f) =>
    `Criterion ${f.criterion} has no row for area ${f.code} above it: add the row, or correct the criterion code.`,

  maximumMissing: (f) => `Criterion ${f.criterion} has no maximum score: enter it.`,
  maximumUnreadable: (f) =>
    `The maximum score of criterion ${f.criterion} says "${f.found}", which cannot be used: enter a number.`,
  maximumNegative: (f) =>
    `The maximum score ${f.found} of criterion ${f.criterion} is negative: enter a positive number, or write Điểm trừ under Hình thức đánh giá if it is a penalty.`,
  maximumIsText: (f) =>
    `The maximum score of ${rowName(f.criterion)} is typed as text "${f.found}" and was read as ${f.read}: turn it into a number.`,
  maximumSumMismatch: (f) =>
    `The maximum score of ${rowName(f.criterion)} says ${f.typed}, but the criteria below add up to ${f.sum}: ${f.sum} is used, check the maxima.`,
  totalMaximumMismatch: (f) =>
    `The maximum score in the total row says ${f.typed}, but the criteria add up to ${f.sum}: ${f.sum} is used, check the maxima.`,
  totalNot100: (f) =>
    `The maximum scores of the criteria set add up to ${f.total}, not 100: check the maxima of the criteria.`,

  parentScoreMismatch: (f) =>
    `The score of criterion ${f.criterion} says ${f.typed}, but the criteria below add up to ${f.sum}: ${f.sum} is used, check the scores.`,
  totalScoreMismatch: (f) =>
    `The score in the total row says ${f.typed}, but the criteria add up to ${f.sum}: ${f.sum} is used, check the scores.`,
  notApplicableWithScores: (f) =>
    `Criterion ${f.criterion} says not applicable, but criterion ${f.below} below has a score: the score below is left out, check which cell is right.`,

  agencyDuplicate: (f) =>
    `${f.agency} stands twice in group ${f.group} (see ${f.first}): remove one column or correct the name.`,
  agencyListedTwice: (f) =>
    `${f.agency} stands twice in the agency list (see ${f.first}): remove one row or correct the name.`,
  agencyUnknown: (f) =>
    `${f.agency} is not in the agency list (sheet ${f.list}): correct the name, or add it to the list or to the column Tên gọi khác.`,
  agencyWithoutScores: (f) =>
    `${f.agency} is in the agency list but in no scoring table: add a column of scores, or remove it from the list.`,
  groupWithoutScores: (f) =>
    `There is no scoring table for the ${f.count} agencies of group ${f.group} in the list: add one, or remove them from the list.`,
  agencyNameVariant: (f) =>
    `The name "${f.agency}" was read as "${f.listed}" of the agency list: correct the name if that is wrong.`,
  agencyNameLooksAlike: (f) =>
    `The name "${f.agency}" looks as in the agency list but is written in other characters (spaces, the letter Đ, hidden ones…): better copy it from the list.`,
  groupMismatch: (f) =>
    `The agency list puts ${agencies(f)} into group ${f.listed}, but this table says Nhóm: ${f.label}: the table is followed, correct one of the two.`,
  groupWithTwoSets: (f) =>
    `This table is of group ${f.group} like sheet ${f.other} but has another criteria set, so it is ranked apart as group ${f.as}: use one criteria set, or another group name.`,

  settingUnknown: (f) => `"${f.key}" is not a known setting: change it to one of ${f.known.join(", ")}.`,
  settingValueUnknown: (f) => `The value "${f.found}" of ${f.key} cannot be used: write ${f.known.join(" or ")}.`,
  settingYearUnknown: (f) =>
    `The value "${f.found}" of ${f.key} cannot be used: write a year of four digits, for example 2025.`,
  settingCapUnknown: (f) => `The value "${f.found}" of ${f.key} cannot be used: write Không, or a number.`,
  settingBecameDate: (f) =>
    `Excel turned the value of ${f.key} into a date; it was read as ${f.read}: format the cell as Text and enter ${f.read} again.`,
  methodUnknown: (f) =>
    `The method (Hình thức đánh giá) "${f.found}" is not known and was taken as blank: write ${listOr(f.known, " or ")}.`,
  levelUnreadable: (f) =>
    `The threshold "${f.found}" of level ${f.level} is not a number, so the level is left out: enter its lowest index as a number.`,
  groupNameUnknown: (f) => `Group "${f.found}" is not in this workbook: write one of the groups ${f.known.join(", ")}.`,
  lastYearUnreadable: (f) =>
    `Last year's index of ${f.agency} says "${f.found}", which is not a number, so it is not compared: enter a number.`,
  lastYearTooLarge: (f) =>
    `Last year's index of ${f.agency} says ${f.found}, far too much for an index, so it is not compared: enter it again.`,

  nothingToScore: () =>
    "No scoring table was found: one sheet needs the columns STT, Tiêu chí, Điểm tối đa and one column of scores per agency.",
  nothingToScoreFormsOnly: (f) =>
    `The file holds only ${f.forms} forms (phiếu chấm điểm), which this version does not read: make a scoring table with the columns STT, Tiêu chí, Điểm tối đa and one column of scores per agency.`,
  nothingToScoreNoAgencies: () =>
    "This scoring table has no agency column: add one column per agency to the right of Điểm tối đa.",
  nothingToScoreNoCriteria: () =>
    "This scoring table has no criteria: enter them with code, name and maximum score below the header.",
  nothingToScoreSelfOnly: (f) =>
    `Group ${f.group} has self scores only: enter Điểm thẩm định, or use Tính tạm to see the result by self scores.`,

  columnSkipped: (f) =>
    `Column "${f.name}" is not in the agency list and most of its cells are not numbers, so it was skipped: if it is an agency, enter its scores as numbers or write Không áp dụng.`,
  sheetSkipped: () => "This sheet looks like no scoring table, agency list or settings and was skipped.",
  sheetSkippedForm: () =>
    "This is the form (phiếu chấm điểm) of one agency: this version does not read forms, so its scores do not count; enter them in the scoring table.",
  sheetSkippedNoAgencies: () => "This sheet holds a criteria set but no agency column and was skipped.",
};

export const sheetReasonsEn: SheetReasonTexts = {
  empty: "empty sheet",
  own: "made by this program",
  skipped: "skipped: like no table of a scoring workbook",
  form: "form: not read by this version",
  noAgencies: "skipped: a criteria set without agency columns",
  hidden: "hidden sheet",
};

/** What each code means, for the guide. */
export const findingExplanationsEn: FindingExplanations = {
  "score-above-maximum": "The score is above the criterion's maximum. Correct the score or the maximum.",
  "score-negative": "A negative score on a criterion that is no penalty.",
  "score-missing": "The score cell is blank. Enter a score, or say Không áp dụng (not applicable).",
  "score-not-a-number": "The score cell holds something that is no number (words, a percentage).",
  "score-became-date":
    "Excel turned a typed score (1.5) into a date. Enter it again; where just one reading is possible it is suggested.",
  "cell-error": "The score cell shows a formula error.",
  "formula-not-calculated":
    "The formula in the score cell has no result. Let Excel calculate the workbook and save it.",
  "code-duplicate": "Two criteria have the same code.",
  "maximum-missing": "A criterion has no maximum score.",
  "agency-duplicate": "An agency stands twice in one group.",
  "nothing-to-score": "There is no table to compute from, or one with self scores alone.",
  "score-is-text": "A score typed as text; it is read as that number.",
  "maximum-is-text": "A maximum typed as text; it is read as that number.",
  "code-lost-zero":
    "A code that Excel changed (1.10 to 1.1, or to a date) or that is missing; it is read from its place in the sequence.",
  "maximum-sum-mismatch": "A typed parent maximum differs from the sum of its children's, which is used.",
  "total-not-100": "The criteria set's maxima do not add up to 100.",
  "parent-score-mismatch": "A typed parent score differs from the sum below, which is used.",
  "agency-unknown": "An agency of a table is not in the agency list, or the other way round.",
  "group-mismatch": "The label “Nhóm” above a table contradicts the agency list; the label wins.",
  "setting-unknown": "A key or value of the settings is not understood; the default is used.",
  "column-skipped":
    "A column under a header that the agency list does not name holds mostly words, and was not taken for an agency's scores.",
  "agency-name-variant": "An agency's name is spelt differently from the list and was matched.",
  "sheet-skipped": "The sheet is none that the program reads, and was left alone.",
};
