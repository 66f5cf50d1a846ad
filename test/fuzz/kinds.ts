import { defects } from "./defects/defects";
import type { LoadExcelize } from "./evaluate";
import { mutators } from "./mutators/mutators";
import { relations } from "./relations/relations";
import type { FuzzKind } from "./run-cases";

export function fuzzKinds(engine: LoadExcelize): readonly FuzzKind[] {
  return [mutators(engine), relations(engine), defects(engine)];
}
