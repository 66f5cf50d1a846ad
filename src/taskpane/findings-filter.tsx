import { makeStyles, ToggleButton } from "@fluentui/react-components";
import { type ReactElement, useMemo } from "react";
import type { Finding, Severity } from "../data/finding";
import { countBySeverity } from "./filter-findings";
import { usePane } from "./pane-context";
import { SeverityMark } from "./severity-mark";
import { SearchField } from "./search-field";

const useStyles = makeStyles({
  severities: { display: "flex", flexWrap: "wrap", gap: "6px" },
  severity: { flexGrow: 1, minWidth: 0, paddingLeft: "6px", paddingRight: "6px" },
  input: { width: "100%" },
});

const severities: readonly Severity[] = ["error", "warning", "info"];

/** Which findings are listed: of one severity, with some text. */
export function FindingsFilter({ findings }: { readonly findings: readonly Finding[] }): ReactElement {
  const { state, dispatch, texts } = usePane();
  const styles = useStyles();
  const { filter } = state;
  const counts = useMemo(() => countBySeverity(findings), [findings]);
  return (
    <>
      <div className={styles.severities} role="group" aria-label={texts.findings.severityFilter}>
        {severities.map((severity) => (
          <ToggleButton
            key={severity}
            size="small"
            className={styles.severity}
            icon={<SeverityMark severity={severity} />}
            checked={filter.severity === severity}
            onClick={() => {
              dispatch({ type: "filtered", filter: { severity: filter.severity === severity ? "all" : severity } });
            }}
          >
            {`${texts.findings.severities[severity]} ${String(counts[severity])}`}
          </ToggleButton>
        ))}
      </div>
      <SearchField
        className={styles.input}
        placeholder={texts.findings.search}
        label={texts.findings.searchLabel}
        value={filter.text}
        onChange={(text) => {
          dispatch({ type: "filtered", filter: { text } });
        }}
      />
    </>
  );
}
