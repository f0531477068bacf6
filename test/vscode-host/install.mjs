// Installs what the tests in a real VS Code need into an ignored folder: code-server with the Node it wants, two small
// native modules, and Chromium from Debian where it is missing and we may. Does nothing when all is there.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { findChromium, hostDir, nodeBin, vscodeDir } from "./host.mjs";

const codeServer = "4.139.1";
const node = "24";
const done = join(hostDir, `installed-${codeServer}`);
const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];

function run(command, args, cwd) {
  console.log(">", command, args.join(" "));
  execFileSync(command, args, { cwd, stdio: ["ignore", "inherit", "inherit"] });
}

function installCodeServer() {
  mkdirSync(hostDir, { recursive: true });
  writeFileSync(join(hostDir, "package.json"), '{"private":true}\n');
  // the platform package of `node` holds the binary and the headers, and has no install script
  const platform = `node-${process.platform}-${process.arch}`;
  run("npm", ["install", ...quiet, `code-server@${codeServer}`, `${platform}@${node}`], hostDir);
  run("npm", ["install", ...quiet, "--omit=dev", "--no-package-lock"], vscodeDir);
  // spdlog: log files and output channels; native-watchdog: the extension host ends with its parent
  const npmDir = dirname(execFileSync("npm", ["root", "-g"], { encoding: "utf8" }).trim());
  const gyp = join(npmDir, "node_modules/npm/node_modules/node-gyp/bin/node-gyp.js");
  for (const name of ["@vscode/spdlog", "@vscode/native-watchdog"]) {
    const headers = `--nodedir=${join(hostDir, "node_modules", platform)}`;
    try {
      run(nodeBin, [gyp, "rebuild", "--silent", headers], join(vscodeDir, "node_modules", name));
    } catch (error) {
      console.warn(`${name} was not built, output channels may stay empty: ${String(error).split("\n")[0]}`);
    }
  }
  // 230 MB that no test needs
  for (const part of ["extensions/copilot", "node_modules/@github", "node_modules/@microsoft/mxc-sdk"]) {
    rmSync(join(vscodeDir, part), { recursive: true, force: true });
  }
  writeFileSync(done, "");
}

/** Debian only, and only as root: elsewhere the message says what is wanted. */
function installChromium() {
  if (findChromium()) return;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    run("apt-get", ["update", "-qq"]);
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"]);
  }
  if (!findChromium()) {
    throw new Error(
      "Chromium is missing: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH.",
    );
  }
}

/** Answers when everything is there; throws with what to do when it cannot be. `browser: false` leaves Chromium out. */
export function installHost({ browser = true } = {}) {
  if (!existsSync(done)) installCodeServer();
  if (browser) installChromium();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  installHost();
  console.log("the VS Code host is installed");
}
