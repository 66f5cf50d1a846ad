/** Pictures of what a user sees: always into out/screenshots; into docs/images too when "npm run screenshots" asks. */
import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { projectFolder } from "./run-report";

const folder = join(projectFolder, "out/screenshots");
const guideFolder = join(projectFolder, "docs/images");

/** forGuide: the picture stands in docs/huong-dan.md under this name. */
export async function takePicture(page: Page, name: string, forGuide = false): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.png`);
  await page.screenshot({ path: file });
  if (forGuide && process.env["UPDATE_SCREENSHOTS"] === "1") {
    mkdirSync(guideFolder, { recursive: true });
    copyFileSync(file, join(guideFolder, `${name}.png`));
  }
}
