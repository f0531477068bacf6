// Builds everything that ships into dist/: the client (desktop and browser), the server (Node and worker), the command
// line and the preview's page. `--watch` rebuilds on change, `--production` minifies and leaves source maps out.
// Parts that are heavy and rarely needed (preview, lint) are chunks of their own in the Node builds, loaded on demand.

import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const production = process.argv.includes("--production");
const watch = process.argv.includes("--watch");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** @type {esbuild.BuildOptions} */
const base = {
  absWorkingDir: root,
  bundle: true,
  sourcemap: production ? false : "linked",
  minify: production,
  legalComments: "none",
  logLevel: "warning",
  define: { "process.env.HANDBOOK_VERSION": JSON.stringify(version) },
};

// Packages written for CommonJS ask for Node's modules by `require`, which an ES module does not have.
const requireInEsm =
  'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);';

// gray-matter wants a global Buffer and node:fs; a worker has neither.
const browserShims = {
  inject: ["server/src/browser/bufferGlobal.ts"],
  alias: { fs: join(root, "server/src/browser/noFiles.ts") },
};

/** @type {esbuild.BuildOptions[]} */
const builds = [
  {
    ...base,
    entryPoints: { client: "client/src/node.ts" },
    outdir: "dist",
    outExtension: { ".js": ".cjs" },
    platform: "node",
    format: "cjs",
    target: "node20",
    external: ["vscode"],
  },
  {
    ...base,
    entryPoints: {
      server: "server/src/node/main.ts",
      cli: "server/src/cli/main.ts",
      scanWorker: "server/src/node/scanWorker.ts",
      preview: "server/src/preview/renderPreview.ts",
      lint: "server/src/lint/lintPage.ts",
    },
    outdir: "dist",
    outExtension: { ".js": ".mjs" },
    chunkNames: "chunks/[name]-[hash]",
    platform: "node",
    format: "esm",
    splitting: true,
    target: "node20",
    mainFields: ["module", "main"],
    banner: { js: requireInEsm },
  },
  {
    ...base,
    entryPoints: { client: "client/src/browser.ts" },
    outdir: "dist/web",
    platform: "browser",
    format: "cjs",
    target: "es2022",
    external: ["vscode"],
  },
  {
    ...base,
    ...browserShims,
    entryPoints: { server: "server/src/browser/main.ts" },
    outdir: "dist/web",
    platform: "browser",
    format: "iife",
    target: "es2022",
    conditions: ["worker", "browser"],
  },
  {
    ...base,
    entryPoints: { preview: "client/webview/main.ts" },
    outdir: "dist/webview",
    platform: "browser",
    format: "iife",
    target: "es2022",
  },
];

function copyStatic() {
  mkdirSync(join(root, "dist/webview"), { recursive: true });
  cpSync(join(root, "client/webview/preview.css"), join(root, "dist/webview/preview.css"));
}

if (!watch) rmSync(join(root, "dist"), { recursive: true, force: true });
const missing = builds
  .flatMap((one) => Object.values(one.entryPoints))
  .filter((file) => !existsSync(join(root, file)));
if (missing.length > 0) throw new Error(`no such entry: ${missing.join(", ")}`);
if (watch) {
  copyStatic();
  for (const options of builds) await (await esbuild.context(options)).watch();
  console.log("watching");
} else {
  const results = await Promise.all(builds.map((options) => esbuild.build({ ...options, metafile: true })));
  copyStatic();
  const outputs = Object.assign({}, ...results.map((result) => result.metafile.outputs));
  writeFileSync(
    join(root, "dist/sizes.json"),
    JSON.stringify(
      Object.fromEntries(Object.entries(outputs).map(([file, out]) => [file, out.bytes])),
      null,
      1,
    ),
  );
}
