// The packaged extension in the real workbench, used as a person would: opens a page, sees the squiggle, takes the fix,
// completes a link, opens the preview and clicks through it. Writes a screenshot of each step to .cache/screenshots;
// `--keep` puts those that the README shows into docs/images (npm run screenshots).
// Ends with `N passed, N failed`, a step counting as one test.

import assert from "node:assert/strict";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { cli, startBrowser, startServer } from "../vscode-host/host.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const shots = join(root, ".cache/screenshots");
const kept = process.argv.includes("--keep") ? join(root, "docs/images") : undefined;
const vsix = join(root, "handbook.vsix");
const career = "career-progression.md";

const count = { passed: 0, failed: 0 };
let page;

/** One thing a person does. A step that fails leaves a screenshot, and the next ones still run. */
async function step(name, act) {
  try {
    await act();
    count.passed += 1;
    console.log(`  ✔ ${name}`);
  } catch (error) {
    count.failed += 1;
    console.error(`  ✘ ${name}\n${error?.stack ?? error}`);
    await page.screenshot({ path: join(shots, `failed-${count.failed}.png`) });
    await page.keyboard.press("Escape");
  }
}

async function shot(name, { keep = false } = {}) {
  await page.screenshot({ path: join(shots, `${name}.png`) });
  if (!keep || !kept) return;
  mkdirSync(kept, { recursive: true });
  cpSync(join(shots, `${name}.png`), join(kept, `${name}.png`));
}

/** Runs a command by its title in the command palette. */
async function command(title) {
  await page.keyboard.press("F1");
  const input = page.locator(".quick-input-widget input[type=text]").first();
  await input.waitFor({ state: "visible" });
  await input.fill(`>${title}`);
  await page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first().click();
}

/** Opens a page of the workspace by its name, as Quick Open does. */
async function openPage(name) {
  await page.keyboard.press("Control+P");
  const input = page.locator(".quick-input-widget input[type=text]").first();
  await input.waitFor({ state: "visible" });
  await input.fill(name);
  await page.locator(".quick-input-list .monaco-list-row", { hasText: name }).first().click();
  await page.locator(".tab.active", { hasText: name }).waitFor();
}

/** Puts the cursor at a line and column, both 1-based. */
async function goTo(line, column) {
  await page.keyboard.press("Control+G");
  const input = page.locator(".quick-input-widget input[type=text]").first();
  await input.waitFor({ state: "visible" });
  await input.fill(`:${line},${column}`);
  await page.keyboard.press("Enter");
  await input.waitFor({ state: "hidden" });
}

/** The document inside the preview: VS Code nests two frames. */
const preview = () => page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");

/** Chooses a colour theme as a person does. */
async function setTheme(theme) {
  await command("Preferences: Color Theme");
  const input = page.locator(".quick-input-widget input[type=text]").first();
  await input.fill(theme);
  await page.locator(".quick-input-list .monaco-list-row", { hasText: theme }).first().waitFor();
  await page.keyboard.press("Enter");
  await input.waitFor({ state: "hidden" });
}

async function walkThrough() {
  const problems = [];
  page.on("console", (message) => {
    if (message.type() === "error" && /Content Security Policy/i.test(message.text()))
      problems.push(message.text());
  });

  await step("a page with problems shows them under the words", async () => {
    await openPage(career);
    await page.locator(".squiggly-error").first().waitFor();
    await page.locator(".squiggly-warning").first().waitFor();
  });

  await step("the status bar counts the handbook's pages", async () => {
    await page.locator(".statusbar-item", { hasText: /27 pages/ }).waitFor();
  });

  await step("the light bulb offers the redirect's end, and one key takes it", async () => {
    await goTo(9, 60);
    await page.keyboard.press("Control+Period");
    const fix = page
      .locator(".action-widget .monaco-list-row", { hasText: "/handbook/company/small-teams" })
      .first();
    await fix.waitFor();
    await shot("quick-fix", { keep: true });
    await page.keyboard.press("Enter");
    await page.waitForFunction(() =>
      document.querySelector(".monaco-editor .view-lines")?.textContent?.includes("company/small-teams"),
    );
  });

  await step("a half-written link is completed by title", async () => {
    await goTo(33, 1);
    await page.keyboard.press("End");
    await page.keyboard.press("End"); // the line is wrapped: the first goes to the end of what is on the screen
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.keyboard.type("See [time off](");
    const item = page.locator(".suggest-widget .monaco-list-row", { hasText: "Time off" }).first();
    await item.waitFor();
    await shot("completion", { keep: true });
    await item.click();
    await page.waitForFunction(() =>
      /\(\/handbook\/people\/time-off\)?/.test(
        document.querySelector(".monaco-editor .view-lines")?.textContent ?? "",
      ),
    );
    await page.keyboard.press("Escape");
  });

  await step("the preview opens beside the text with the unsaved words in it", async () => {
    await command("Handbook: Open Preview to the Side");
    await preview().locator("body[data-ready='1']").waitFor();
    await preview().locator("h1", { hasText: "Career progression" }).waitFor();
    await preview().getByText("See time off").waitFor();
    await shot("preview-dark", { keep: true });
  });

  await step("a dead link says why in the preview", async () => {
    const dead = preview().locator("a", { hasText: "career check-in" });
    assert.match((await dead.getAttribute("title")) ?? "", /1-1s-and-team-member-growth/);
  });

  await step("a click on a link in the preview opens that page in both", async () => {
    await preview().locator("a", { hasText: "management" }).first().click();
    await page.locator(".tab", { hasText: "management.md" }).waitFor();
    await preview().locator("h1", { hasText: "Management" }).waitFor();
    await shot("clicked-through");
  });

  await step("the preview follows the theme", async () => {
    await openPage(career);
    await setTheme("Light Modern");
    await preview().locator("body.vscode-light").waitFor();
    await shot("preview-light", { keep: true });
    await setTheme("Default High Contrast");
    await preview().locator("body.vscode-high-contrast").waitFor();
    await shot("preview-high-contrast");
    await setTheme("Dark Modern");
  });

  await step("the Problems panel lists pages that nobody opened", async () => {
    await command("View: Focus Problems (Errors, Warnings, Infos)");
    await page.locator(".markers-panel .monaco-list-row", { hasText: "offsites.md" }).first().waitFor();
    await shot("problems", { keep: true });
  });

  await step("nothing broke the preview's security policy", async () => assert.deepEqual(problems, []));
}

if (!existsSync(vsix)) throw new Error("handbook.vsix is missing: npm run package");
rmSync(shots, { recursive: true, force: true });
mkdirSync(shots, { recursive: true });
const dir = mkdtempSync(join(tmpdir(), "handbook-ui-"));
const folder = join(dir, "tidewater");
cpSync(join(root, "examples/handbook"), folder, { recursive: true });
const place = ["--extensions-dir", join(dir, "extensions"), "--user-data-dir", join(dir, "user-data")];
let server;
let browser;
try {
  cli(["--install-extension", vsix, ...place, "--config", "/dev/null"]);
  server = await startServer({
    dir,
    testDriver: false,
    settings: { "workbench.colorTheme": "Dark Modern" },
  });
  browser = await startBrowser();
  page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(server.url(folder));
  await page.locator(".monaco-workbench").waitFor();
  await walkThrough();
} catch (error) {
  console.error(error);
  count.failed += 1;
} finally {
  await browser?.close();
  await server?.stop();
  rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
}
console.log(`${count.passed} passed, ${count.failed} failed`);
process.exit(count.failed === 0 && count.passed > 0 ? 0 : 1);
