import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import type { JSX } from "react";
import type { StandaloneTexts } from "../strings/standalone.vi";

/** Asks before changes that were not downloaded are given up for another file. */
export function DiscardDialog(props: {
  readonly texts: StandaloneTexts;
  readonly fileName: string;
  readonly isOpen: boolean;
  readonly onDiscard: () => void;
  readonly onKeep: () => void;
}): JSX.Element {
  const { texts, fileName, isOpen, onDiscard, onKeep } = props;
  return (
    <Dialog
      open={isOpen}
      modalType="alert"
      onOpenChange={(_, { open }) => {
        if (!open) onKeep();
      }}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{texts.discardTitle}</DialogTitle>
          <DialogContent>{texts.discardText(fileName)}</DialogContent>
          <DialogActions fluid>
            <Button appearance="primary" onClick={onKeep}>
              {texts.keep}
            </Button>
            <Button onClick={onDiscard}>{texts.discard}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
