// The packaged extension in the real workbench, used as a person would: opens a page, sees the squiggle, takes the fix,
// completes a link, opens the preview and clicks through it. Writes a screenshot of each step to .cache/screenshots;
// `--keep` puts those that the README shows into docs/images (npm run screenshots).
// Ends with `N passed, N failed`, a step counting as one test.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { cli, delay, startBrowser, startServer } from "../vscode-host/host.mjs";

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

async function until(what, look) {
  for (let tries = 0; !(await look()); tries++) {
    if (tries > 200) throw new Error(`not seen: ${what}`);
    await delay(50);
  }
}

/** Of the language server of this run. */
function serverPid() {
  const processes = execFileSync("ps", ["-axo", "pid=,args="], { encoding: "utf8" }).split("\n");
  const own = processes.find((one) => one.includes(join(dir, "extensions")) && one.includes("server.mjs"));
  if (!own) throw new Error("the language server does not run");
  return Number.parseInt(own, 10);
}

/** Is the page scrolled as far as it goes? */
const atEnd = (inside) =>
  inside.evaluate(
    () => window.scrollY > 0 && window.scrollY + window.innerHeight >= document.body.scrollHeight - 2,
  );

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

  await step("ctrl+k h opens the preview beside the text with the unsaved words in it", async () => {
    await page.keyboard.press("Control+K");
    await page.keyboard.press("h");
    await preview().locator("body[data-ready='1']").waitFor();
    await preview().locator("h1", { hasText: "Career progression" }).waitFor();
    await preview().getByText("See time off").waitFor();
    await shot("preview-dark", { keep: true });
  });

  await step("words show in the preview while they are typed", async () => {
    await goTo(7, 1);
    await page.keyboard.type("Typed just now. ");
    await preview().getByText("Typed just now. Careers here").waitFor();
  });

  await step("the preview's policy lets in nothing but our own script, by a nonce", async () => {
    const policy = await preview()
      .locator("meta[http-equiv=Content-Security-Policy]")
      .getAttribute("content");
    const [, nonce] = /script-src 'nonce-([\w+/=]{20,})'/.exec(policy ?? "") ?? [];
    assert.ok(nonce, `${policy}`);
    const parts = policy.split("; ");
    assert.ok(parts.includes("default-src 'none'") && parts.includes("base-uri 'none'"), policy);
    assert.ok(parts.includes(`script-src 'nonce-${nonce}'`) && !/unsafe/.test(policy), policy);
    assert.equal(
      await preview()
        .locator("script[src*='preview.js']")
        .evaluate((one) => one.nonce),
      nonce,
    );
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

  await step("a click on a link to a heading scrolls the preview to it", async () => {
    await openPage(career);
    await preview().locator("h1", { hasText: "Career progression" }).waitFor();
    await preview().locator("a", { hasText: "compensation" }).first().click();
    await preview().locator("h1", { hasText: "Compensation" }).waitFor();
    const heading = preview().locator("h2", { hasText: "Ranges" });
    const top = () => heading.evaluate((one) => one.getBoundingClientRect().top);
    await until("the heading at the top", async () => Math.abs(await top()) < 120 || (await atEnd(heading)));
  });

  await step("a picture of the handbook is shown in the preview", async () => {
    await openPage("small-teams.md");
    const picture = preview().locator("img[alt*='four small teams']");
    await picture.waitFor();
    await until("the picture's pixels", () =>
      picture.evaluate((one) => one.complete && one.naturalWidth > 0),
    );
  });

  await step("the button in the title bar opens the preview again", async () => {
    await page.locator(".tab", { hasText: "Preview:" }).hover();
    await page.locator(".tab", { hasText: "Preview:" }).locator(".tab-actions a").first().click();
    await openPage("feedback.md");
    await page.locator(".editor-group-container a.action-label[aria-label*='Ctrl+K H']").first().click();
    await preview().locator("h1", { hasText: "Feedback" }).waitFor();
  });

  await step("the route of the page is copied", async () => {
    await openPage("feedback.md");
    await command("Handbook: Copy Route of This Page");
    await page.locator(".statusbar-item", { hasText: "Copied /handbook/people/feedback" }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(copied, "/handbook/people/feedback");
  });

  await step(
    "a click on the status bar tells what was taken for a handbook, and leads to the log",
    async () => {
      await page.locator(".statusbar-item", { hasText: /27 pages/ }).click();
      const rows = page.locator(".quick-input-list .monaco-list-row");
      await rows.filter({ hasText: "tidewater" }).filter({ hasText: "27 pages" }).waitFor();
      await rows.filter({ hasText: "Show Log" }).click();
      await page.locator(".part.panel .output-view-container, .part.panel [id*='output']").first().waitFor();
      await page.locator(".part.panel", { hasText: "Handbook" }).first().waitFor();
    },
  );

  await step("the server is started anew by its command", async () => {
    await command("Handbook: Restart Server");
    await page.locator(".statusbar-item", { hasText: /27 pages/ }).waitFor();
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

  await step("a server that dies is started again, and that is told, with a way to the log", async () => {
    process.kill(serverPid(), "SIGKILL");
    const told = page.locator(".notification-toast", {
      hasText: "stopped unexpectedly and were started again",
    });
    await told.locator("a.monaco-button", { hasText: "Show Log" }).click();
    await page.locator(".statusbar-item", { hasText: /27 pages/ }).waitFor();
    assert.ok(serverPid());
  });

  await step("nothing broke the preview's security policy", async () => assert.deepEqual(problems, []));
}

/** An author who has VS Code's own link check on meets us: broken links would be underlined twice. */
async function meetLinkCheck() {
  const settings = { "markdown.validate.enabled": true };
  await server.stop();
  server = await startServer({ dir, testDriver: false, settings });
  const file = join(server.userData, "User", "settings.json");
  const linkCheck = () => JSON.parse(readFileSync(file, "utf8"))["markdown.validate.enabled"];
  const offer = page.locator(".notification-toast", {
    hasText: "Markdown link check is on in your settings",
  });
  const openHandbook = async () => {
    await page.goto(server.url(folder));
    await page.locator(".monaco-workbench").waitFor();
    await openPage("management.md");
    await page.locator(".statusbar-item", { hasText: /27 pages/ }).waitFor();
  };

  await step("VS Code's own link check is offered to be switched off, and one click does it", async () => {
    await openHandbook();
    await offer.waitFor();
    await shot("link-check");
    await offer.locator("a.monaco-button", { hasText: "Switch It Off" }).click();
    await until("the setting", () => linkCheck() === false);
  });

  await step("the offer is made once, also to an author who switches the check on again", async () => {
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, "utf8")), ...settings }));
    await openHandbook();
    await delay(3000);
    assert.equal(await offer.count(), 0);
    assert.equal(linkCheck(), true);
  });
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
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(server.url(folder));
  await page.locator(".monaco-workbench").waitFor();
  await walkThrough();
  await meetLinkCheck();
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
