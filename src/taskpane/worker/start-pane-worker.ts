import type { ToPane } from "./messages";
import type { StartPaneWorker } from "./pane-side";

/** Beside the pane's page, wherever an office serves it. */
export const startPaneWorker: StartPaneWorker = ({ onMessage, onFailure }) => {
  const worker = new Worker(new URL("taskpane-worker.js", document.baseURI));
  let hasSpoken = false;
  worker.onmessage = ({ data }: MessageEvent<ToPane>) => {
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
};
