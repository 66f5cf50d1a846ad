/** The worker in which a page computes formulas: one job, then it is ended. */
import { initSync, Model } from "@ironcalc/wasm";
import { computeJob } from "./compute-job";
import type { EngineJob } from "./engine";

async function compute(job: EngineJob): Promise<void> {
  const wasm = await fetch(new URL("ironcalc.wasm", location.href));
  initSync({ module: await wasm.arrayBuffer() });
  postMessage(computeJob(new Model("job", "en", "UTC", "en"), job));
}

addEventListener("message", ({ data }: MessageEvent<EngineJob>) => {
  compute(data).catch((error: unknown) => {
    // A promise's failure is not heard outside of the worker; an error thrown by itself is.
    setTimeout(() => {
      throw error;
    });
  });
});
