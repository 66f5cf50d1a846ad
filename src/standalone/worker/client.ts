/**
 * The page's side of the worker. It holds the file as it is now: when the user stops the work, or the worker breaks
 * down, that worker is ended and another one opens the same file, so nothing that was written is lost and nothing that
 * was being written remains.
 */
import { errorOf } from "../../app/plain-failure";
import type { Progress } from "../../app/run-calculation";
import { Stopped, type WorkOptions } from "../../app/workbook-service";
import { failure } from "../../data/host-error";
import type { Answer, Arguments, Changed, Question, Reply, RequestName, StartLink, Tabs, WorkerLink } from "./requests";

export interface WorkerClient {
  /** Rejects with a HostError, with Stopped, or with an Error that no sentence is made for. */
  ask<Name extends RequestName>(name: Name, args: Arguments<Name>, options?: WorkOptions): Promise<Answer<Name>>;
  /** The file as it is now. */
  bytes(): Uint8Array;
  /** Called with every change of the workbook, before the request that made it is answered. */
  onChanged(listener: (changed: Changed) => void): void;
  /** The file is no longer looked at. */
  close(): void;
}

interface Waiting {
  readonly question: Question;
  readonly onProgress: ((progress: Progress) => void) | undefined;
  readonly resolve: (answer: Answer<RequestName>) => void;
  readonly reject: (error: unknown) => void;
}

/** Opens a file in a worker; rejects as "ask" does. */
export async function openInWorker(
  bytes: Uint8Array,
  start: StartLink,
  options: WorkOptions = {},
): Promise<{ readonly client: WorkerClient; readonly tabs: Tabs }> {
  const client = createClient(bytes, start);
  try {
    return { client, tabs: await client.ask("open", [bytes, false], options) };
  } catch (error) {
    client.close();
    throw error;
  }
}

function createClient(opened: Uint8Array, start: StartLink): WorkerClient {
  let bytes = opened;
  let link: WorkerLink | null = null;
  let latest = 0;
  let onChanged: (changed: Changed) => void = () => undefined;
  const waiting = new Map<number, Waiting>();

  function receive(reply: Reply): void {
    const asked = waiting.get(reply.id);
    if (reply.kind === "progress") {
      asked?.onProgress?.(reply.progress);
      return;
    }
    if (asked === undefined) return;
    waiting.delete(reply.id);
    if (reply.changed !== null) {
      bytes = reply.changed.bytes ?? bytes;
      onChanged(reply.changed);
    }
    if (reply.kind === "answer") asked.resolve(reply.answer);
    else asked.reject(errorOf(reply.failure));
  }

  function fail(isMissing: boolean): void {
    link = null;
    const error = failure(isMissing ? "workerMissing" : "workerStopped");
    const all = [...waiting.values()];
    waiting.clear();
    for (const { reject } of all) reject(error);
  }

  function send(question: Question): void {
    if (link === null) {
      link = start({ onMessage: receive, onFailure: fail });
      // Nobody waits for this answer: a file that was open once opens again.
      if (question.name !== "open") link.send({ id: 0, name: "open", args: [bytes, true] });
    }
    link.send(question);
  }

  function end(): void {
    link?.end();
    link = null;
  }

  /** Another worker goes on with what else was asked. */
  function stop(id: number): void {
    const asked = waiting.get(id);
    if (asked === undefined) return;
    waiting.delete(id);
    end();
    asked.reject(new Stopped());
    for (const { question } of waiting.values()) send(question);
  }

  return {
    bytes: () => bytes,
    onChanged(listener) {
      onChanged = listener;
    },
    ask: (name, args, { signal, onProgress } = {}) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted === true) {
          reject(new Stopped());
          return;
        }
        const id = ++latest;
        const question: Question<typeof name> = { id, name, args };
        waiting.set(id, { question, onProgress, resolve: resolve as Waiting["resolve"], reject });
        send(question);
        signal?.addEventListener("abort", () => {
          stop(id);
        });
      }),
    close() {
      end();
      waiting.clear();
    },
  };
}
