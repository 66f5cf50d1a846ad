import { calculateAndWrite, describeFailures, fresh, step } from "../failing-excel";

describeFailures("the first calculation", { prepared: fresh, run: calculateAndWrite, every: step });
