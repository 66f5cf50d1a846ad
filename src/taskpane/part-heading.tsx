import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";
import { useFocusTarget } from "./focus";
import type { FocusTarget } from "./state";

const useStyles = makeStyles({
  heading: {
    margin: "0 0 8px",
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    // Takes the keyboard after something has changed the page; it is no control, so it shows no frame.
    ":focus": { outlineStyle: "none" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "2px" },
  },
});

/** The heading of a part of the pane, where the keyboard goes when that part is brought to the front. */
export function PartHeading(props: { readonly target: FocusTarget; readonly children: ReactNode }): ReactElement {
  const styles = useStyles();
  const focus = useFocusTarget<HTMLHeadingElement>(props.target);
  return (
    <h2 className={styles.heading} ref={focus} tabIndex={-1}>
      {props.children}
    </h2>
  );
}
