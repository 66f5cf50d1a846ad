import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";

const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe-core holds to be serious or critical; tabster's own focus guards are hidden on purpose. */
export async function seriousFaults(page: Page): Promise<readonly string[]> {
  await stillness(page);
  await page.evaluate(`${axeSource};0`);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(context: unknown): Promise<{ violations: readonly Violation[] }> };
    };
    const { violations } = await axe.run({ exclude: [["[data-tabster-dummy]"]] });
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  });
}

/** Until nothing fades or slides any more: a button half-way between two colours has neither's contrast. */
async function stillness(page: Page): Promise<void> {
  const isMoving = (): Promise<boolean> =>
    page.evaluate(() =>
      document
        .getAnimations()
        .some(({ playState, effect }) => playState === "running" && effect?.getComputedTiming().endTime !== Infinity),
    );
  for (let calm = 0; calm < 3; calm = (await isMoving()) ? 0 : calm + 1) await page.waitForTimeout(100);
}
