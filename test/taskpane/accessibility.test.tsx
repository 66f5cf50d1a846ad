/** @jest-environment jsdom */
import { fireEvent, screen } from "@testing-library/react";
import axe from "axe-core";
import { faultyWorkbook, rightWorkbook, textWorkbook } from "../app/workbooks";
import { openPane } from "./pane-helper";

/** Colours are looked at in Chromium: jsdom has none. */
async function violations(): Promise<readonly string[]> {
  const { violations: found } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } });
  return found
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

const tab = async (name: RegExp): Promise<void> => {
  fireEvent.click(await screen.findByRole("tab", { name }));
};

test("the overview has no serious barrier", async () => {
  openPane(rightWorkbook());
  fireEvent.click(await screen.findByRole("button", { name: "Đơn vị (2)" }));
  expect(await violations()).toEqual([]);
});

test("the findings have none", async () => {
  openPane(faultyWorkbook());
  await tab(/Kiểm tra/);
  await screen.findByRole("list", { name: "Các mục đã phát hiện" });
  expect(await violations()).toEqual([]);
});

test("the preview of repairs has none", async () => {
  openPane(textWorkbook());
  await tab(/Kiểm tra/);
  fireEvent.click(await screen.findByRole("button", { name: /^Sửa tất cả/ }));
  await screen.findByRole("dialog");
  expect(await violations()).toEqual([]);
});

test("the ranking has none", async () => {
  openPane(rightWorkbook());
  fireEvent.click(await screen.findByRole("button", { name: "Tính chỉ số" }));
  await screen.findByRole("table");
  expect(await violations()).toEqual([]);
});

test("the settings have none", async () => {
  openPane(rightWorkbook());
  await tab(/Thiết lập/);
  await screen.findByRole("radio", { name: "Liền kề (1, 1, 2)" });
  expect(await violations()).toEqual([]);
});
