/** What is heard of a worker. */
export interface WorkerListener<Heard> {
  readonly onMessage: (message: Heard) => void;
  /** The worker is gone. isMissing: it never came up. */
  readonly onFailure: (isMissing: boolean) => void;
}

export interface StartedWorker<Said> {
  send(message: Said): void;
  /** Ends the worker, whatever it is doing. Nothing is heard of it from then on. */
  end(): void;
}

/** Starts the worker in the script beside the page. Throws where there are no workers. */
export function startWorker<Said, Heard>(
  script: string,
  { onMessage, onFailure }: WorkerListener<Heard>,
): StartedWorker<Said> {
  const worker = new Worker(new URL(script, document.baseURI));
  let hasSpoken = false;
  worker.onmessage = ({ data }: MessageEvent<Heard>) => {
    hasSpoken = true;
    onMessage(data);
  };
  const failed = (event: Event): void => {
    event.preventDefault();
    worker.terminate();
    onFailure(!hasSpoken);
  };
  worker.onerror = failed;
  worker.onmessageerror = failed;
  return {
    send(message) {
      worker.postMessage(message);
    },
    end() {
      worker.onmessage = worker.onerror = worker.onmessageerror = null;
      worker.terminate();
    },
  };
}
