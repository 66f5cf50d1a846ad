import { Button, makeStyles } from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import { type ReactElement, type ReactNode, useId, useState } from "react";

const useStyles = makeStyles({
  button: {
    width: "100%",
    justifyContent: "flex-start",
    textAlign: "start",
    paddingLeft: "4px",
    paddingRight: "4px",
  },
  content: { padding: "2px 4px 8px 30px" },
});

/** A line that opens what it names. */
export function Disclosure(props: {
  readonly title: string;
  readonly isOpenFirst?: boolean;
  /** Made only when it is opened. */
  readonly children: () => ReactNode;
}): ReactElement {
  const styles = useStyles();
  const id = useId();
  const [isOpen, setOpen] = useState(props.isOpenFirst ?? false);
  return (
    <div>
      <Button
        appearance="subtle"
        size="small"
        className={styles.button}
        icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => {
          setOpen(!isOpen);
        }}
      >
        {props.title}
      </Button>
      <div id={id} hidden={!isOpen} className={styles.content}>
        {isOpen && props.children()}
      </div>
    </div>
  );
}
