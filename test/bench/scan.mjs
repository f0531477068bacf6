// How fast pages are scanned: MB/s of one core (CPU time) over the handbooks beside the checkout, or the folders named.
//   node test/bench/scan.mjs [FOLDER…]

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = new URL("../../", import.meta.url);
const scanner = new URL("server/src/markdown/", root);
const { outputFiles } = await build({
  stdin: {
    contents: 'export { scanMarkdown } from "./scanMarkdown.ts"; export { githubSyntax } from "./syntax.ts";',
    resolveDir: fileURLToPath(scanner),
  },
  bundle: true,
  format: "esm",
  write: false,
});
const { scanMarkdown, githubSyntax } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`
);

const named = process.argv.slice(2);
const beside = ["gitlab-handbook", "sourcegraph-handbook"].map((name) =>
  fileURLToPath(new URL(`../shared/corpora/${name}`, root)),
);
for (const folder of named.length > 0 ? named : beside) {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
    /\.mdx?$/.test(path),
  );
  const buffers = files.map((path) => readFileSync(`${folder}/${path}`));
  const bytes = buffers.reduce((sum, buffer) => sum + buffer.length, 0);
  const pages = buffers.map((buffer) => buffer.toString("utf8"));
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 7; round++) {
    const before = process.cpuUsage();
    for (const page of pages) scanMarkdown(page, 0, githubSyntax);
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1e6);
  }
  console.log(
    `${folder}: ${pages.length} pages, ${(bytes / 1e6).toFixed(1)} MB, ${(bytes / 1e6 / best).toFixed(1)} MB/s`,
  );
}
