// The preview's page in a real browser: the bundle and the style with a stand-in for VS Code, fed with the panel's messages.
// Run alone: `node test/preview/webview.chromium.mjs [folder for screenshots]`. Ends with "N passed, N failed".

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { chromium } from "playwright-core";
import { samplePage, themes } from "./webviewSample.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const bundle = await esbuild.build({
  entryPoints: [join(root, "client/webview/main.ts")],
  bundle: true,
  write: false,
  format: "iife",
});
const script = bundle.outputFiles[0].text;
const style = readFileSync(join(root, "client/webview/preview.css"), "utf8");
const nonce = "test";
const shots = process.argv[2];

/** As panelHtml.ts makes it, with Trusted Types enforced on top. */
function shell(theme) {
  const colours = Object.entries(themes[theme].variables).map(([name, value]) => `${name}:${value};`);
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types handbook-preview">
<style nonce="${nonce}">:root{${colours.join("")}}</style><style nonce="${nonce}">${style}</style><title>Preview</title></head>
<body class="${themes[theme].bodyClass}"><div id="preview-bar" role="status" hidden></div><main id="preview-page"></main>
<script nonce="${nonce}">var sent = [], kept; function acquireVsCodeApi() { return { postMessage: m => sent.push(m), getState: () => kept, setState: s => { kept = s; } }; }</script>
<script nonce="${nonce}">${script}</script></body></html>`;
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync".split(
    " ",
  ),
});
const tests = [];
const test = (title, run) => tests.push({ title, run });

async function openPage(theme = "light", viewport = { width: 760, height: 900 }) {
  const page = await browser.newPage({ viewport });
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("request", (request) => /^https?:/.test(request.url()) && errors.push(`request ${request.url()}`));
  await page.setContent(shell(theme));
  await page.waitForSelector('body[data-ready="1"]');
  return Object.assign(page, { errors });
}

const show = (page, html, more = {}) =>
  page.evaluate(
    (message) =>
      new Promise((done) => {
        window.postMessage(message, "*");
        setTimeout(() => requestAnimationFrame(() => done()), 20);
      }),
    { kind: "show", uri: "file:///a.md", html, images: {}, remote: false, ...more },
  );
const sent = (page) => page.evaluate(() => window.sent);
const main = (page) => page.locator("main").innerHTML();
/** Numbers the paragraphs as they stand, to tell kept nodes from new ones. */
const numberParagraphs = (page) =>
  page.evaluate(() => {
    for (const [at, paragraph] of [...document.querySelectorAll("p")].entries()) paragraph.mine = at;
  });
const line = (at, text) => `<p data-line="${at}">${text}</p>`;

test("the page says that it is ready and shows what it is sent", async (page) => {
  assert.deepEqual(await sent(page), [{ kind: "ready" }]);
  await show(page, line(0, "One"));
  assert.equal(await main(page), line(0, "One"));
});

test("messages of another shape change nothing", async (page) => {
  await show(page, line(0, "One"));
  for (const message of [
    { html: "<b>x</b>" },
    { kind: "show", html: 1, uri: "x" },
    null,
    "show",
    { kind: "scroll", line: "1" },
  ])
    await page.evaluate((one) => window.postMessage(one, "*"), message);
  await page.waitForTimeout(30);
  assert.equal(await main(page), line(0, "One"));
});

test("only the changed block is touched", async (page) => {
  await show(page, [line(0, "One"), line(2, "Two"), line(4, "Three")].join("\n"));
  await numberParagraphs(page);
  await show(page, [line(0, "One"), line(2, "Two and more"), line(4, "Three")].join("\n"));
  assert.deepEqual(
    await page.evaluate(() => [...document.querySelectorAll("p")].map((p) => p.mine)),
    [0, 1, 2],
  );
  assert.match(await main(page), /Two and more/);
});

test("a block typed in between moves the lines of the others and keeps them", async (page) => {
  await show(page, [line(0, "One"), line(2, "Two")].join("\n"));
  await numberParagraphs(page);
  const next = [line(0, "One"), line(2, "New"), line(4, "Two")].join("\n");
  await show(page, next);
  assert.equal(await main(page), next);
  assert.deepEqual(
    await page.evaluate(() => [...document.querySelectorAll("p")].map((p) => p.mine ?? "new")),
    [0, "new", 1],
  );
});

test("blocks come and go at the start, in the middle and at the end", async (page) => {
  let seed = 7;
  const random = (below) => {
    seed = (seed * 1103515245 + 12345) % 2 ** 31;
    return seed % below;
  };
  for (let round = 0; round < 60; round++) {
    const words = Array.from({ length: random(7) }, () => ["a", "b", "<b>c</b>", "d"][random(4)]);
    const next = words
      .map((word, at) => (random(5) === 0 ? `<ul data-line="${at}"><li>${word}</li></ul>` : line(at, word)))
      .join("\n");
    await show(page, next);
    assert.equal(await main(page), next);
  }
});

test("what the reader opened stays open, and what is selected selected", async (page) => {
  const details = (text) => `<details data-line="0"><summary>More</summary>${line(2, text)}</details>\n`;
  await show(page, details("hidden") + line(4, "Selected words") + line(6, "x"));
  await page.click("summary");
  await page.evaluate(() => getSelection().selectAllChildren(document.querySelectorAll("main > p")[0]));
  await show(page, details("changed") + line(4, "Selected words") + line(6, "xy"));
  assert.equal(await page.evaluate(() => document.querySelector("details").open), true);
  assert.equal(await page.evaluate(() => String(getSelection())), "Selected words");
  assert.match(await main(page), /changed/);
});

test("the place is kept while the page changes, and the top is shown of another page", async (page) => {
  const long = (first) =>
    Array.from({ length: 80 }, (_, at) => line(at * 2, at === 60 ? first : `Line ${at}`)).join("\n");
  await show(page, long("x"));
  await page.evaluate(() => window.scrollTo(0, 900));
  await show(page, long("y"));
  assert.equal(await page.evaluate(() => scrollY), 900);
  await show(page, long("z"), { uri: "file:///b.md" });
  assert.equal(await page.evaluate(() => scrollY), 0);
  assert.equal(await page.evaluate(() => window.kept.uri), "file:///b.md");
});

test("the page follows the editor's line without an echo, and tells where its reader scrolls", async (page) => {
  await show(page, Array.from({ length: 80 }, (_, at) => line(at * 2, `Line ${at}`)).join("\n"));
  await page.evaluate(() => window.postMessage({ kind: "scroll", line: 60 }, "*"));
  await page.waitForTimeout(100);
  const top = await page.evaluate(
    () => document.querySelector('[data-line="60"]').getBoundingClientRect().top,
  );
  assert.ok(Math.abs(top) < 2, `line 60 stands at ${top}`);
  assert.equal((await sent(page)).filter((one) => one.kind === "reveal").length, 0);
  await page.waitForTimeout(250);
  await page.mouse.move(300, 300);
  await page.mouse.wheel(0, 400);
  await page.waitForFunction(() => window.sent.some((one) => one.kind === "reveal" && one.line > 60));
});

test("a click on a link asks the panel; nothing navigates", async (page) => {
  await show(
    page,
    '<p><a id="in" href="/b" data-handbook-href="/b">in</a> <a id="dead" href="/c" data-handbook-href="/c" class="handbook-dead" data-handbook-reason="No page is served at /c.">dead</a> <a id="out" href="https://example.com/">out</a></p>',
  );
  await page.click("#in");
  await page.click("#dead");
  await page.click("#out", { modifiers: ["Control"] });
  await page.focus("#in");
  await page.keyboard.press("Enter");
  assert.deepEqual((await sent(page)).slice(1), [
    { kind: "open", href: "/b" },
    { kind: "deadLink", reason: "No page is served at /c." },
    { kind: "openExternal", url: "https://example.com/" },
    { kind: "open", href: "/b" },
  ]);
});

test("a click on a heading's link scrolls", async (page) => {
  await show(
    page,
    `<p><a href="#caf%C3%A9" data-handbook-href="#caf%C3%A9">go</a></p>${line(1, "x<br>".repeat(80))}<h2 data-line="9" id="user-content-café">Café</h2>${line(10, "x<br>".repeat(80))}`,
  );
  await page.click("a");
  const top = await page.evaluate(() => document.querySelector("h2").getBoundingClientRect().top);
  assert.ok(top >= 0 && top < 30, `the heading stands at ${top}`);
  assert.deepEqual(
    (await sent(page)).filter((one) => one.kind !== "reveal"),
    [{ kind: "ready" }],
  );
});

test("pictures from the web wait for the reader, those of the workspace are shown", async (page) => {
  const pixel = "data:image/gif;base64,R0lGODlhAQABAAAAACw=";
  await show(
    page,
    '<p><img alt="Team" data-handbook-remote="https://example.com/team.png"> <img alt="Local" data-handbook-src="file:///x/local.png"></p>',
    { images: { "file:///x/local.png": pixel } },
  );
  assert.equal(await page.getAttribute("img", "src"), pixel);
  assert.equal(await page.locator(".picture-card").textContent(), "TeamPicture from example.com");
  await page.click(".picture-card");
  await page.click("#preview-bar button");
  assert.deepEqual((await sent(page)).slice(1), [
    { kind: "openExternal", url: "https://example.com/team.png" },
    { kind: "showRemoteImages" },
  ]);
});

test("a script that slipped through would still not run", async (page) => {
  await show(
    page,
    '<p><img src="data:x" onerror="window.ran = 1"><a href="x" onclick="window.ran = 1">x</a></p><script>window.ran = 1</script>',
  );
  await page.click("a").catch(() => {});
  await page.waitForTimeout(50);
  assert.equal(await page.evaluate(() => window.ran), undefined);
  page.errors.length = 0; // The policy reports what it refused.
});

for (const theme of Object.keys(themes)) {
  test(`the sample page stands in the colours of the ${theme} theme`, async () => {
    const page = await openPage(theme, { width: 820, height: 1900 });
    await show(page, samplePage, {
      note: "Shown as plain Markdown: this page cannot be read as MDX from line 12 on.",
    });
    const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    assert.equal(background, themes[theme].background);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    if (shots) await page.screenshot({ path: join(shots, `preview-${theme}.png`) });
    assert.deepEqual(page.errors, []);
    await page.close();
  });
}

let failed = 0;
for (const { title, run } of tests) {
  const page = await openPage();
  try {
    await run(page);
    assert.deepEqual(page.errors, []);
    console.log(`  ok  ${title}`);
  } catch (error) {
    failed++;
    console.log(`FAIL  ${title}\n${error.stack}`);
  }
  await page.close();
}
await browser.close();
console.log(`${tests.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
