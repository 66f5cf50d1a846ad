import { join } from "node:path";
import { numberIn, type Part } from "./part";
import { programSeconds } from "./processes";

const projects = ["unit", "contract", "e2e", "fuzz"] as const;

export const suites: Part = {
  about: "CPU of the test suites with all that they start, against the build's",
  rounds: 1,
  long: true,
  measure: ({ root }) => {
    const bin = (name: string): string => join(root, "node_modules", name);
    const build = programSeconds(process.execPath, [bin("webpack/bin/webpack.js")], root);
    const numbers: Record<string, number> = { build };
    for (const project of projects) {
      numbers[project] = programSeconds(process.execPath, [bin("jest/bin/jest.js"), "--selectProjects", project], root);
    }
    return numbers;
  },
  lines: (numbers) => {
    const ofBuild = (...names: readonly string[]): number =>
      names.reduce((sum, name) => sum + numberIn(numbers, name), 0) / numberIn(numbers, "build");
    return [
      ...projects.map((name) => ({ name: `${name} / build, CPU`, value: ofBuild(name), goal: null })),
      // Two minutes, and eight less build and lint, on two cores, where the build takes 29 s of one.
      { name: "unit and contract / build, CPU", value: ofBuild("unit", "contract"), goal: 8.3 },
      { name: "all suites / build, CPU", value: ofBuild(...projects), goal: 30 },
    ];
  },
};
