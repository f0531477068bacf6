// `npm start [-- FOLDER]`: installs what is missing, builds, and opens VS Code with this extension on a handbook: the
// desktop's `code` where there is one, else the embedded code-server, whose address is printed. Says what it does.

import { execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const folder = resolve(process.argv[2] ?? join(root, "examples/handbook"));
const say = (text) => console.log(`handbook: ${text}`);
// on Windows, npm and code are scripts that only a shell can start
const shell = process.platform === "win32";

if (!existsSync(folder)) {
  console.error(`handbook: there is no folder ${folder}`);
  process.exit(1);
}
if (!existsSync(join(root, "node_modules/esbuild"))) {
  say("installing packages (once) …");
  execFileSync("npm", ["ci", "--ignore-scripts"], { cwd: root, stdio: "inherit", shell });
}
say("building the extension …");
execFileSync(process.execPath, [join(root, "scripts/build.mjs")], { stdio: "inherit" });

const hasDesktop = spawnSync("code", ["--version"], { shell, stdio: "ignore" }).status === 0;
if (hasDesktop && !process.env.HANDBOOK_CODE_SERVER) {
  say(`opening VS Code on ${folder}`);
  spawn("code", [`--extensionDevelopmentPath=${root}`, folder], {
    stdio: "ignore",
    detached: true,
    shell,
  }).unref();
} else {
  await openCodeServer();
}

async function openCodeServer() {
  say("no `code` command here, so VS Code runs in your browser");
  const { installHost } = await import("../test/vscode-host/install.mjs");
  say("installing code-server (once, about a minute) …");
  installHost({ browser: false });
  const { cli, startServer } = await import("../test/vscode-host/host.mjs");
  say("packaging the extension …");
  execFileSync(process.execPath, [join(root, "scripts/package.mjs")], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const dir = mkdtempSync(join(tmpdir(), "handbook-"));
  const place = ["--extensions-dir", join(dir, "extensions"), "--user-data-dir", join(dir, "user-data")];
  cli(["--install-extension", join(root, "handbook.vsix"), ...place, "--config", "/dev/null"]);
  const server = await startServer({ dir, testDriver: false, idleTimeout: 0 });
  say(`open ${server.url(folder)}`);
  say("press Ctrl+C here to end it");
  let ending = false;
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.on(signal, async () => {
      if (ending) return;
      ending = true;
      await server.stop();
      rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
      process.exit(0);
    });
  }
  setInterval(() => undefined, 60_000);
}
