"use strict";
// Draws the icons: source/NAME-GRID.svg → NAME-SIZE.png, by Chromium. Run it when a drawing changes; the PNGs are
// kept in the repository, so that a build needs no browser.
const { readdirSync, readFileSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { chromium } = require("playwright-core");

/** Each grid is drawn by hand and only enlarged by whole numbers, so that edges stay on pixels. */
const sizesOfGrid = { 16: [16, 32, 48, 64, 80, 128], 20: [20, 40], 24: [24] };
const sourceFolder = join(__dirname, "source");

async function drawAll() {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
  });
  try {
    const page = await browser.newPage();
    for (const file of readdirSync(sourceFolder).sort()) {
      const [, name, grid] = /^(.+)-(\d+)\.svg$/.exec(file);
      const drawing = readFileSync(join(sourceFolder, file), "utf8");
      for (const size of sizesOfGrid[grid]) {
        await page.setViewportSize({ width: size, height: size });
        await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px}</style>${drawing}`);
        const png = await page.screenshot({ omitBackground: true });
        writeFileSync(join(__dirname, `${name}-${size}.png`), png);
      }
    }
  } finally {
    await browser.close();
  }
}

void drawAll();
