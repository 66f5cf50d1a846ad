/** @jest-environment jsdom */
import { render, screen } from "@testing-library/react";
import type { ReactElement } from "react";
import { lazyPart } from "../../src/taskpane/lazy-part";
import { paneTabs } from "../../src/taskpane/tabs";
import { paneTextsEn } from "../../src/strings/pane.en";
import { paneTextsVi } from "../../src/strings/pane.vi";

it("loads a part with those which it shows in turn", async () => {
  const loaded: string[] = [];
  const dialog = lazyPart(
    () => Promise.resolve(loaded.push("dialog")),
    () => () => null,
  );
  const Tab = Object.assign(() => null, { load: dialog.load });
  const tab = lazyPart(
    () => Promise.resolve(loaded.push("tab")),
    () => Tab,
  );
  await tab.load();
  expect(loaded).toEqual(["tab", "dialog"]);
});

it("a part that did not come is asked for again when it is shown", async () => {
  let tries = 0;
  const part = (): Promise<() => ReactElement> =>
    (tries += 1) === 1 ? Promise.reject(new Error("no network")) : Promise.resolve(() => <p>here</p>);
  const Part = lazyPart(part, (component) => component);
  await expect(Part.load()).rejects.toThrow("no network");
  render(<Part />);
  expect((await screen.findByText("here")).tagName).toBe("P");
  expect(tries).toBe(2);
});

it("every tab has its words in both languages, no words are without a tab, and each comes in the background", () => {
  const keys = paneTabs.map(({ key }) => key);
  expect(new Set(keys)).toEqual(new Set(Object.keys(paneTextsVi.tabs)));
  expect(new Set(keys)).toEqual(new Set(Object.keys(paneTextsEn.tabs)));
  for (const { key, view } of paneTabs) expect([key, typeof view.load]).toEqual([key, "function"]);
});
