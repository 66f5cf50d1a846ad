import { calculateAndWrite, describeFailures, step, withReport } from "../failing-excel";

describeFailures("a calculation in place", { prepared: withReport, run: calculateAndWrite, every: step });
