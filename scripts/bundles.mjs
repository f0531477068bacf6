// What is built of what: the options of each bundle for esbuild. Parts that are heavy and rarely needed (preview, lint) are
// chunks of their own in the Node builds, loaded on demand.

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** @type {(production: boolean) => import("esbuild").BuildOptions} */
const base = (production) => ({
  absWorkingDir: root,
  bundle: true,
  sourcemap: production ? false : "linked",
  minify: production,
  legalComments: "none",
  logLevel: "warning",
  define: { "process.env.HANDBOOK_VERSION": JSON.stringify(version) },
});

// Packages written for CommonJS ask for Node's modules by `require`, which an ES module does not have.
const requireInEsm =
  'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);';

// gray-matter wants a global Buffer and node:fs; a worker has neither.
const browserShims = {
  inject: ["server/src/browser/bufferGlobal.ts"],
  alias: { fs: join(root, "server/src/browser/noFiles.ts") },
};

/** The client for the desktop. */
export const clientBundle = (production) => ({
  ...base(production),
  entryPoints: { client: "client/src/node.ts" },
  outdir: "dist",
  outExtension: { ".js": ".cjs" },
  platform: "node",
  format: "cjs",
  target: "node20",
  external: ["vscode"],
});

/** All that runs in Node: the server, the command line, and what they load later. */
export const serverBundle = (production) => ({
  ...base(production),
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
});

const webClientBundle = (production) => ({
  ...base(production),
  entryPoints: { client: "client/src/browser.ts" },
  outdir: "dist/web",
  platform: "browser",
  format: "cjs",
  target: "es2022",
  external: ["vscode"],
});

const webServerBundle = (production) => ({
  ...base(production),
  ...browserShims,
  entryPoints: { server: "server/src/browser/main.ts" },
  outdir: "dist/web",
  platform: "browser",
  format: "iife",
  target: "es2022",
  conditions: ["worker", "browser"],
});

const webviewBundle = (production) => ({
  ...base(production),
  entryPoints: { preview: "client/webview/main.ts" },
  outdir: "dist/webview",
  platform: "browser",
  format: "iife",
  target: "es2022",
});

export const bundles = (production) =>
  [clientBundle, serverBundle, webClientBundle, webServerBundle, webviewBundle].map((one) => one(production));
