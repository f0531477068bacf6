// Builds everything that ships into dist/: the client (desktop and browser), the server (Node and worker), the command
// line and the preview's page. `--watch` rebuilds on change, `--production` minifies and leaves source maps out.

import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { bundles } from "./bundles.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const production = process.argv.includes("--production");
const watch = process.argv.includes("--watch");
const builds = bundles(production);

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
