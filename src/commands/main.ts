/* eslint-disable no-restricted-globals -- an entry point: it hands Office's commands and dialog to run-command. */
import { openExcel } from "../hosts/excel/excel-workbook";
import { commandIds } from "./command-ids";
import { createCommands } from "./run-command";

const commands = createCommands({ openWorkbook: openExcel, tell: showSentence });

// Known to Office before it is ready, or the first click on a button can be lost.
for (const id of Object.values(commandIds)) {
  Office.actions.associate(id, (event: Office.AddinCommands.Event) => {
    void Office.onReady().then(() => commands[id](event));
  });
}

/** Office ends a command that has not completed after 5 minutes; in milliseconds. */
const longestDialog = 4 * 60_000;

/**
 * A small dialog with the sentence: a function command has no page of its own, and where the workbook could not be
 * written (a cell in edit mode, a protected workbook) this is the one way that every build has (DialogApi 1.1).
 * Lasts until the dialog is closed: completing the command ends its page, and the dialog with it.
 */
function showSentence(sentence: string): Promise<void> {
  const page = new URL("message.html", window.location.href);
  page.hash = encodeURIComponent(sentence);
  return new Promise((resolve) => {
    // In Excel on the web a frame needs no leave to open a window.
    const options = { width: 30, height: 20, displayInIframe: true };
    Office.context.ui.displayDialogAsync(page.href, options, ({ status, value: dialog }) => {
      if (status !== Office.AsyncResultStatus.Succeeded) {
        resolve();
        return;
      }
      dialog.addEventHandler(Office.EventType.DialogEventReceived, () => {
        resolve();
      });
      setTimeout(() => {
        dialog.close();
        resolve();
      }, longestDialog);
    });
  });
}
