import { describeFailures, fresh, writeShortReport } from "../failing-excel";

describeFailures("a short report", { prepared: fresh, run: writeShortReport, every: 1 });
