import { readFileSync } from "node:fs";
import { join } from "node:path";
import { paneTextsVi } from "../src/strings/pane.vi";

const { guidePage } = jest.requireActual<{ guidePage(text: string): string }>("../.ci/webpack/guide-page.js");
const guide = readFileSync(join(__dirname, "../docs/huong-dan.md"), "utf8");

test("the user guide calls every part and button by the name that stands in the pane", () => {
  const { tabs, actions, findings, repair, settings } = paneTextsVi;
  const names = [
    ...Object.values(tabs),
    actions.calculate,
    actions.provisional,
    actions.cancel,
    actions.retry,
    findings.write,
    findings.repair,
    repair.dismiss,
    ...Object.values(settings.rules.rounding.choices),
    ...Object.values(settings.rules.notApplicableRule.choices),
    ...Object.values(settings.rules.rankRule.choices).map((name) => name.replace(/ \(.*/, "")),
    ...Object.values(findings.severities),
  ];
  expect(names.filter((name) => !guide.includes(`**${name}**`))).toEqual([]);
});

test("a guide becomes a page with its title, tables, lists, code and links to the other pages", () => {
  const page = guidePage(
    [
      "# Một & hai",
      "",
      "Xem [cài đặt](cai-dat.md) và `a<b`,",
      "**ngay**.",
      "",
      "| A | B |",
      "|---|---|",
      "| 1 | **2** |",
      "",
      "- x",
      "- y",
      "1. z",
      "",
      "    npm start",
      "![Ảnh](images/a.png)",
    ].join("\n"),
  );
  expect(page).toContain("<title>Một &amp; hai</title>");
  const body = page.slice(page.indexOf("<body>") + 7, page.indexOf("\n</body>"));
  expect(body).toBe(
    [
      "<h1>Một &amp; hai</h1>",
      '<p>Xem <a href="cai-dat.html">cài đặt</a> và <code>a&lt;b</code>, <strong>ngay</strong>.</p>',
      "<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1</td><td><strong>2</strong></td></tr></tbody></table>",
      "<ul><li>x</li>\n<li>y</li></ul>",
      "<ol><li>z</li></ol>",
      "<pre>npm start</pre>",
      '<p><img src="images/a.png" alt="Ảnh"></p>',
    ].join("\n"),
  );
});

test("markup in a guide's text stays text", () => {
  expect(guidePage('# <script>alert("1")</script>')).not.toContain("<script>");
});

test("the installation guide lets icons be kept: Excel on Windows shows none that must not be", () => {
  const rows = readFileSync(join(__dirname, "../docs/cai-dat.md"), "utf8")
    .split("\n")
    .filter((line) => line.includes("Cache-Control"));
  expect(rows.filter((row) => row.includes("icons/")).map((row) => row.includes("không có `Cache-Control`"))).toEqual([
    true,
  ]);
  expect(rows.filter((row) => row.includes("mọi tệp"))).toEqual([]);
});
