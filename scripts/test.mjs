// `npm test`: installs what is missing and runs every check and test of the project, one part after the other. A part
// that fails, or runs nothing, fails the whole; the last line counts all of them: `N passed, N failed`.
// `npm test -- PART …` runs only the parts named.

import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

// No test reads what another run has kept; those about the cache name a folder of their own.
process.env.HANDBOOK_CACHE = "off";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const results = join(root, ".cache/test-results");
const bin = (name) => join(root, "node_modules/.bin", name);

/** @typedef {{ passed: number, failed: number, skipped?: boolean }} Count */
/** @type {{ name: string, run: () => Count }[]} */
const parts = [
  {
    name: "types",
    run: () =>
      each(
        "types",
        typeProjects.map((project) => [bin("tsc"), "--noEmit", "-p", project]),
      ),
  },
  { name: "lint", run: () => each("lint", [[bin("biome"), "ci", "--error-on-warnings", "."]]) },
  { name: "build", run: () => each("build", [[process.execPath, "scripts/build.mjs"]]) },
  { name: "unit", run: vitest("unit", "vitest.config.mts") },
  { name: "lsp", run: vitest("lsp", "test/lsp/vitest.config.mts") },
  { name: "truth", run: vitest("truth", "test/truth/vitest.config.mts") },
  { name: "grammars", run: reporting("grammars", "test/syntaxes/run.mjs") },
  { name: "webview", run: reporting("webview", "test/preview/webview.chromium.mjs") },
  { name: "package", run: () => each("package", [[process.execPath, "scripts/package.mjs"]]) },
  { name: "vscode", run: reporting("vscode", "test/vscode/run.mjs") },
  { name: "workbench", run: reporting("workbench", "test/vscode/workbench.mjs") },
  { name: "corpora", run: reporting("corpora", "test/vscode/corpora.mjs") },
];

const typeProjects = [
  "tsconfig.json",
  "server/tsconfig.core.json",
  "server/tsconfig.browser.json",
  "client/tsconfig.browser.json",
  "client/webview/tsconfig.json",
];

/** Each command is one check: it passes when it ends with 0. */
function each(part, commands) {
  let failed = 0;
  for (const [command, ...args] of commands) {
    const { status } = spawnSync(command, args, { cwd: root, stdio: "inherit" });
    if (status !== 0) {
      console.error(`${part}: ${args.join(" ")} ended with ${status}`);
      failed += 1;
    }
  }
  return { passed: commands.length - failed, failed };
}

function vitest(part, config) {
  return () => {
    const file = join(results, `${part}.json`);
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
    const { status } = spawnSync(bin("vitest"), ["run", "--config", config, ...reporters], {
      cwd: root,
      stdio: "inherit",
    });
    const report = existsSync(file)
      ? JSON.parse(readFileSync(file, "utf8"))
      : { numPassedTests: 0, numFailedTests: 0 };
    return settle(status, { passed: report.numPassedTests, failed: report.numFailedTests });
  };
}

/** A script of ours whose last line is `N passed, N failed`; a line `skipped: why` allows none, but not in CI. */
function reporting(_part, script) {
  return () => {
    const { status, stdout } = spawnSync(process.execPath, [script], {
      cwd: root,
      stdio: ["ignore", "pipe", "inherit"],
      encoding: "utf8",
      maxBuffer: 1 << 28,
    });
    process.stdout.write(stdout ?? "");
    const counted = [...(stdout ?? "").matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1);
    const skipped = !process.env.CI && /^skipped: /m.test(stdout ?? "");
    return settle(status, { passed: Number(counted?.[1] ?? 0), failed: Number(counted?.[2] ?? 0), skipped });
  };
}

/** An exit code other than 0 with no failure counted is a failure all the same. */
function settle(status, count) {
  return status !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

/** Is every package of the lock file installed in its version? (Optional ones are for other systems, mostly.) */
function isInstalled() {
  const hidden = join(root, "node_modules/.package-lock.json");
  if (!existsSync(hidden)) return false;
  const there = JSON.parse(readFileSync(hidden, "utf8")).packages;
  const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  return Object.entries(wanted).every(
    ([path, one]) => path === "" || one.optional || there[path]?.version === one.version,
  );
}

function install() {
  if (!isInstalled()) {
    const shell = process.platform === "win32";
    execFileSync("npm", ["ci", "--ignore-scripts"], { cwd: root, stdio: "inherit", shell });
  }
  execFileSync(process.execPath, ["test/vscode-host/install.mjs"], { cwd: root, stdio: "inherit" });
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !parts.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(
    `no such part: ${unknown.join(", ")} (there are ${parts.map((part) => part.name).join(", ")})`,
  );
  process.exit(2);
}
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
install();
const total = { passed: 0, failed: 0 };
const lines = [];
for (const { name, run } of parts) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n== ${name}`);
  const started = Date.now();
  const count = run();
  if (count.passed + count.failed === 0 && !count.skipped) {
    console.error(`${name} ran nothing`);
    count.failed = 1;
  }
  total.passed += count.passed;
  total.failed += count.failed;
  lines.push(
    `${name.padEnd(10)} ${count.passed} passed, ${count.failed} failed, ${Math.round((Date.now() - started) / 1000)} s`,
  );
}
console.log(`\n${lines.join("\n")}\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
