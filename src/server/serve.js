"use strict";
// npm start: builds the pages, serves dist/ on this machine, and says where the standalone page is with the sample open.
// npm run serve:https: the same at the address of manifest.xml, for trying the add-in in Excel (docs/cai-dat.md).
const { readFileSync } = require("node:fs");
const http = require("node:http");
const https = require("node:https");
const { homedir } = require("node:os");
const { join } = require("node:path");
const webpack = require("webpack");
require("../cli/register.js");
const { filesOf, listenLocally } = require("./static-server.ts");
const { serveTexts } = require("../strings/serve.ts");
const configurations = require("../../webpack.config.js");

const texts = serveTexts.vi;
const isHttps = process.argv.includes("--https");
const firstPort = 3000;
const root = join(__dirname, "../..");
/** Where office-addin-dev-certs puts them. */
const certificateFolder = join(homedir(), ".office-addin-dev-certs");

/** As npm run build, but what did not change since the last start is not compiled again. */
const remembering = (configuration) => ({
  ...configuration,
  cache: { type: "filesystem", buildDependencies: { config: [require.resolve("../../webpack.config.js")] } },
});

function build() {
  return new Promise((resolve) => {
    const compiler = webpack(configurations().map(remembering));
    compiler.run((error, stats) => {
      if (error) console.error(error.message);
      else if (stats.hasErrors() || stats.hasWarnings()) console.error(stats.toString("errors-warnings"));
      // Closing writes what is remembered.
      compiler.close(() => resolve(!error && !stats.hasErrors()));
    });
  });
}

/** Key and certificate for localhost; null where they are not installed. */
function certificate() {
  try {
    return {
      key: readFileSync(join(certificateFolder, "localhost.key")),
      cert: readFileSync(join(certificateFolder, "localhost.crt")),
    };
  } catch {
    return null;
  }
}

function give(problem) {
  console.error(problem);
  process.exitCode = 1;
}

async function serve() {
  process.chdir(root);
  const keys = isHttps ? certificate() : null;
  if (isHttps && keys === null) return give(texts.noCertificate(certificateFolder));
  console.log(texts.building);
  if (!(await build())) return give(texts.cannotBuild);

  const answer = filesOf(join(root, "dist"), "/standalone.html");
  const server = keys === null ? http.createServer(answer) : https.createServer(keys, answer);
  // Excel knows one address only; a browser is told the one that is free.
  const ports = isHttps ? [firstPort] : Array.from({ length: 20 }, (_, index) => firstPort + index);
  const port = await listenLocally(server, ports);
  if (port === null) return give(isHttps ? texts.portTaken(firstPort) : texts.noPort);
  console.log(
    isHttps
      ? texts.manifest(`https://localhost:${port}/`)
      : texts.samplePage(`http://localhost:${port}/standalone.html?sample`),
  );
  console.log(texts.stop);
}

void serve();
