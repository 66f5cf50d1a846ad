"use strict";
const { join } = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const { DefinePlugin } = require("webpack");

/** The command line as one file that runs with Node alone: dist/report.js beside excelize.wasm.gz. */
module.exports = {
  name: "command line",
  mode: "production",
  target: "node20",
  entry: { report: "./src/cli/main.ts" },
  output: { path: join(__dirname, "dist"), clean: true },
  // Readable when a user sends a log; size does not matter on a disk.
  optimization: { minimize: false },
  node: { __dirname: false },
  resolve: { extensions: [".ts", ".js"] },
  module: {
    rules: [
      {
        test: /\.ts$/,
        loader: "swc-loader",
        options: { jsc: { parser: { syntax: "typescript" }, target: "es2022" } },
      },
    ],
  },
  plugins: [
    new DefinePlugin({ BUNDLED: "true" }),
    new CopyPlugin({
      patterns: [
        require.resolve("excelize-wasm/excelize.wasm.gz"),
        { from: "assets/sample-dak-nong-2020.xlsx", to: "sample-dak-nong-2020.xlsx" },
        "LICENSE",
      ],
    }),
  ],
};
