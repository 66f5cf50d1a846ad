import { Button, makeStyles, Select, tokens } from "@fluentui/react-components";
import { ArrowDownloadRegular, FolderOpenRegular, ShieldCheckmarkRegular } from "@fluentui/react-icons";
import type { JSX } from "react";
import type { StandaloneTexts } from "../strings/standalone.vi";
import type { Language } from "./language";

const useStyles = makeStyles({
  header: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "8px 12px",
    padding: "8px 12px",
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  names: { flex: "1 1 220px", minWidth: 0 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    overflowWrap: "anywhere",
  },
  unsaved: {
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase300,
  },
  promise: {
    display: "flex",
    alignItems: "flex-start",
    gap: "6px",
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  shield: { flexShrink: 0, fontSize: "16px", color: tokens.colorStatusSuccessForeground1 },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px" },
  language: { minWidth: "120px" },
});

const languageNames: Readonly<Record<Language, string>> = { vi: "Tiếng Việt", en: "English" };

export interface PageHeaderProps {
  readonly texts: StandaloneTexts;
  readonly language: Language;
  readonly fileName: string | null;
  readonly isUnsaved: boolean;
  readonly isBusy: boolean;
  readonly onLanguage: (language: Language) => void;
  readonly onChooseFile: () => void;
  readonly onOpenSample: () => void;
  readonly onDownload: () => void;
}

/** The file's name, what can be done with it, and the promise that it stays here. */
export function PageHeader(props: PageHeaderProps): JSX.Element {
  const { texts, language, fileName, isUnsaved, isBusy } = props;
  const styles = useStyles();
  return (
    <header className={styles.header}>
      <div className={styles.names}>
        <h1 className={styles.title}>
          {fileName ?? texts.pageTitle}
          {isUnsaved && <span className={styles.unsaved}> · {texts.unsaved}</span>}
        </h1>
        <p className={styles.promise}>
          <ShieldCheckmarkRegular className={styles.shield} aria-hidden />
          <span>{texts.nothingLeaves}</span>
        </p>
      </div>
      <div className={styles.actions}>
        <Button icon={<FolderOpenRegular />} disabledFocusable={isBusy} onClick={props.onChooseFile}>
          {texts.open}
        </Button>
        <Button appearance="subtle" disabledFocusable={isBusy} onClick={props.onOpenSample}>
          {texts.openSample}
        </Button>
        <Button
          appearance={isUnsaved ? "primary" : "secondary"}
          icon={<ArrowDownloadRegular />}
          disabledFocusable={fileName === null}
          onClick={props.onDownload}
        >
          {texts.download}
        </Button>
        <Select
          className={styles.language}
          aria-label={texts.language}
          value={language}
          onChange={(_, { value }) => {
            props.onLanguage(value === "en" ? "en" : "vi");
          }}
        >
          <option value="vi">{languageNames.vi}</option>
          <option value="en">{languageNames.en}</option>
        </Select>
      </div>
    </header>
  );
}
