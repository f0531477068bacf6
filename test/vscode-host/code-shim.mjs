#!/usr/bin/env node
// Stands in for the `code` executable that @vscode/test-electron starts: takes the same arguments, runs the tests in
// the extension host of code-server, prints their output and exits with their exit code.

import { resolve } from "node:path";
import { format } from "node:util";
import { noise, startBrowser, startServer } from "./host.mjs";

const value = {};
const folders = [];
const development = [];
for (const argument of process.argv.slice(2)) {
  const option = /^--([\w-]+)(?:=(.*))?$/.exec(argument);
  if (!option) folders.push(argument);
  else if (option[1] === "extensionDevelopmentPath") development.push(option[2]);
  else value[option[1]] = option[2] ?? true;
}
if (!value.extensionTestsPath) {
  console.error("code-shim: --extensionTestsPath is missing");
  process.exit(2);
}
const verbose = !!process.env.VSCODE_HOST_VERBOSE;
const limit = Number(process.env.VSCODE_TEST_TIMEOUT_MS ?? 180_000);

let finish;
const finished = new Promise((done) => {
  finish = done;
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => finish(130));
const parent = process.ppid; // the starter was killed: end too
setInterval(() => process.ppid !== parent && finish(129), 1000).unref();
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => finish(129));
const timer = setTimeout(() => {
  console.error(`code-shim: no result after ${limit} ms`);
  finish(124);
}, limit);

async function openWorkbench(page, server) {
  // Both the extension host's console and the workbench's own log arrive here, with printf-style arguments.
  await page.exposeFunction("codeAutomationLog", (type, args) => {
    const text = format(...args);
    if (noise.test(text) && !verbose) return;
    (type === "error" || type === "warn" ? process.stderr : process.stdout).write(`${text}\n`);
  });
  await page.exposeFunction("codeAutomationExit", (code) => finish(code));
  page.on("crash", () => {
    console.error("code-shim: the page crashed");
    finish(125);
  });
  if (verbose) page.on("console", (message) => console.error(`[page] ${message.type()} ${message.text()}`));
  const payload = [
    ...development.map((path) => ["extensionDevelopmentPath", server.remoteUri(path)]),
    ["extensionTestsPath", server.remoteUri(value.extensionTestsPath)],
  ];
  await page.goto(server.url(folders[0], payload));
}

let server;
let browser;
let code = 1;
try {
  server = await startServer({
    extensionsDir: value["extensions-dir"] && resolve(value["extensions-dir"]),
    settings: JSON.parse(process.env.VSCODE_HOST_SETTINGS ?? "{}"),
    trust: !!value["disable-workspace-trust"] && !process.env.VSCODE_HOST_UNTRUSTED, // test-electron always passes the flag
    verbose,
  });
  browser = await startBrowser();
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  await openWorkbench(page, server);
  code = await finished;
  if (code !== 0 && process.env.VSCODE_HOST_SHOT)
    await page.screenshot({ path: process.env.VSCODE_HOST_SHOT });
} catch (error) {
  console.error("code-shim:", error);
} finally {
  clearTimeout(timer);
  await browser
    ?.close()
    .catch((error) => console.error("code-shim: the browser did not close:", String(error)));
  await server?.stop();
}
process.exit(code);
