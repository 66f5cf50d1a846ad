import { makeStyles, MessageBar, MessageBarBody, tokens } from "@fluentui/react-components";
import { type JSX, useMemo, useSyncExternalStore } from "react";
import { HostError } from "../data/host-error";
import { hostSentence } from "../strings/host-sentence";
import type { StandaloneTexts } from "../strings/standalone.vi";
import type { DocumentState, DocumentStore } from "./document-store";
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
  const { view, sheet: front } = state;
  const shown = useMemo(() => readShown(view, front, language, texts), [view, front, language, texts]);
  const tab = view.sheets[front];
  const active = state.cells.get(tab?.name ?? "") ?? firstCell;

  const follow = (sheet: SheetView, place: CellPlace): void => {
    const link = sheet.linkAt(place.row, place.column);
    if (!link) return;
    const index =
      link.sheet === null
        ? front
        : view.sheets.findIndex(({ name }) => name.toLowerCase() === link.sheet?.toLowerCase());
    if (index < 0) return;
    store.selectHere(place);
    store.showSheet(index);
    store.selectHere({ row: link.row, column: link.column });
  };

  return (
    <div className={styles.panel}>
      <div role="tabpanel" id={panelId} aria-labelledby={sheetTabId(front)} className={styles.sheet}>
        {typeof shown === "string" ? (
          <div className={styles.notice}>
            <MessageBar intent="error" layout="multiline">
              <MessageBarBody>{shown}</MessageBarBody>
            </MessageBar>
          </div>
        ) : (
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
              date1904={view.date1904}
              texts={texts}
              onSelect={store.selectHere}
              onFollow={(place) => {
                follow(shown, place);
              }}
            />
          </>
        )}
      </div>
      <SheetTabs sheets={view.sheets} front={front} texts={texts} panelId={panelId} onShow={store.showSheet} />
    </div>
  );
}

/** The sheet in front, or a sentence about why it cannot be shown. */
function readShown(
  view: DocumentState["view"],
  index: number,
  language: Language,
  texts: StandaloneTexts,
): SheetView | string {
  try {
    return view.sheet(index);
  } catch (error) {
    if (error instanceof HostError) return hostSentence(error.failure, language);
    return texts.sheetBroken(view.sheets[index]?.name ?? "");
  }
}
