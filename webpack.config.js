"use strict";
const { join } = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const { BannerPlugin, DefinePlugin } = require("webpack");
const { guidePage } = require("./.ci/webpack/guide-page.js");
const { InitialSizePlugin } = require("./.ci/webpack/initial-size.js");
const { MadeOfPlugin } = require("./.ci/webpack/made-of.js");
const { checkedOrigin, manifestForOrigin, sourceOrigin } = require("./.ci/webpack/manifest-origin.js");
const { ThirdPartyPlugin } = require("./.ci/webpack/third-party.js");

const dist = join(__dirname, "dist");
/** A browser knows a service worker by its address, and lets it serve what stands beside it: no hash, no folder. */
const offlineWorker = "standalone-offline";
/** The page starts it by this name for every file that is opened. */
const workbookWorker = "standalone-workbook";
/** That worker starts it when a formula has to be computed. */
const formulaWorker = "standalone-formulas";
/** Excel's pane starts it by this name. */
const paneWorker = "taskpane-worker";
const byName = [offlineWorker, workbookWorker, formulaWorker, paneWorker];

const compileWithSwc = (jsc) => ({
  test: /\.tsx?$/,
  exclude: /node_modules/,
  loader: "swc-loader",
  options: { jsc: { parser: { syntax: "typescript", tsx: true }, ...jsc } },
});

/** The library's own way to its program would put a second copy beside the one that we name, and say where it was built. */
const ownWasmAlone = { test: /@ironcalc[\\/]wasm[\\/]wasm\.js$/, parser: { url: false } };

/** The command line as one file that runs with Node alone: dist/cchc.js beside the worker that computes formulas. */
const commandLine = () => ({
  name: "command line",
  mode: "production",
  target: "node20",
  entry: {
    cchc: "./src/cli/main.ts",
    "report-formulas": "./src/formula/values/formula-worker-node.ts",
  },
  output: { path: dist, clean: true },
  // Readable when a user sends a log; size does not matter on a disk.
  optimization: { minimize: false },
  node: { __dirname: false },
  resolve: { extensions: [".ts", ".js"] },
  module: { rules: [compileWithSwc({ target: "es2022" }), ownWasmAlone] },
  plugins: [
    // For the link that npm makes of package.json's "bin".
    new BannerPlugin({ banner: "#!/usr/bin/env node", raw: true, include: /^cchc\.js$/ }),
    new DefinePlugin({ BUNDLED: "true", "import.meta.url": JSON.stringify("") }),
    new CopyPlugin({
      patterns: [
        { from: require.resolve("@ironcalc/wasm/wasm_bg.wasm"), to: "ironcalc.wasm" },
        // The old name of one command.
        { from: "src/cli/report.js", to: "report.js" },
        "assets/sample-dak-nong-2020.xlsx",
        "LICENSE",
      ],
    }),
    new MadeOfPlugin(__dirname, ["webpack.config.js", "package.json"]),
  ],
  stats: "errors-warnings",
});

/** Every page loads its own scripts from its own folder, wherever an office puts it. */
const page = (name, template, scriptLoading) =>
  new HtmlPlugin({
    template,
    filename: `${name}.html`,
    chunks: [name],
    scriptLoading,
    // The first lines of the pages are their policies: nothing may come before them.
    inject: scriptLoading === "blocking" ? "body" : "head",
    minify: false,
  });

/** The pages that an office serves: the pane, the ribbon commands and their message, the standalone page, guides. */
const pages = ({ origin, mode }) => ({
  name: "pages",
  // It fills the folder that the command line's build empties first.
  dependencies: ["command line"],
  mode,
  target: ["web", "es2020"],
  devtool: false,
  entry: {
    taskpane: "./src/taskpane/main.tsx",
    commands: "./src/commands/main.ts",
    message: "./src/commands/message.ts",
    standalone: "./src/standalone/main.tsx",
    [offlineWorker]: "./src/standalone/offline/offline-worker.ts",
    [workbookWorker]: "./src/standalone/worker/workbook-worker.ts",
    [paneWorker]: "./src/taskpane/worker/pane-worker.ts",
    [formulaWorker]: "./src/formula/values/formula-worker-browser.ts",
  },
  output: {
    path: dist,
    publicPath: "auto",
    // Names change with the content: a server may let browsers keep scripts for ever, pages never.
    filename: ({ chunk }) => (byName.includes(chunk.name) ? "[name].js" : "scripts/[name].[contenthash:8].js"),
    chunkFilename: "scripts/[name].[contenthash:8].js",
  },
  performance: { hints: false },
  resolve: { extensions: [".tsx", ".ts", ".js"] },
  module: {
    rules: [compileWithSwc({ target: "es2020", transform: { react: { runtime: "automatic" } } }), ownWasmAlone],
  },
  plugins: [
    page("taskpane", "src/taskpane/taskpane.html", "defer"),
    // Office may drop the first click on a ribbon button whose script is not there when the page has loaded (#5176).
    page("commands", "src/commands/commands.html", "blocking"),
    page("message", "src/commands/message.html", "defer"),
    page("standalone", "src/standalone/index.html", "defer"),
    new CopyPlugin({
      patterns: [
        { from: "assets/icons/*.png", to: "icons/[name][ext]" },
        { from: "manifest.xml", transform: (xml) => manifestForOrigin(xml.toString(), origin) },
        ...["huong-dan", "cai-dat", "tep-cham-diem"].map((name) => ({
          from: `docs/${name}.md`,
          to: `${name}.html`,
          transform: (text) => guidePage(text.toString()),
        })),
        { from: "docs/images", to: "images", noErrorOnMissing: true },
      ],
    }),
    new DefinePlugin({ "import.meta.url": JSON.stringify("") }),
    new ThirdPartyPlugin("THIRD-PARTY.txt"),
    new InitialSizePlugin({ taskpane: 200 }),
  ],
  stats: "errors-warnings",
});

/**
 * --env origin=https://…: where the office serves dist/ (may end in a folder).
 * --env development: unminified, for work on the pages.
 */
module.exports = ({ origin = sourceOrigin, development = false } = {}) => [
  commandLine(),
  pages({ origin: checkedOrigin(origin), mode: development ? "development" : "production" }),
];
