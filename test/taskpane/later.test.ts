import { later, loadInBackground } from "../../src/taskpane/later";

it("loads every part, those which become known with another, and goes on where one fails", async () => {
  const loaded: string[] = [];
  later(() => Promise.reject(new Error("no network")));
  later(async () => {
    loaded.push("tab");
    await Promise.resolve();
    later(() => Promise.resolve(loaded.push("dialog")));
  });
  await loadInBackground();
  expect(loaded).toEqual(["tab", "dialog"]);
});
