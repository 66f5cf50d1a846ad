import type { Reply, StartLink } from "./requests";

/** Beside the page: its service worker answers for it where there is no network (keep-for-offline). */
export const workerAddress = "standalone-workbook.js";

/** Starts a worker of the page's own. */
export const startWorker: StartLink = ({ onReply, onFailure }) => {
  const worker = new Worker(new URL(workerAddress, document.baseURI));
  let hasAnswered = false;
  worker.onmessage = ({ data }: MessageEvent<Reply>) => {
    hasAnswered = true;
    onReply(data);
  };
  const failed = (event: Event): void => {
    event.preventDefault();
    worker.terminate();
    onFailure(!hasAnswered);
  };
  worker.onerror = failed;
  worker.onmessageerror = failed;
  return {
    send(question) {
      worker.postMessage(question);
    },
    end() {
      worker.onmessage = worker.onerror = worker.onmessageerror = null;
      worker.terminate();
    },
  };
};
