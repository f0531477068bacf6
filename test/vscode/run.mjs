// Runs the tests that live inside a real VS Code's extension host, one scenario after the other: a workspace made for
// it, the settings of its author, a suite of test/vscode/suites/. `node test/vscode/run.mjs NAME …` runs only those.
// Ends with `N passed, N failed` over all scenarios.

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runTests } from "@vscode/test-electron";
import * as esbuild from "esbuild";
import { available } from "../vscode-host/host.mjs";
import { runWebTests } from "../vscode-host/web.mjs";
import { scenarios } from "./scenarios.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const built = join(root, ".cache/vscode-suites");

/** Bundles a suite of test/vscode/suites/ so that the extension host can load it; answers the bundle's path. */
export async function buildSuite(name) {
  const outfile = join(built, `${name}.cjs`);
  await esbuild.build({
    entryPoints: [join(here, "suites", `${name}.ts`)],
    outfile,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    sourcemap: "inline",
    external: ["vscode", "mocha"],
    logLevel: "warning",
  });
  return outfile;
}

/**
 * Runs one suite in the real VS Code: code-server where it is installed, else (or with VSCODE_TEST_DESKTOP=1) a
 * downloaded desktop VS Code. Answers how many tests passed and failed; a host that ends badly counts as one failure.
 */
export async function runSuite({ suite, workspace, settings = {}, env = {}, timeout = 180_000 }) {
  const run = mkdtempSync(join(tmpdir(), "handbook-vscode-"));
  const resultsFile = join(run, "results.json");
  process.env.VSCODE_HOST_SETTINGS = JSON.stringify(settings);
  process.env.VSCODE_TEST_TIMEOUT_MS = String(timeout);
  let count = { passed: 0, failed: 1 };
  try {
    const opened = workspace?.(run);
    await runTests({
      vscodeExecutablePath:
        !process.env.VSCODE_TEST_DESKTOP && available()
          ? join(here, "../vscode-host/code-shim.mjs")
          : undefined,
      extensionDevelopmentPath: root,
      extensionTestsPath: await buildSuite(suite),
      extensionTestsEnv: { HANDBOOK_TEST_RESULTS: resultsFile, HANDBOOK_TEST_FOLDER: run, ...env },
      launchArgs: [
        ...(opened ? [opened] : []),
        `--user-data-dir=${join(run, "user-data")}`,
        `--extensions-dir=${join(run, "extensions")}`,
      ],
    });
  } catch (error) {
    console.error(String(error?.message ?? error));
  }
  try {
    count = JSON.parse(readFileSync(resultsFile, "utf8"));
  } catch {
    console.error(`${suite}: the extension host ended without a result`);
  }
  rmSync(run, { recursive: true, force: true, maxRetries: 5 });
  return count;
}

/** Runs a suite in the web worker extension host: no Node, files over workspace.fs. */
async function runInBrowser({ suite, workspace }) {
  const run = mkdtempSync(join(tmpdir(), "handbook-web-"));
  const tests = join(built, `${suite}.web.js`);
  await esbuild.build({
    entryPoints: [join(here, "suites", `${suite}.ts`)],
    outfile: tests,
    bundle: true,
    platform: "browser",
    format: "cjs",
    external: ["vscode"],
    logLevel: "warning",
  });
  const { code, output } = await runWebTests({ extension: root, folder: workspace(run), tests });
  rmSync(run, { recursive: true, force: true, maxRetries: 5 });
  const counted = /browser: (\d+) passed, (\d+) failed/.exec(output);
  const count = { passed: Number(counted?.[1] ?? 0), failed: Number(counted?.[2] ?? 0) };
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

/** A copy of a folder of this project as the workspace (tests write). */
export const copyOf = (folder) => (run) => {
  const workspace = join(run, "workspace");
  cpSync(join(root, folder), workspace, { recursive: true });
  return workspace;
};

/** A workspace of files given as text, by path; opened as a folder, or as a workspace of `folders` when there are several. */
export const filesOf =
  (files, folders = []) =>
  (run) => {
    const workspace = join(run, "workspace");
    mkdirSync(workspace, { recursive: true });
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(workspace, path)), { recursive: true });
      writeFileSync(join(workspace, path), text);
    }
    if (folders.length === 0) return workspace;
    const file = join(run, "several.code-workspace");
    writeFileSync(
      file,
      JSON.stringify({ folders: folders.map((path) => ({ path: join(workspace, path) })) }),
    );
    return file;
  };

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const names = process.argv.slice(2);
  const total = { passed: 0, failed: 0 };
  for (const scenario of scenarios({ copyOf, filesOf, browser: runInBrowser })) {
    if (names.length > 0 && !names.includes(scenario.name)) continue;
    console.log(`\n-- ${scenario.name}`);
    const count = await (scenario.run ?? runSuite)(scenario);
    if (count.passed + count.failed === 0) count.failed = 1;
    total.passed += count.passed;
    total.failed += count.failed;
  }
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
}
