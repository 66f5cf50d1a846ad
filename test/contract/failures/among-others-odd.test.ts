import { describeFailures, withOtherSheets, writeShortReport } from "../failing-excel";

// Each action fails, here the first, the third and so on: by halves, for two workers.
describeFailures("a short report among other sheets of ours", {
  prepared: withOtherSheets,
  run: writeShortReport,
  first: 1,
  every: 2,
});
