import type { Command } from "./command";
import { reportCommand } from "./report-command";

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [reportCommand];
