"use strict";
const Sequencer = require("@jest/test-sequencer").default;

/**
 * What costs most, by CPU seconds with all that it starts. jest orders by how long files took the last time, but a clean
 * clone has no last time and goes by their sizes: a long file that starts last leaves the other core idle.
 */
const heaviest = [
  "e2e/awkward.test.ts",
  "e2e/pane.test.ts",
  "e2e/random.test.ts",
  "contract/same-result.test.ts",
  "e2e/command-line.test.ts",
  "standalone/page.e2e.test.ts",
  "e2e/small-files.test.ts",
  "fuzz/fuzz.test.ts",
  "e2e/stale-line.test.ts",
  "fixtures/awkward.test.ts",
  "independent/recalculate.test.ts",
  "taskpane/pane.test.tsx",
  "contract/stale.test.ts",
  "formula/formula-trial/formula-trial.test.ts",
  "long-texts.test.ts",
  "circles.test.ts",
  "contract/failures/short-report.test.ts",
  "contract/failures/among-others-odd.test.ts",
  "contract/failures/among-others-even.test.ts",
  "contract/requests.test.ts",
];

class HeaviestFirst extends Sequencer {
  sort(tests) {
    const placeOf = ({ path }) => {
      const place = heaviest.findIndex((name) => path.split(/[\\/]/).join("/").endsWith(`/test/${name}`));
      return place < 0 ? heaviest.length : place;
    };
    // The others as jest has them.
    return super.sort(tests).sort((one, other) => placeOf(one) - placeOf(other));
  }
}

module.exports = HeaviestFirst;
