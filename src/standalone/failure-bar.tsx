import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import type { JSX } from "react";
import type { StandaloneTexts } from "../strings/standalone.vi";
import type { FileSource } from "./file-source";
import type { Failure } from "./use-documents";

const useStyles = makeStyles({ notice: { padding: "8px 12px" } });

/** Why a file could not be opened, and what can be done. */
export function FailureBar(props: {
  readonly failure: Failure;
  readonly texts: StandaloneTexts;
  readonly onRetry: (source: FileSource) => void;
  readonly onChoose: () => void;
  readonly onDismiss: () => void;
}): JSX.Element {
  const { failure, texts, onRetry, onChoose, onDismiss } = props;
  const { source } = failure;
  const styles = useStyles();
  return (
    <div className={styles.notice}>
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>
          {source && <MessageBarTitle>{texts.cannotOpen(source.name)}.</MessageBarTitle>} {failure.message}
        </MessageBarBody>
        <MessageBarActions
          containerAction={
            <Button appearance="transparent" icon={<DismissRegular />} aria-label={texts.dismiss} onClick={onDismiss} />
          }
        >
          {source && (
            <Button
              onClick={() => {
                onRetry(source);
              }}
            >
              {texts.tryAgain}
            </Button>
          )}
          <Button onClick={onChoose}>{texts.retry}</Button>
        </MessageBarActions>
      </MessageBar>
    </div>
  );
}
