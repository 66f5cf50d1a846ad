/** Pictures of what a user sees, taken when "npm run screenshots" asks: no test waits for one, none hangs on one. */
import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { projectFolder } from "./run-report";

const folder = join(projectFolder, "out/screenshots");
const guideFolder = join(projectFolder, "docs/images");

export const picturesAreWanted = process.env["UPDATE_SCREENSHOTS"] === "1";

/** forGuide: the picture stands in docs/huong-dan.md under this name. */
export async function takePicture(page: Page, name: string, forGuide = false): Promise<void> {
  if (!picturesAreWanted) return;
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.png`);
  await page.screenshot({ path: file });
  if (forGuide) {
    mkdirSync(guideFolder, { recursive: true });
    copyFileSync(file, join(guideFolder, `${name}.png`));
  }
}
