import { makeStyles, MessageBar, MessageBarBody, Spinner, tokens } from "@fluentui/react-components";
import { type JSX, useSyncExternalStore } from "react";
import { HostError } from "../data/host-error";
import { hostSentence } from "../strings/host-sentence";
import type { StandaloneTexts } from "../strings/standalone.vi";
import type { DocumentStore } from "./document-store";
import type { Language } from "./language";
import type { SheetView } from "../viewer/model/sheet-view";
import { FormulaBar } from "../viewer/drawing/formula-bar";
import { SheetGrid } from "../viewer/drawing/sheet-grid";
import type { CellPlace } from "../viewer/drawing/use-sheet-window";
import { SheetTabs, sheetTabId } from "../viewer/drawing/sheet-tabs";

const useStyles = makeStyles({
  panel: {
    display: "flex",
    flexDirection: "column",
    height: "100%",
    minWidth: 0,
    minHeight: 0,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  sheet: { display: "flex", flexDirection: "column", flexGrow: 1, minHeight: 0 },
  notice: { padding: "16px", flexGrow: 1 },
  reading: { justifyContent: "flex-start" },
});

const panelId = "sheet-panel";
const firstCell: CellPlace = { row: 0, column: 0 };

interface WorkbookPanelProps {
  readonly store: DocumentStore;
  readonly language: Language;
  readonly texts: StandaloneTexts;
}

/** The open workbook to look at: formula bar, the sheet in front, and the tabs of all. */
export function WorkbookPanel({ store, language, texts }: WorkbookPanelProps): JSX.Element {
  const styles = useStyles();
  const state = useSyncExternalStore(store.subscribe, store.getState);
  const { tabs, sheet: front, shown, failure } = state;
  const tab = tabs.sheets[front];
  const active = state.cells.get(tab?.name ?? "") ?? firstCell;

  const follow = (sheet: SheetView, place: CellPlace): void => {
    const link = sheet.linkAt(place.row, place.column);
    if (!link) return;
    const index =
      link.sheet === null
        ? front
        : tabs.sheets.findIndex(({ name }) => name.toLowerCase() === link.sheet?.toLowerCase());
    if (index < 0) return;
    store.selectHere(place);
    store.showSheet(index);
    store.selectHere({ row: link.row, column: link.column });
  };

  return (
    <div className={styles.panel}>
      <div role="tabpanel" id={panelId} aria-labelledby={sheetTabId(front)} className={styles.sheet}>
        {failure !== null && (
          <div className={styles.notice}>
            <MessageBar intent="error" layout="multiline">
              <MessageBarBody>{sentenceOf(failure, tab?.name ?? "", language, texts)}</MessageBarBody>
            </MessageBar>
          </div>
        )}
        {failure === null && shown === null && (
          <div className={styles.notice} role="status">
            <Spinner size="tiny" label={texts.readingSheet(tab?.name ?? "")} className={styles.reading} />
          </div>
        )}
        {failure === null && shown !== null && (
          <>
            <FormulaBar
              sheet={shown}
              place={active}
              texts={texts}
              onFollow={() => {
                follow(shown, active);
              }}
            />
            <SheetGrid
              // Another sheet begins with its own scroll position.
              key={tab?.name}
              sheet={shown}
              active={active}
              date1904={tabs.date1904}
              texts={texts}
              onSelect={store.selectHere}
              onLook={store.look}
              onFollow={(place) => {
                follow(shown, place);
              }}
            />
          </>
        )}
      </div>
      <SheetTabs sheets={tabs.sheets} front={front} texts={texts} panelId={panelId} onShow={store.showSheet} />
    </div>
  );
}

/** Why the sheet in front cannot be shown. */
function sentenceOf(failure: unknown, sheet: string, language: Language, texts: StandaloneTexts): string {
  return failure instanceof HostError ? hostSentence(failure.failure, language) : texts.sheetBroken(sheet);
}
