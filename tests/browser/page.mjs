// Looks at report.html as a person would: node page.mjs FOLDER ALL, both made by `analyse`. FOLDER is of one letter of three answers with a
// script in the second; ALL is of many letters. Fails by an exception.
import assert from "node:assert/strict";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";

// Packages are found by NODE_PATH, so that none lies in the repository.
const require = createRequire(join(process.env.NODE_PATH ?? ".", "page.mjs"));
const { chromium } = require("playwright-core");
const axe = require.resolve("axe-core/axe.min.js");

const [one, all] = process.argv.slice(2);
const quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: quiet });

async function open(address, options = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const requests = [];
  const faults = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  await page.goto(address);
  return { page, requests, faults };
}

const file = (folder) => `file://${folder}/report.html`;
const shown = (page) => page.locator("article:visible").count();

try {
  // From a file: filters, search, a link to an answer, a hostile answer.
  const { page, requests, faults } = await open(file(one));
  assert.equal(await shown(page), 3);
  assert.equal(await page.evaluate(() => window.ran), undefined, "a script of the letter ran");
  await page.selectOption("#filter-class", "substantive");
  assert.equal(await shown(page), 1);
  assert.match(await page.textContent("#filter-count"), /^1 van 3/);
  await page.evaluate(() => { location.hash = "#vraag-1"; });
  await page.waitForFunction(() => document.querySelector("#vraag-1:target")?.checkVisibility());
  assert.equal(await shown(page), 3, "a link shows what a filter hid");
  await page.fill("#filter-words", "BOMEN geplant");
  assert.equal(await shown(page), 1);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelectorAll("article[hidden]").length === 0);
  await page.selectOption("#filter-document", "jaarverslag 2024");
  assert.equal(await shown(page), 1);
  assert.equal(requests.length, 1, requests.join("\n"));
  assert.deepEqual(faults, []);
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("text=answers.csv")]);
  assert.equal(await readFile(await download.path(), "utf8"), await readFile(join(one, "answers.csv"), "utf8"));
  assert.ok((await page.pdf({ format: "A4" })).length > 10_000);

  // Over HTTP, and without JavaScript: everything is there.
  const server = createServer(async (request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(await readFile(join(one, "report.html")));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const served = await open(`http://127.0.0.1:${server.address().port}/`);
  assert.equal(await shown(served.page), 3);
  assert.deepEqual(served.requests.filter((url) => !url.endsWith("/") && !url.endsWith("favicon.ico")), []);
  server.close();
  const plain = await open(file(one), { javaScriptEnabled: false });
  assert.equal(await plain.page.locator("article").count(), 3);
  assert.equal(await plain.page.locator("#filter").isVisible(), false);

  // Accessibility, of one letter and of many, on a screen and on a phone.
  for (const [folder, width] of [[one, 1200], [all, 1200], [all, 360]]) {
    const looked = await open(file(folder), { bypassCSP: true, viewport: { width, height: 900 } });
    await looked.page.addScriptTag({ path: axe });
    const { violations } = await looked.page.evaluate(() => globalThis.axe.run());
    assert.deepEqual(violations.map((violation) => `${violation.id}: ${violation.nodes[0].html}`), []);
    assert.ok(await looked.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `wider than ${width}`);
  }
} finally {
  await browser.close();
}
