import { plainFailure } from "../../app/plain-failure";
import type { OpenWorkbook } from "./open-workbook";
import type { Question, Reply } from "./requests";

/** Answers one question; what is posted may take the bytes of the file along. Never rejects. */
export async function reply(
  workbook: OpenWorkbook,
  { id, name, args }: Question,
  post: (reply: Reply, transfer: readonly ArrayBufferLike[]) => void,
): Promise<void> {
  const end = (
    outcome:
      | Pick<Reply & { kind: "answer" }, "kind" | "answer">
      | Pick<Reply & { kind: "failure" }, "kind" | "failure">,
  ): void => {
    const changed = workbook.takeChanged();
    // A copy: those that the workbook goes on with would be gone from here.
    const bytes = changed?.bytes ? new Uint8Array(changed.bytes) : null;
    post({ ...outcome, id, changed: changed && { ...changed, bytes } }, bytes === null ? [] : [bytes.buffer]);
  };
  try {
    const answer = await workbook.answer(name, args, (progress) => {
      post({ id, kind: "progress", progress }, []);
    });
    end({ kind: "answer", answer });
  } catch (error) {
    end({ kind: "failure", failure: plainFailure(error) });
  }
}
