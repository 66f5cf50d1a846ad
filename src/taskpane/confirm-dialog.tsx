import {
  Body1,
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
} from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { ShownChange } from "../app/repair";
import { ChangeList } from "./change-list";

const useStyles = makeStyles({
  surface: { padding: "16px", width: "calc(100% - 24px)", boxSizing: "border-box", overflowWrap: "anywhere" },
  body: { display: "flex", flexDirection: "column", maxHeight: "calc(100vh - 80px)" },
  content: { minHeight: 0, overflowY: "auto" },
  actions: { display: "flex", flexWrap: "wrap", justifyContent: "flex-end", gap: "8px" },
  explanation: { display: "block", marginBottom: "8px" },
});

/** Asks before cells are changed, with every old and new value. */
export function ConfirmDialog(props: {
  readonly title: string;
  readonly explanation: string;
  readonly changes: readonly ShownChange[];
  /** The changes make a new sheet. */
  readonly isNew?: boolean;
  readonly accept: string;
  readonly dismiss: string;
  readonly onAccept: () => void;
  readonly onDismiss: () => void;
}): ReactElement {
  const styles = useStyles();
  return (
    <Dialog
      open
      modalType="modal"
      onOpenChange={(_, { open }) => {
        if (!open) props.onDismiss();
      }}
    >
      <DialogSurface className={styles.surface}>
        <DialogBody className={styles.body}>
          <DialogTitle>{props.title}</DialogTitle>
          <DialogContent className={styles.content} tabIndex={0}>
            <Body1 className={styles.explanation}>{props.explanation}</Body1>
            <ChangeList changes={props.changes} isNew={props.isNew ?? false} />
          </DialogContent>
          <DialogActions className={styles.actions}>
            <Button onClick={props.onDismiss}>{props.dismiss}</Button>
            <Button appearance="primary" onClick={props.onAccept}>
              {props.accept}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
