import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons/svg/add";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import type { ReactElement } from "react";
import type { LevelDraft, LevelProblems } from "./level-draft";
import { usePane } from "./pane-context";

const useStyles = makeStyles({
  fieldset: {
    border: "none",
    margin: 0,
    padding: 0,
    minWidth: 0,
    display: "flex",
    flexDirection: "column",
    gap: "6px",
  },
  legend: { padding: 0, marginBottom: "6px", color: tokens.colorNeutralForeground1 },
  row: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) 76px 32px", gap: "6px", alignItems: "start" },
  head: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  input: { minWidth: 0, width: "100%" },
  add: { alignSelf: "flex-start" },
});

interface LevelsEditorProps {
  readonly levels: readonly LevelDraft[];
  /** One per level. */
  readonly problems: readonly LevelProblems[];
  readonly onChange: (levels: readonly LevelDraft[]) => void;
}

/** The levels for all groups, and those of each group that has its own. */
export function LevelsEditor({ levels, problems, onChange }: LevelsEditorProps): ReactElement {
  const groups = [...new Set([null, ...levels.map(({ group }) => group)])];
  const hasCommon = levels.some(({ group }) => group === null);
  return (
    <>
      {groups
        .filter((group) => group !== null || hasCommon || levels.length === 0)
        .map((group) => (
          <GroupLevels key={group ?? ""} group={group} levels={levels} problems={problems} onChange={onChange} />
        ))}
    </>
  );
}

function GroupLevels(props: LevelsEditorProps & { readonly group: string | null }): ReactElement {
  const { texts } = usePane();
  const styles = useStyles();
  const { group, levels, problems, onChange } = props;
  const own = levels.flatMap((level, at) => (level.group === group ? [{ level, at }] : []));
  const edit = (at: number, change: Partial<LevelDraft>): void => {
    onChange(levels.map((level, index) => (index === at ? { ...level, ...change } : level)));
  };
  return (
    <fieldset className={styles.fieldset}>
      <legend className={styles.legend}>
        {group === null ? texts.settings.levels : texts.settings.levelsOf(group)}
      </legend>
      <div className={styles.row} aria-hidden="true">
        <span className={styles.head}>{texts.settings.levelName}</span>
        <span className={styles.head}>{texts.settings.levelFrom}</span>
      </div>
      {own.map(({ level, at }, order) => (
        <div key={at} className={styles.row}>
          <Field {...problemProps(problems[at]?.name)}>
            <Input
              className={styles.input}
              aria-label={texts.settings.levelNameOf(order + 1)}
              value={level.name}
              onChange={(_, { value }) => {
                edit(at, { name: value });
              }}
            />
          </Field>
          <Field {...problemProps(problems[at]?.from)}>
            <Input
              className={styles.input}
              input={{ style: { textAlign: "end" } }}
              inputMode="decimal"
              aria-label={texts.settings.levelFromOf(order + 1)}
              value={level.from}
              onChange={(_, { value }) => {
                edit(at, { from: value });
              }}
            />
          </Field>
          <Button
            appearance="subtle"
            icon={<DismissRegular />}
            aria-label={texts.settings.removeLevel(level.name)}
            // Without any level there would be nothing to save: the workbook's default would come back.
            disabledFocusable={own.length === 1}
            onClick={() => {
              onChange(levels.filter((_, index) => index !== at));
            }}
          />
        </div>
      ))}
      <Button
        size="small"
        className={styles.add}
        icon={<AddRegular />}
        onClick={() => {
          onChange([...levels, { name: "", from: "", group }]);
        }}
      >
        {texts.settings.addLevel}
      </Button>
    </fieldset>
  );
}

function problemProps(problem: string | null | undefined): { validationMessage?: string; validationState?: "error" } {
  return problem === null || problem === undefined ? {} : { validationMessage: problem, validationState: "error" };
}
