/** @jest-environment jsdom */
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { runCalculation } from "../../src/app/run-calculation";
import { failure } from "../../src/data/host-error";
import { readChangeRecord } from "../../src/workbook/change-record";
import { createMemoryHost, valueAt } from "../app/memory-host";
import { faultyWorkbook, rightWorkbook, textWorkbook, withInformation } from "../app/workbooks";
import { sheet, smallTable } from "../workbook/grids";
import { openPane } from "./pane-helper";

const button = (name: string | RegExp): Promise<HTMLElement> => screen.findByRole("button", { name });
const press = async (name: string | RegExp): Promise<void> => {
  fireEvent.click(await button(name));
};
const openTab = async (name: string | RegExp): Promise<void> => {
  fireEvent.click(await screen.findByRole("tab", { name }));
};
/** What the live region says. */
const announced = (): string => screen.getByRole("status").textContent;

test("the overview says what the program sees: groups, areas, agencies, and sheets left out with their reason", async () => {
  openPane([...rightWorkbook(), sheet("Ghi chú", [["Việc cần làm"]])]);
  await screen.findByText("2 đơn vị · 2 lĩnh vực");
  await screen.findByText("Số liệu không có lỗi, có thể tính chỉ số.");
  expect(screen.queryByText("Sở Nội vụ")).toBeNull();
  await press("Đơn vị (2)");
  await screen.findByText("Sở Nội vụ");
  await press("Lĩnh vực (2)");
  await screen.findByText("60 điểm");
  await press("Trang tính: đọc 1/2");
  await screen.findByText("Không đọc: bỏ qua: không giống bảng nào của tệp chấm điểm");
});

test("a workbook without tables says what is needed", async () => {
  openPane([sheet("Sheet1", [])]);
  await screen.findByText("Tệp này chưa có bảng chấm điểm để tính.");
});

test("a workbook that cannot be read shows the host's sentence, and reads when tried again", async () => {
  const host = createMemoryHost(rightWorkbook());
  host.failNext("readSheets");
  openPane([], { host });
  await screen.findByText("Chưa đọc được tệp");
  expect(
    within(screen.getByRole("main")).getByText(
      "Excel đang ở chế độ sửa ô: hãy nhấn Enter để kết thúc sửa ô rồi thử lại.",
    ),
  ).not.toBeNull();
  await press("Thử lại");
  await screen.findByText("2 đơn vị · 2 lĩnh vực");
});

test("findings can be filtered by severity and by text, and one click selects the cell", async () => {
  const host = openPane([smallTable({ "Sở Nội vụ": [null, 35, "39"], "Sở Tư pháp": [20, 99, 35] })]);
  await openTab(/Kiểm tra số liệu/);
  const list = await screen.findByRole("list", { name: "Các mục đã phát hiện" });
  expect(within(list).getAllByRole("listitem")).toHaveLength(3);
  await press("Cảnh báo 1");
  expect(within(screen.getByRole("list", { name: "Các mục đã phát hiện" })).getAllByRole("listitem")).toHaveLength(1);
  await press("Cảnh báo 1");
  fireEvent.change(screen.getByRole("searchbox"), { target: { value: "tu phap" } });
  const shown = within(screen.getByRole("list", { name: "Các mục đã phát hiện" })).getAllByRole("listitem");
  expect(shown).toHaveLength(1);
  await press("Bảng điểm · ô E4");
  await waitFor(() => {
    expect(host.selected).toEqual(["Bảng điểm!E4"]);
  });
  fireEvent.change(screen.getByRole("searchbox"), { target: { value: "không có gì như vậy" } });
  await screen.findByText("Không có mục nào khớp với bộ lọc.");
  await press("Bỏ lọc");
  expect(within(screen.getByRole("list", { name: "Các mục đã phát hiện" })).getAllByRole("listitem")).toHaveLength(3);
});

test("a cell that is gone is said in the host's sentence", async () => {
  const host = openPane(faultyWorkbook());
  await openTab(/Kiểm tra số liệu/);
  host.failNext("selectCell", failure("sheetGone", { sheet: "Bảng điểm" }));
  await press("Bảng điểm · ô E4");
  await waitFor(() => {
    expect(announced()).toMatch(/^Không còn trang tính “Bảng điểm” trong sổ tính/);
  });
});

test("of many findings those near the window are there, and each says which of how many it is", async () => {
  const agencies = Object.fromEntries(
    Array.from({ length: 120 }, (_, at) => [`Xã ${String(at + 1)}`, [99, 40, 40] as const]),
  );
  openPane([smallTable(agencies)]);
  await openTab(/Kiểm tra số liệu/);
  const list = await screen.findByRole("list", { name: "Các mục đã phát hiện" });
  const items = within(list)
    .getAllByRole("listitem")
    .filter((item) => item.hasAttribute("aria-posinset"));
  expect(items).toHaveLength(30);
  expect(items[29]?.getAttribute("aria-posinset")).toBe("30");
  expect(items[29]?.getAttribute("aria-setsize")).toBe("120");
  // The last one is found by what it says, wherever it stands.
  fireEvent.change(screen.getByRole("searchbox"), { target: { value: "xa 120" } });
  await within(screen.getByRole("list", { name: "Các mục đã phát hiện" })).findByText(/^Xã 120/);
});

test("of a long ranking the rows near the window are there; it says how long it is, and finds an agency", async () => {
  const agencies = Object.fromEntries(
    Array.from({ length: 120 }, (_, at) => [`Xã ${String(at + 1)}`, [20, 40, 40 - at / 4] as const]),
  );
  openPane([smallTable(agencies)]);
  await press("Tính chỉ số");
  const table = await screen.findByRole("table");
  expect(table.getAttribute("aria-rowcount")).toBe("122");
  const rows = (): readonly HTMLElement[] =>
    within(table)
      .getAllByRole("row")
      .filter((row) => row.dataset["index"]);
  expect(rows()).toHaveLength(30);
  expect(rows()[29]?.getAttribute("aria-rowindex")).toBe("31");
  fireEvent.change(screen.getByRole("searchbox"), { target: { value: "xa 117" } });
  expect(rows().map((row) => row.textContent)).toEqual([expect.stringMatching(/^117Xã 117/)]);
  await screen.findByText("Tìm thấy 1 đơn vị.");
});

test("all repairs are shown old and new before anything changes, and nothing changes when they are declined", async () => {
  const host = openPane(textWorkbook());
  await openTab(/Kiểm tra số liệu/);
  await press("Sửa tất cả 2 ô sửa được…");
  const dialog = await screen.findByRole("dialog");
  within(dialog).getByText("từ “18,5” thành 18,5");
  within(dialog).getByText("từ “30 điểm” thành 30");
  fireEvent.click(within(dialog).getByRole("button", { name: "Không sửa" }));
  await waitFor(() => {
    expect(screen.queryByRole("dialog")).toBeNull();
  });
  expect(host.calls).not.toContain("changeCells");
});

test("accepted repairs change the cells, are recorded, and leave the list", async () => {
  const host = openPane(textWorkbook());
  await openTab(/Kiểm tra số liệu/);
  await press("Sửa tất cả 2 ô sửa được…");
  fireEvent.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Sửa 2 ô" }));
  await screen.findByText("Không phát hiện vấn đề nào.");
  expect(valueAt(host.grids(), "Bảng điểm", "E4")).toBe(30);
  expect(readChangeRecord(host.grids())).toHaveLength(2);
  expect(announced()).toBe("Đã sửa 2 ô và ghi vào bảng Các giá trị đã sửa.");
});

test("one finding can be repaired alone", async () => {
  const host = openPane(textWorkbook());
  await openTab(/Kiểm tra số liệu/);
  await press("Sửa: “30 điểm” → 30");
  fireEvent.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Sửa 1 ô" }));
  await waitFor(() => {
    expect(valueAt(host.grids(), "Bảng điểm", "E4")).toBe(30);
  });
  expect(valueAt(host.grids(), "Bảng điểm", "D3")).toBe("18,5");
});

test("Tính chỉ số leads to the ranking, with the keyboard at its heading", async () => {
  const host = openPane(rightWorkbook());
  await press("Tính chỉ số");
  const table = await screen.findByRole("table");
  expect(host.written).toHaveLength(1);
  const rows = within(table)
    .getAllByRole("row")
    .map((row) => row.textContent);
  expect(rows[1]).toMatch(/^1Sở Nội vụ.*92$/);
  expect(rows[2]).toMatch(/^2Sở Tư pháp.*85$/);
  await waitFor(() => {
    expect(document.activeElement?.textContent).toBe("Kết quả");
  });
  expect(announced()).toBe("Đã tính xong và ghi 5 trang báo cáo.");
});

test("a double click on Tính chỉ số runs once", async () => {
  const host = openPane(rightWorkbook());
  const calculate = await button("Tính chỉ số");
  act(() => {
    calculate.click();
    calculate.click();
  });
  await screen.findByRole("table");
  expect(host.written).toHaveLength(1);
});

test("errors block Tính chỉ số: nothing is written, and the errors are shown with what to do", async () => {
  const host = openPane(faultyWorkbook());
  await press("Tính chỉ số");
  await screen.findByRole("list", { name: "Các mục đã phát hiện" });
  expect(host.written).toHaveLength(0);
  expect(announced()).toMatch(/^Còn 2 lỗi nên chưa tính chính thức/);
  expect(screen.getByRole("button", { name: "Lỗi 2" }).getAttribute("aria-pressed")).toBe("true");
});

test("Tính tạm computes in spite of errors and says how many entries count as 0", async () => {
  openPane(faultyWorkbook());
  await press("Tính tạm");
  await screen.findByText("SỐ LIỆU TẠM TÍNH: 2 ô điểm trống hoặc có lỗi được coi là 0 điểm.");
});

test("a calculation can be cancelled while the workbook is being read, and then again be started", async () => {
  const host = openPane(rightWorkbook());
  await screen.findByText("2 đơn vị · 2 lĩnh vực");
  const release = host.hold("readSheets");
  await press("Tính chỉ số");
  const cancel = await button("Hủy");
  await waitFor(() => {
    expect(document.activeElement).toBe(cancel);
  });
  fireEvent.click(cancel);
  await waitFor(() => {
    expect(announced()).toBe("Đã dừng. Tệp chưa thay đổi gì.");
  });
  release();
  expect(host.written).toHaveLength(0);
  expect(document.activeElement).toBe(await button("Tính chỉ số"));
  await press("Tính chỉ số");
  await screen.findByRole("table");
});

test("once writing has begun the button to cancel does nothing and says so", async () => {
  const host = openPane(rightWorkbook());
  await screen.findByText("2 đơn vị · 2 lĩnh vực");
  const release = host.hold("writeReport");
  await press("Tính chỉ số");
  await screen.findByText("Đang ghi báo cáo: 0/5 trang…");
  const cancel = await button("Hủy");
  expect(cancel.getAttribute("aria-disabled")).toBe("true");
  fireEvent.click(cancel);
  release();
  await screen.findByRole("table");
});

test("a failure to write is said with the host's sentence, and trying again does the same calculation", async () => {
  const host = openPane(faultyWorkbook());
  await screen.findByText("2 đơn vị · 2 lĩnh vực");
  host.failNext("writeReport", failure("sheetProtected", { sheet: "BC III.1" }));
  await press("Tính tạm");
  await waitFor(() => {
    expect(announced()).toMatch(/^Trang tính “BC III.1” đang được bảo vệ/);
  });
  await press("Thử lại");
  await screen.findByText(/^SỐ LIỆU TẠM TÍNH/);
});

test("the English pane says the host's failures in English", async () => {
  const host = createMemoryHost(rightWorkbook());
  host.failNext("readSheets");
  openPane([], { host, language: "en" });
  await screen.findByText("The workbook could not be read");
  expect(announced()).toBe("Excel is editing a cell: press Enter to finish editing, then try again.");
  await press("Try again");
  await screen.findByText("2 agencies · 2 areas");
  host.failNext("writeReport", failure("sheetProtected", { sheet: "BC III.1" }));
  await press("Calculate index");
  await waitFor(() => {
    expect(announced()).toMatch(/^The sheet “BC III.1” is protected/);
  });
});

test("an unexpected failure is a sentence without technical words", async () => {
  const host = openPane(rightWorkbook());
  await screen.findByText("2 đơn vị · 2 lĩnh vực");
  host.failNext("writeReport", new TypeError("x is not a function"));
  await press("Tính chỉ số");
  await waitFor(() => {
    expect(announced()).toMatch(/^Có lỗi ngoài dự kiến/);
  });
});

test("columns sort both ways, and the heading says which", async () => {
  openPane(rightWorkbook());
  await press("Tính chỉ số");
  const table = await screen.findByRole("table");
  const first = (): string | undefined => within(table).getAllByRole("rowheader")[0]?.textContent;
  fireEvent.click(within(table).getByRole("button", { name: "Chỉ số" }));
  expect(first()).toMatch(/^Sở Nội vụ/);
  expect(within(table).getByRole("columnheader", { name: "Chỉ số" }).getAttribute("aria-sort")).toBe("descending");
  fireEvent.click(within(table).getByRole("button", { name: "Chỉ số" }));
  expect(first()).toMatch(/^Sở Tư pháp/);
});

test("an agency opens in detail and leads to its column; going back leaves the keyboard at the ranking", async () => {
  const host = openPane(rightWorkbook());
  await press("Tính chỉ số");
  await screen.findByRole("table");
  await press("Sở Tư pháp");
  await waitFor(() => {
    expect(document.activeElement?.textContent).toBe("Sở Tư pháp");
  });
  screen.getByText("2/2");
  screen.getByText("50/60");
  await press("Đến cột điểm trong bảng chấm điểm");
  await waitFor(() => {
    expect(host.selected).toEqual(["Bảng điểm!E1"]);
  });
  await press("Về bảng xếp hạng");
  await waitFor(() => {
    expect(document.activeElement?.textContent).toBe("Kết quả");
  });
});

test("scores that change after a calculation are noticed, and calculating again takes the banner away", async () => {
  const host = openPane(rightWorkbook());
  await press("Tính chỉ số");
  await screen.findByRole("table");
  const banner = /^Số liệu đã thay đổi sau lần tính gần nhất/;
  expect(screen.queryByText(banner)).toBeNull();
  act(() => {
    host.type("Bảng điểm", "D3", 12);
  });
  await screen.findByText(banner, {}, { timeout: 3000 });
  expect(screen.queryByText(/^Đã tính xong/)).toBeNull();
  await press("Tính chỉ số");
  await waitFor(() => {
    expect(screen.queryByText(banner)).toBeNull();
  });
});

test("a calculation from the ribbon takes the banner away, and its ranking is shown", async () => {
  const host = openPane(rightWorkbook());
  await press("Tính chỉ số");
  const table = await screen.findByRole("table");
  expect(table.textContent).toContain("92");
  const banner = /^Số liệu đã thay đổi sau lần tính gần nhất/;
  act(() => {
    host.type("Bảng điểm", "D3", 12);
  });
  await screen.findByText(banner, {}, { timeout: 3000 });
  await act(async () => {
    await runCalculation(host, { provisional: false });
    host.stir();
  });
  await waitFor(
    () => {
      expect(screen.queryByText(banner)).toBeNull();
    },
    { timeout: 3000 },
  );
  expect(screen.getByRole("table").textContent).toContain("86");
  expect(screen.getByRole("table").textContent).not.toContain("92");
});

test("what was heard before a button is pressed is not read once more after it", async () => {
  const host = openPane(rightWorkbook());
  await screen.findByText("2 đơn vị · 2 lĩnh vực");
  const readings = (): number => host.calls.filter((call) => call === "readSheets").length;
  const before = readings();
  act(() => {
    host.type("Bảng điểm", "D3", 12);
  });
  await press("Tính chỉ số");
  await screen.findByRole("table");
  // Longer than the pane waits before it reads what it has heard of.
  await act(() => new Promise((resolve) => setTimeout(resolve, 1200)));
  expect(readings() - before).toBe(1);
});

test("a change that cannot be read is said, with a way to read again", async () => {
  const host = openPane(rightWorkbook());
  await screen.findByText("2 đơn vị · 2 lĩnh vực");
  host.failNext("readSheets");
  act(() => {
    host.type("Bảng điểm", "D3", null);
  });
  await screen.findByText("Tệp đã thay đổi nhưng chưa đọc lại được.", {}, { timeout: 3000 });
  await press("Đọc lại");
  await screen.findByText(/Còn 1 lỗi phải sửa/);
});

test("a workbook that holds a current report shows its ranking when the pane is opened", async () => {
  const host = openPane(rightWorkbook());
  await press("Tính chỉ số");
  await screen.findByRole("table");
  document.body.innerHTML = "";
  openPane(host.grids());
  await openTab("Kết quả");
  await screen.findByRole("table");
});

test("sheets that are not chosen are not written", async () => {
  const host = openPane(rightWorkbook());
  await press(/^Trang báo cáo sẽ lập: 3\//);
  fireEvent.click(await screen.findByRole("checkbox", { name: "BC IV.1 · Chỉ đạo điều hành" }));
  await button(/^Trang báo cáo sẽ lập: 2\//);
  await press("Tính chỉ số");
  await screen.findByRole("table");
  expect(host.written[0]?.report.sheets.map(({ key }) => key)).toEqual(["III.1", "IV.2", "calculation", "findings"]);
});

test("settings change the workbook only after they were saved and confirmed, cell by cell", async () => {
  const host = openPane(withInformation(rightWorkbook(), [["Cách xếp hạng", "Liền kề"]]));
  await openTab("Thiết lập");
  fireEvent.click(await screen.findByRole("radio", { name: "Cách hạng (1, 1, 3)" }));
  await screen.findByText("Có thay đổi chưa lưu.");
  expect(host.calls).not.toContain("changeCells");
  await press("Lưu…");
  const dialog = await screen.findByRole("dialog");
  within(dialog).getByText("Thông tin · ô B1");
  within(dialog).getByText("từ “Liền kề” thành “Cách hạng”");
  fireEvent.click(within(dialog).getByRole("button", { name: "Lưu vào tệp" }));
  await waitFor(() => {
    expect(announced()).toBe("Đã lưu thiết lập vào tệp.");
  });
  expect(valueAt(host.grids(), "Thông tin", "B1")).toBe("Cách hạng");
  expect(readChangeRecord(host.grids()).map(({ cell }) => cell)).toEqual(["B1"]);
});

test("without a settings sheet saving adds one, and says so first", async () => {
  const host = openPane(rightWorkbook());
  await openTab("Thiết lập");
  await screen.findByText("Tệp chưa có trang Thông tin; trang này chỉ được thêm khi bấm Lưu.");
  fireEvent.change(await screen.findByRole("textbox", { name: "Xếp loại 1: chỉ số thấp nhất (%)" }), {
    target: { value: "93,5" },
  });
  await press("Lưu…");
  const dialog = await screen.findByRole("dialog");
  within(dialog).getByText("Sẽ thêm trang Thông tin với các ô sau:");
  fireEvent.click(within(dialog).getByRole("button", { name: "Lưu vào tệp" }));
  await waitFor(() => {
    expect(valueAt(host.grids(), "Thông tin", "B8")).toBe(93.5);
  });
});

test("levels that are not right cannot be saved, and the field says why", async () => {
  openPane(rightWorkbook());
  await openTab("Thiết lập");
  fireEvent.change(await screen.findByRole("textbox", { name: "Xếp loại 1: chỉ số thấp nhất (%)" }), {
    target: { value: "cao" },
  });
  await screen.findByText("Nhập một số từ 0 đến 100.");
  expect((await button("Lưu…")).getAttribute("aria-disabled")).toBe("true");
  await press("Bỏ thay đổi");
  expect(screen.queryByText("Nhập một số từ 0 đến 100.")).toBeNull();
});

test("the arrows go from tab to tab, and only the chosen one is a stop of the Tab key", async () => {
  openPane(rightWorkbook());
  const overview = await screen.findByRole("tab", { name: "Tổng quan" });
  overview.focus();
  fireEvent.keyDown(overview, { key: "ArrowLeft" });
  const settings = screen.getByRole("tab", { name: "Thiết lập" });
  expect(document.activeElement).toBe(settings);
  expect(settings.getAttribute("aria-selected")).toBe("true");
  fireEvent.keyDown(settings, { key: "Home" });
  expect(document.activeElement).toBe(overview);
  const [first, ...others] = screen.getAllByRole("tab").map(({ tabIndex }) => tabIndex);
  expect([first, new Set(others)]).toEqual([0, new Set([-1])]);
});

test("the arrows go from finding to finding", async () => {
  openPane(faultyWorkbook());
  await openTab(/Kiểm tra số liệu/);
  const first = await button("Bảng điểm · ô D3");
  first.focus();
  fireEvent.keyDown(first, { key: "ArrowDown" });
  expect(document.activeElement).toBe(await button("Bảng điểm · ô E4"));
});

test("in English the pane and the findings are English, and the workbook's words stay", async () => {
  openPane(faultyWorkbook(), { language: "en" });
  await openTab(/Checks/);
  await screen.findByText(/has no score for criterion 1.1: enter one, or write Không áp dụng/);
});

test("where the workbook is a file there is a way to fetch it once it has changed", async () => {
  const download = jest.fn();
  openPane(rightWorkbook(), { download });
  await press("Tính chỉ số");
  await press("Tải tệp về");
  expect(download).toHaveBeenCalledTimes(1);
});
