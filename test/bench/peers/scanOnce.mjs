// How fast pages are scanned by one core, in a process of its own: prints MB/s (of the time on the processor).
//   node scanOnce.mjs ours|markdown-it FOLDER

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readCorpus } from "../support/corpus.mjs";

const [who, folder] = process.argv.slice(2);
const { pages, pageBytes } = readCorpus(folder);
const texts = pages.map(({ path }) => readFileSync(join(folder, path), "utf8"));
const scan = who === "ours" ? await ourScanner() : await markdownIt();

let best = Number.POSITIVE_INFINITY;
for (let round = 0; round < 5; round++) {
  const before = process.cpuUsage();
  for (const text of texts) scan(text);
  const { user, system } = process.cpuUsage(before);
  best = Math.min(best, (user + system) / 1e6);
}
console.log(pageBytes / 1e6 / best);

async function ourScanner() {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    stdin: {
      contents:
        'export { scanMarkdown } from "./scanMarkdown.ts"; export { githubSyntax } from "./syntax.ts";',
      resolveDir: fileURLToPath(new URL("../../../server/src/markdown", import.meta.url)),
    },
    bundle: true,
    format: "esm",
    write: false,
  });
  const code = Buffer.from(outputFiles[0].contents).toString("base64");
  const { scanMarkdown, githubSyntax } = await import(`data:text/javascript;base64,${code}`);
  return (text) => scanMarkdown(text, 0, githubSyntax);
}

async function markdownIt() {
  const { default: MarkdownIt } = await import("markdown-it");
  const parser = new MarkdownIt({ html: true });
  return (text) => parser.parse(text, {});
}
