import { describeFailures, withOtherSheets, writeShortReport } from "../failing-excel";

// The other half of among-others-odd.
describeFailures("a short report among other sheets of ours", {
  prepared: withOtherSheets,
  run: writeShortReport,
  first: 2,
  every: 2,
});
