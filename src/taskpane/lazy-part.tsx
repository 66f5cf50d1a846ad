import { type ComponentType, lazy, type ReactElement, Suspense } from "react";

/** Something that can come before it is shown. */
export interface Loadable {
  /** Settled when it has come, with whatever it shows in turn. Rejects where it does not; it can be asked again. */
  readonly load: () => Promise<void>;
}

/**
 * A part of the page that is loaded after the page has come up, at the latest when it is shown. The module that shows
 * it declares it, and hands its load on as the load of the component that shows it, where that one is loaded too.
 */
export function lazyPart<Module, Props extends object>(
  load: () => Promise<Module>,
  component: (module: Module) => ((props: Props) => ReactElement | null) & Partial<Loadable>,
): ((props: Props) => ReactElement) & Loadable {
  const Loaded: ComponentType<Props> = lazy(async () => ({ default: component(await load()) }));
  function LazyPart(props: Props): ReactElement {
    return (
      <Suspense fallback={null}>
        <Loaded {...props} />
      </Suspense>
    );
  }
  return Object.assign(LazyPart, {
    load: async () => {
      await component(await load()).load?.();
    },
  });
}
