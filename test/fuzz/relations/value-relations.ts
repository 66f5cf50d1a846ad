/** Other ways to say the same value; each must be read as the same, with just the findings that it brings. */
import type { CellObject } from "xlsx";
import { type Cell, leavesOf } from "../../fixtures/fixture";
import type { PlainCriterion, PlainGroup } from "../../independent/definition";
import { NOT_APPLICABLE } from "../../independent/definition";
import {
  address,
  copyOf,
  type Drawn,
  fileOf,
  type Places,
  setCell,
  settingsSheet,
  sheetNamed,
} from "../drawn-workbook";
import { findingKey, findingKeys } from "../evaluate";
import { inOrder, same, type Picks, type Relation } from "./relation";

interface Entry {
  readonly leaf: PlainCriterion;
  readonly value: number;
  readonly row: number;
  readonly column: number;
  readonly pick: number;
}

/** The cell as it says the same, and the finding that it brings; null: this one stays. */
type Rewrite = (entry: Entry) => { readonly cell: Cell; readonly finding?: string } | null;

/** Rewrites about every third score of every group. */
function scoresAs(name: string, rewrite: Rewrite): Relation {
  return {
    name,
    async holds({ scoring, drawn, json }, picks, evaluate) {
      const changed = copyOf(drawn);
      const brought: string[] = [];
      scoring.definition.groups.forEach((group, at) => {
        const places = changed.places[at];
        if (places === undefined) return;
        const sheet = sheetNamed(changed, places.sheet);
        for (const entry of entriesOf(group, places, picks)) {
          const result = rewrite(entry);
          if (result === null) continue;
          setCell(sheet, entry.row, entry.column, result.cell);
          if (result.finding !== undefined) {
            brought.push(findingKey(result.finding, places.sheet, address(entry.row, entry.column), entry.value));
          }
        }
      });
      const after = await evaluate(fileOf(changed.sheets));
      same(inOrder(after), inOrder(json));
      same(findingKeys(after.findings), [...findingKeys(json.findings), ...brought].sort());
      return true;
    },
  };
}

function entriesOf(group: PlainGroup, places: Places, { a, b }: Picks): Entry[] {
  return group.agencies.flatMap(({ name, scores }, agency) =>
    leavesOf(group.areas).flatMap((leaf, at): Entry[] => {
      const score = scores[leaf.code] ?? null;
      const pick = a + agency * 7 + at * 3;
      if (score === null || score === NOT_APPLICABLE || (pick + b) % 3 !== 0) return [];
      return [{ leaf, value: Number(score), row: places.rowOf(leaf.code), column: places.columnOf(name), pick }];
    }),
  );
}

const comma = (value: number): string => String(value).replace(".", ",");
const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
const asText = (cell: string): { cell: string; finding: string } => ({ cell, finding: "score-is-text" });

/** Changes the drawn workbook where a setting or criterion stands; results as before. */
function rewritten(
  name: string,
  change: (drawn: Drawn, group: PlainGroup, places: Places, picks: Picks) => boolean,
): Relation {
  return {
    name,
    async holds({ scoring, drawn, json }, picks, evaluate) {
      const changed = copyOf(drawn);
      const [group] = scoring.definition.groups;
      const [places] = changed.places;
      if (group === undefined || places === undefined || !change(changed, group, places, picks)) return false;
      const after = await evaluate(fileOf(changed.sheets));
      same(inOrder(after), inOrder(json));
      same(findingKeys(after.findings), findingKeys(json.findings));
      return true;
    },
  };
}

const settingWords: Readonly<Record<string, readonly string[]>> = {
  "Liền kề": ["Liên tiếp", "liền kề ", "LIỀN KỀ"],
  "Cách hạng": ["Cách quãng", "cách  hạng"],
  "Gặp 5 làm tròn lên": ["Nửa lên"],
  "Làm tròn về số chẵn": ["Nửa chẵn"],
};

function settingsInOtherWords({ sheets }: Drawn, { a }: Picks): void {
  for (const row of sheets.find(({ name }) => name === settingsSheet)?.rows ?? []) {
    const words = settingWords[String(row[1])];
    if (words !== undefined) row[1] = words[a % words.length] ?? null;
  }
}

export const valueRelations: readonly Relation[] = [
  scoresAs("scores as text with a comma", ({ value, pick }) =>
    asText(`${comma(value)}${pick % 2 === 0 ? "" : " điểm"}`),
  ),
  scoresAs("scores as text with a point and blanks", ({ value }) => asText(` ${String(value)}\u00a0`)),
  scoresAs("scores as text in full-width digits", ({ value }) => asText(fullWidth(comma(value)))),
  scoresAs("scores as text with invisible characters", ({ value, pick }) =>
    asText(`${["\u200e", "\u200b", "\ufeff", "\u00ad"][pick % 4] ?? ""}${comma(value)}\u200e`),
  ),
  scoresAs("scores as formulas with values", ({ value, pick }) => ({
    cell: { t: "n", v: value, f: pick % 2 === 0 ? `${String(value)}+0` : "A1" },
  })),
  scoresAs("scores with the noise of binary sums", ({ value }) =>
    value < 0.001 || value > 90 ? null : { cell: Number(value.toPrecision(15)) * (1 + 2 ** -52) },
  ),
  scoresAs("scores in number formats", ({ value, pick }) => {
    const z = ['0.00" điểm"', "#,##0.0", "General", "@", "[Red]0;[Blue]-0"][pick % 5] ?? "General";
    const cell: CellObject = { t: "n", v: value, z };
    return { cell };
  }),
  scoresAs("penalties with their sign", ({ leaf, value }) => (leaf.method === "penalty" ? { cell: -value } : null)),
  rewritten("not applicable in other words", (drawn, group, places, { a }) => {
    const words = ["KAD", "kđg", "N/A", "Không đánh giá", "KHÔNG ÁP DỤNG ", "không áp dụng".normalize("NFD")];
    let found = 0;
    for (const { name, scores } of group.agencies) {
      for (const [code, score] of Object.entries(scores)) {
        if (score !== NOT_APPLICABLE) continue;
        setCell(
          sheetNamed(drawn, places.sheet),
          places.rowOf(code),
          places.columnOf(name),
          words[(a + found) % words.length] ?? "",
        );
        found += 1;
      }
    }
    return found > 0;
  }),
  rewritten("codes as numbers", (drawn, group, places) => {
    for (const { code } of leavesOf(group.areas)) {
      if (code.split(".").length === 2)
        setCell(sheetNamed(drawn, places.sheet), places.rowOf(code), places.codeColumn, Number(code));
    }
    return true;
  }),
  rewritten("codes with a last dot", (drawn, _, places, { a }) => {
    for (const row of sheetNamed(drawn, places.sheet).rows.slice(places.headerRow + 1)) {
      if (typeof row[0] === "string") row[0] = `${row[0]}${[".", ". ", ")", ":"][a % 4] ?? ""}`;
    }
    return true;
  }),
  rewritten("settings in other words", (drawn, _, __, picks) => {
    settingsInOtherWords(drawn, picks);
    return true;
  }),
  rewritten("headers in other words", (drawn, _, places, { a }) => {
    const header = sheetNamed(drawn, places.sheet).rows[places.headerRow];
    if (header === undefined) return false;
    header[0] = ["TT", "Mã tiêu chí", "stt", "STT:"][a % 4] ?? "";
    header[1] = ["Nội dung", "TIÊU CHÍ", "Lĩnh vực/Tiêu chí"][a % 3] ?? "";
    header[2] = ["Điểm chuẩn", "Điểm\ntối đa", "Điểm tối đa (điểm)", "ĐIỂM TỐI ĐA"][a % 4] ?? "";
    return true;
  }),
  rewritten("headers with Ð for Đ", (drawn, _, places) => {
    const header = sheetNamed(drawn, places.sheet).rows[places.headerRow];
    if (header === undefined) return false;
    header[2] = "Ðiểm tối đa";
    return true;
  }),
  rewritten("headers with invisible characters", (drawn, _, places, { a }) => {
    const header = sheetNamed(drawn, places.sheet).rows[places.headerRow];
    if (header === undefined) return false;
    header[2] = `Điểm${["\u00ad", "\u200b", "\ufeff", "\u200e"][a % 4] ?? ""} tối đa`;
    return true;
  }),
];
