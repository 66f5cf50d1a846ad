import { type ComponentType, lazy, type ReactElement, Suspense } from "react";
import { later } from "./later";

/** A part of the page that is loaded after the page has come up (see later.ts), at the latest when it is shown. */
export function lazyPart<Module, Props extends object>(
  load: () => Promise<Module>,
  component: (module: Module) => (props: Props) => ReactElement | null,
): (props: Props) => ReactElement {
  const loadPart = later(load);
  const Loaded: ComponentType<Props> = lazy(async () => ({ default: component(await loadPart()) }));
  return function LazyPart(props) {
    return (
      <Suspense fallback={null}>
        <Loaded {...props} />
      </Suspense>
    );
  };
}
