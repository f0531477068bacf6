// Eleventy 3, with a rule of markdown-it's that marks each link with what its author wrote, and a transform that names the
// source on each page.

import { readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { readBuilt, verdictOn } from "../support/readBuilt.mjs";

const origin = "https://lantern.example";

export async function build({ site, work, run, install }) {
  install("@11ty/eleventy@3.1.8", "markdown-it-anchor@9.2.0");
  const config = join(site, "eleventy.config.js");
  writeFileSync(
    config,
    readFileSync(config, "utf8").replace(
      /(export default function \((\w+)\) \{)/,
      (_, head, name) => `${head}${marks(name)}`,
    ),
  );
  run(process.execPath, [join(work, "node_modules/@11ty/eleventy/cmd.cjs"), "--quiet"], { cwd: site });
  const built = readBuilt(join(site, "_site"));
  const pages = [];
  const links = [];
  for (const page of built.pages.values()) {
    if (!page.source?.endsWith(".md")) continue;
    const file = relative(site, join(site, page.source));
    pages.push({ page: file, route: page.url, heading_ids: page.headings });
    for (const { href, raw } of page.links) {
      const verdict = verdictOn(built, page, href, { origin });
      if (verdict !== "external") links.push({ page: file, href: raw, verdict });
    }
  }
  return { pages, links };
}

function marks(name) {
  return `
  ${name}.amendLibrary("md", (md) =>
    md.core.ruler.push("mark", (state) => {
      for (const { children } of state.tokens)
        for (const token of children ?? [])
          if (token.type === "link_open") token.attrSet("data-raw", md.utils.lib.mdurl.decode(token.attrGet("href")));
    }),
  );
  ${name}.addTransform("source", function (content) {
    const marked = content.replace(/<a href="([^"]*)">/g, '<a data-raw="$1" href="$1">');
    return String(this.page.outputPath).endsWith(".html") ? marked.replace("<body>", \`<body data-source="\${this.page.inputPath}">\`) : content;
  });`;
}
