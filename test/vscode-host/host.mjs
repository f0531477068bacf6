// Starts a real VS Code (code-server's server, extension host and web workbench) and Chromium to show it, and ends both.
// Everything a run writes is below one temporary folder of its own, so runs may go side by side.

import { execFileSync, spawn } from "node:child_process";
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
/** Where install.mjs puts code-server and its Node. */
export const hostDir = resolve(process.env.VSCODE_HOST_DIR ?? join(here, ".vscode-host"));
export const nodeBin = join(hostDir, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
export const codeServerEntry = join(hostDir, "node_modules/code-server/out/node/entry.js");
/** The files of VS Code itself, its built-in extensions among them. */
export const vscodeDir = join(hostDir, "node_modules/code-server/lib/vscode");

/** The Chromium to drive, or undefined: CHROMIUM_PATH, else where Debian and others put it. */
export function findChromium() {
  const usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
  return process.env.CHROMIUM_PATH ?? usual.find((path) => existsSync(path));
}

/** Can this machine run the host? When not, a test entry may use a downloaded desktop VS Code. */
export const available = () => existsSync(nodeBin) && existsSync(codeServerEntry) && !!findChromium();

/** No welcome page, telemetry, updates, network or trust dialog. */
export const quietSettings = {
  "workbench.startupEditor": "none",
  "workbench.welcomePage.walkthroughs.openOnInstall": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "extensions.autoUpdate": false,
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "workbench.enableExperiments": false,
  "workbench.tips.enabled": false,
  "git.enabled": false,
  "chat.disableAIFeatures": true,
  "security.workspace.trust.startupPrompt": "never",
  "security.workspace.trust.banner": "never",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "window.commandCenter": false,
  "files.autoSave": "off",
};

/** Lines of the workbench's own log that would hide the tests' output. */
export const noise =
  /^(\[(AccountPolicyGate|reconnection-grace-time|Service Worker|AgentHost)|(Resolving|Resolved) connection token|Creating a socket|Updating additional builtin|Ignoring fetching additional builtin|Found additional builtin|Skipping extension|Request to 'http|Loading development extension|Creation of workbench contribution|getaddrinfo ENOTFOUND|ENOPRO|CodeExpectedError|Failed to get installed servers|Ignoring the error while validating|vscode-test-web-support|\s+Error \[ERR_STREAM_PREMATURE|Timed out waiting for authentication provider)/;

export const delay = (ms) => new Promise((done) => setTimeout(done, ms));

function freePort() {
  return new Promise((found, failed) => {
    const probe = createServer()
      .once("error", failed)
      .listen(0, "127.0.0.1", () => {
        const { port } = probe.address();
        probe.close(() => found(port));
      });
  });
}

/**
 * Starts one server on a free port of 127.0.0.1 and answers when it is ready.
 * `testDriver` makes it load a development folder and tests (and hides notifications); `trust: false` starts it in
 * Restricted Mode; `idleTimeout` is in seconds and ends a server that nobody is connected to.
 */
export async function startServer(options = {}) {
  const { settings = {}, trust = true, testDriver = true, env = {}, args = [], verbose = false } = options;
  const { idleTimeout = 120 } = options;
  const dir = options.dir ?? mkdtempSync(join(tmpdir(), "vscode-host-"));
  const userData = join(dir, "user-data");
  const extensionsDir = options.extensionsDir ?? join(dir, "extensions");
  for (const one of [join(userData, "User"), extensionsDir, join(dir, "t")])
    mkdirSync(one, { recursive: true });
  const settingsFile = join(userData, "User", "settings.json");
  writeFileSync(settingsFile, JSON.stringify({ ...quietSettings, ...settings }, null, 2));
  writeFileSync(join(dir, "config.yaml"), "auth: none\n"); // else code-server makes and reads one in the home folder
  const port = await freePort();
  const own = [
    ...["--config", join(dir, "config.yaml"), "--auth", "none", "--bind-addr", `127.0.0.1:${port}`],
    ...["--user-data-dir", userData, "--extensions-dir", extensionsDir],
    ...["--disable-telemetry", "--disable-update-check", "--disable-getting-started-override"],
    ...(testDriver ? ["--vscode-option", "enable-smoke-test-driver"] : []), // without it a built VS Code ignores the payload
    ...(idleTimeout ? ["--idle-timeout-seconds", String(idleTimeout)] : []),
    ...(trust ? ["--disable-workspace-trust"] : []),
  ];
  const inside = { TMPDIR: join(dir, "t"), XDG_RUNTIME_DIR: join(dir, "t"), EXTENSIONS_GALLERY: "{}" };
  const child = spawn(nodeBin, [codeServerEntry, ...own, ...args], {
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: cleanEnv({ ...inside, ...env }),
  });
  const log = createWriteStream(join(dir, "server.log"));
  for (const stream of [child.stdout, child.stderr]) {
    stream.pipe(log, { end: false });
    if (verbose) stream.pipe(process.stderr, { end: false });
  }
  const base = `http://127.0.0.1:${port}`;
  await untilHealthy(base, child, join(dir, "server.log"));
  return {
    base,
    port,
    dir,
    userData,
    extensionsDir,
    pid: child.pid,
    /** URL of the workbench on a folder or a .code-workspace file; `payload` is a list of [key, value] pairs. */
    url: (folder, payload = []) => workbenchUrl(base, folder, payload),
    remoteUri: (path) =>
      `vscode-remote://127.0.0.1:${port}${resolve(path).split("/").map(encodeURIComponent).join("/")}`,
    async stop({ keep = false } = {}) {
      await killGroup(child.pid);
      log.end();
      if (!options.dir && !keep) rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function untilHealthy(base, child, log) {
  for (let i = 0; ; i++) {
    if (child.exitCode !== null) throw new Error(`code-server ended with ${child.exitCode}, see ${log}`);
    const up = await fetch(`${base}/healthz`).then(
      (answer) => answer.ok,
      () => false, // not listening yet
    );
    if (up) return;
    if (i > 150) throw new Error(`code-server did not come up, see ${log}`);
    await delay(100);
  }
}

function workbenchUrl(base, folder, payload) {
  const query = new URLSearchParams();
  if (folder) query.set(folder.endsWith(".code-workspace") ? "workspace" : "folder", resolve(folder));
  else query.set("ew", "true");
  if (payload.length) query.set("payload", JSON.stringify(payload));
  return `${base}/?${query}`;
}

/** The server must not believe that it runs inside another VS Code or another code-server. */
function cleanEnv(extra) {
  const env = { ...process.env, ...extra };
  const foreign = ["PORT", "PASSWORD", "HASHED_PASSWORD", "NODE_OPTIONS"];
  for (const key of Object.keys(env)) {
    if (/^(VSCODE_(?!HOST_)|ELECTRON_|CODE_SERVER_)/.test(key) || foreign.includes(key)) delete env[key];
  }
  return env;
}

/** Ends a detached child and all in its process group; SIGKILL after 5 s. */
async function killGroup(pid) {
  const signal = (name) => {
    try {
      process.kill(-pid, name);
      return true;
    } catch {
      return false; // nobody left in the group
    }
  };
  for (const [name, tries] of [
    ["SIGTERM", 50],
    ["SIGKILL", 20],
  ]) {
    if (!signal(name)) return;
    for (let i = 0; i < tries && signal(0); i++) await delay(100);
    if (!signal(0)) return;
  }
}

/** Chromium through playwright-core; each call has a fresh profile. */
export async function startBrowser({ headless = true } = {}) {
  const { chromium } = await import("playwright-core");
  return chromium.launch({
    executablePath: findChromium(),
    headless,
    // else playwright exits the process before the server is stopped
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** One command of the code-server command line (--install-extension, --list-extensions, …); answers its output. */
export function cli(args) {
  return execFileSync(nodeBin, [codeServerEntry, ...args], { encoding: "utf8", env: cleanEnv({}) });
}
