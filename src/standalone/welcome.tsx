import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { FolderOpenRegular } from "@fluentui/react-icons";
import type { JSX } from "react";
import type { StandaloneTexts } from "../strings/standalone.vi";

const useStyles = makeStyles({
  room: {
    flexGrow: 1,
    display: "flex",
    alignItems: "center",
    justifyContent: "center",
    padding: "24px 16px",
    color: tokens.colorNeutralForeground1,
  },
  card: {
    maxWidth: "520px",
    padding: "32px 24px",
    textAlign: "center",
    border: `2px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  title: { margin: "0 0 8px", fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  text: { margin: "0 0 20px", fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase400 },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px", justifyContent: "center" },
});

/** What the page shows before a file is open. */
export function Welcome(props: {
  readonly texts: StandaloneTexts;
  readonly onChooseFile: () => void;
  readonly onOpenSample: () => void;
}): JSX.Element {
  const { texts, onChooseFile, onOpenSample } = props;
  const styles = useStyles();
  return (
    <main className={styles.room}>
      <div className={styles.card}>
        <h2 className={styles.title}>{texts.welcomeTitle}</h2>
        <p className={styles.text}>{texts.welcomeText}</p>
        <div className={styles.actions}>
          <Button appearance="primary" size="large" icon={<FolderOpenRegular />} onClick={onChooseFile}>
            {texts.open}
          </Button>
          <Button size="large" onClick={onOpenSample}>
            {texts.openSample}
          </Button>
        </div>
      </div>
    </main>
  );
}
