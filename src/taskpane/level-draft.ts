/** Levels while they are typed: texts, which become levels once they are right. */
import type { WantedLevel, WantedSettings } from "../app/settings";
import { parseDecimal, toNumber } from "../scoring/exact";
import type { PaneTexts } from "../strings/pane.vi";

/** One row of the levels' table as typed. */
export interface LevelDraft {
  readonly name: string;
  readonly from: string;
  readonly group: string | null;
}

/** Settings as the form holds them. */
export interface SettingsDraft extends Omit<WantedSettings, "levels"> {
  readonly levels: readonly LevelDraft[];
}

export interface LevelProblems {
  readonly name: string | null;
  readonly from: string | null;
}

export function draftOf(settings: WantedSettings): SettingsDraft {
  return {
    ...settings,
    levels: settings.levels.map(({ name, atLeast, group }) => ({
      name,
      from: String(atLeast).replace(".", settings.decimalMark),
      group,
    })),
  };
}

/** One entry per row; names and thresholds are compared within their group. */
export function problemsOf(levels: readonly LevelDraft[], texts: PaneTexts): readonly LevelProblems[] {
  const { problems } = texts.settings;
  return levels.map((level, at) => {
    const above = levels.slice(0, at).filter(({ group }) => group === level.group);
    const name = level.name.trim();
    const from = thresholdIn(level.from);
    const isNameDouble = above.some((other) => other.name.trim().toLowerCase() === name.toLowerCase());
    const isFromDouble = above.some((other) => thresholdIn(other.from) === from);
    return {
      name: name === "" ? problems.nameMissing : isNameDouble ? problems.nameDouble : null,
      from: from === null ? problems.fromMissing : isFromDouble ? problems.fromDouble : null,
    };
  });
}

/** The settings to save, levels highest first within their group; null while something is wrong. */
export function settingsIn(draft: SettingsDraft): WantedSettings | null {
  const levels: WantedLevel[] = [];
  for (const { name, from, group } of draft.levels) {
    const atLeast = thresholdIn(from);
    if (atLeast === null) return null;
    levels.push({ name: name.trim(), atLeast, group });
  }
  const groups = [...new Set(levels.map(({ group }) => group))];
  return {
    ...draft,
    levels: groups.flatMap((group) =>
      levels.filter((level) => level.group === group).sort((a, b) => b.atLeast - a.atLeast),
    ),
  };
}

/** 0 to 100, with either decimal mark; null for anything else. */
function thresholdIn(text: string): number | null {
  const value = parseDecimal(text);
  if (value === null) return null;
  const number = toNumber(value);
  return number >= 0 && number <= 100 ? number : null;
}
