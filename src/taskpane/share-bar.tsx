import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

const useStyles = makeStyles({
  track: {
    position: "relative",
    height: "6px",
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground5,
    // In forced colors backgrounds are taken away; the frame and the bar's border stay.
    "@media (forced-colors: active)": { border: "1px solid CanvasText" },
  },
  bar: {
    height: "100%",
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorBrandBackground,
    "@media (forced-colors: active)": { backgroundColor: "Highlight", forcedColorAdjust: "none" },
  },
  mean: {
    position: "absolute",
    top: "-2px",
    bottom: "-2px",
    width: "2px",
    backgroundColor: tokens.colorNeutralForeground3,
  },
});

/** A small bar from 0 to 100 percent; the number stands beside it. mean: where the group's mean is marked. */
export function ShareBar(props: { readonly percent: number; readonly mean?: number | null }): ReactElement {
  const styles = useStyles();
  const width = (percent: number): string => `${String(Math.min(100, Math.max(0, percent)))}%`;
  return (
    <div className={styles.track} aria-hidden="true">
      <div className={styles.bar} style={{ width: width(props.percent) }} />
      {props.mean !== null && props.mean !== undefined && (
        <div className={styles.mean} style={{ left: width(props.mean) }} />
      )}
    </div>
  );
}
