import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import type { ReactElement } from "react";
import { usePane } from "./pane-context";

/** How the last request ended; the live region says it aloud. */
export function NoticeBar(): ReactElement | null {
  const { state, dispatch, controller, texts, environment } = usePane();
  const { notice } = state;
  if (notice === null) return null;
  const { retry } = notice;
  const { download } = environment;
  const canDownload = notice.canDownload && download !== undefined;
  return (
    <MessageBar intent={notice.intent} layout="multiline" politeness="polite">
      <MessageBarBody>{notice.text}</MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            aria-label={texts.actions.close}
            icon={<DismissRegular />}
            onClick={() => {
              dispatch({ type: "dismissed" });
            }}
          />
        }
      >
        {retry !== null && <Button onClick={() => void controller.perform(retry)}>{texts.actions.retry}</Button>}
        {canDownload && <Button onClick={download}>{texts.actions.download}</Button>}
      </MessageBarActions>
    </MessageBar>
  );
}
