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
