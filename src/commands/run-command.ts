/** What the ribbon's buttons do without the pane. What there is to say is said in the workbook, or by "tell". */
import { inspect } from "../app/inspect";
import { runCalculation } from "../app/run-calculation";
import { writeFindings } from "../app/write-findings";
import { HostError } from "../data/host-error";
import type { WorkbookHost } from "../hosts/host";
import { hostSentence } from "../strings/host-sentence";
import { paneTextsVi } from "../strings/pane.vi";
import { type CommandId, commandIds } from "./command-ids";

/** The part of Office.AddinCommands.Event that matters: until it is completed Excel shows the command as running. */
export interface CommandEvent {
  completed(): void;
}

export interface CommandSurroundings {
  readonly openWorkbook: () => WorkbookHost;
  /** Shows one sentence to the user, where nothing could be written into the workbook. */
  readonly tell: (sentence: string) => Promise<void>;
}

/**
 * One function per command. While one runs, a further press (a double click, or another of the buttons) does nothing.
 * The event is always completed, whatever happens.
 */
export function createCommands(
  surroundings: CommandSurroundings,
): Readonly<Record<CommandId, (event: CommandEvent) => Promise<void>>> {
  let isRunning = false;
  const guarded =
    (work: (host: WorkbookHost) => Promise<void>) =>
    async (event: CommandEvent): Promise<void> => {
      try {
        if (isRunning) return;
        isRunning = true;
        const sentence = await Promise.resolve()
          .then(() => work(surroundings.openWorkbook()))
          .then(() => null, sentenceOf)
          // The user may press again while the sentence is still being shown.
          .finally(() => {
            isRunning = false;
          });
        if (sentence !== null) await surroundings.tell(sentence);
      } catch {
        // Not even the sentence could be shown: there is nothing left to say it with.
      } finally {
        event.completed();
      }
    };
  return {
    [commandIds.calculate]: guarded((host) => calculateOrShowFindings(host, false)),
    [commandIds.provisional]: guarded((host) => calculateOrShowFindings(host, true)),
    [commandIds.check]: guarded(checkOnly),
  };
}

function sentenceOf(error: unknown): string {
  return error instanceof HostError ? hostSentence(error.failure, "vi") : paneTextsVi.notices.unexpected;
}

/** Writes the report and shows its first sheet; where errors block it, Kiểm tra số liệu, whose first line says what to do. */
async function calculateOrShowFindings(host: WorkbookHost, provisional: boolean): Promise<void> {
  const outcome = await runCalculation(host, { provisional });
  if (outcome.kind === "blocked" || outcome.kind === "nothing") {
    await writeFindings(host, outcome.inspection, true);
  }
}

async function checkOnly(host: WorkbookHost): Promise<void> {
  await writeFindings(host, await inspect(host), true);
}
