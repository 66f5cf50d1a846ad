"use strict";
/**
 * A guide from docs/ as a page that an office serves beside the add-in. Understands what the guides use: headings,
 * paragraphs, lists, tables, code blocks, images, links, bold and code; everything else is text.
 */

const escapeHtml = (text) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** Guides link to each other as files of the repository; served, they are pages. */
const served = (address) => address.replace(/^(huong-dan|cai-dat|tep-cham-diem)\.md\b/, "$1.html");

const inline = (text) =>
  escapeHtml(text)
    .split(/(`[^`]+`)/)
    .map((part) =>
      part.startsWith("`")
        ? `<code>${part.slice(1, -1)}</code>`
        : part
            .replace(/!\[([^\]]*)\]\(([^)\s]+)\)/g, '<img src="$2" alt="$1">')
            .replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, (_, words, address) => `<a href="${served(address)}">${words}</a>`)
            .replace(/\*\*([^*]+)\*\*/g, "<strong>$1</strong>"),
    )
    .join("");

const tableRow = (line, cell) => {
  const cells = line
    .trim()
    .replace(/^\||\|$/g, "")
    .split("|");
  return `<tr>${cells.map((text) => `<${cell}>${inline(text.trim())}</${cell}>`).join("")}</tr>`;
};

const list = (tag, marker, lines) =>
  `<${tag}>${lines.map((line) => `<li>${inline(line.replace(marker, ""))}</li>`).join("\n")}</${tag}>`;

/** The kinds of blocks: the lines that belong to one, and how it looks. The first that fits takes them. */
const blocks = [
  {
    starts: /^#{1,4} /,
    html: ([line]) => {
      const level = line.indexOf(" ");
      return `<h${level}>${inline(line.slice(level + 1))}</h${level}>`;
    },
    isOneLine: true,
  },
  {
    starts: /^\|/,
    html: ([head, , ...rows]) =>
      `<table><thead>${tableRow(head, "th")}</thead><tbody>${rows.map((row) => tableRow(row, "td")).join("\n")}</tbody></table>`,
  },
  { starts: /^- /, html: (lines) => list("ul", /^- /, lines) },
  { starts: /^\d+\. /, html: (lines) => list("ol", /^\d+\. /, lines) },
  { starts: /^ {4}/, html: (lines) => `<pre>${lines.map((line) => escapeHtml(line.slice(4))).join("\n")}</pre>` },
];

function body(text) {
  const lines = text.replaceAll("\r", "").split("\n");
  const html = [];
  while (lines.length > 0) {
    if (lines[0].trim() === "") {
      lines.shift();
      continue;
    }
    const block = blocks.find(({ starts }) => starts.test(lines[0]));
    const belongs = (line) =>
      line.trim() !== "" && (block === undefined ? !blocks.some((b) => b.starts.test(line)) : block.starts.test(line));
    const taken = [lines.shift()];
    while (block?.isOneLine !== true && lines.length > 0 && belongs(lines[0])) taken.push(lines.shift());
    html.push(block === undefined ? `<p>${inline(taken.join(" "))}</p>` : block.html(taken));
  }
  return html.join("\n");
}

const style = `
body { font: 16px/1.55 "Segoe UI", system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem;
  color: #242424; background: #fff; overflow-wrap: break-word; }
h1, h2, h3 { line-height: 1.25; margin: 2rem 0 .75rem; }
img { max-width: 100%; border: 1px solid #d1d1d1; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #d1d1d1; padding: .35rem .6rem; text-align: left; vertical-align: top; }
th, code, pre { background: #f0f0f0; }
pre { padding: .75rem; overflow-x: auto; }
code { padding: 0 .2rem; }
a { color: #0f548c; }
@media (prefers-color-scheme: dark) {
  body { color: #e6e6e6; background: #1f1f1f; } th, code, pre { background: #333; }
  th, td, img { border-color: #555; } a { color: #62abf5; }
}`;

/** The whole page; its title is the guide's first heading. */
function guidePage(text) {
  const title = /^# (.+)$/m.exec(text)?.[1] ?? "";
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="icons/chi-so-cchc-32.png">
<style>${style}
</style>
</head>
<body>
${body(text)}
</body>
</html>
`;
}

module.exports = { guidePage };
