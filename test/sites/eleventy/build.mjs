// Eleventy 3, with a rule of markdown-it's that marks each link with what its author wrote, and a transform that names the
// source on each page.

import { readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { readBuilt, verdictOn } from "../support/readBuilt.mjs";

const origin = "https://lantern.example";

export const build = (tools) => buildEleventy(tools, "markdown-it-anchor@9.2.0");

/** @param {string[]} packages what the site's configuration imports beside Eleventy */
export async function buildEleventy({ site, work, run, install }, ...packages) {
  install("@11ty/eleventy@3.1.8", ...packages);
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

/** Markdown's links by an attribute of their token, those of HTML in their tag, before any plugin changes them. */
function marks(name) {
  return `
  const tagged = (html) => html.replace(/<a(\\s[^>]*?)?\\shref="([^"]*)"/g, (tag, before, href) => tag + ' data-raw="' + href + '"');
  ${name}.amendLibrary("md", (md) =>
    md.core.ruler.push("mark", (state) => {
      for (const token of [...state.tokens, ...state.tokens.flatMap(({ children }) => children ?? [])]) {
        if (token.type === "html_inline" || token.type === "html_block") token.content = tagged(token.content);
        if (token.type === "link_open") token.attrSet("data-raw", md.utils.lib.mdurl.decode(token.attrGet("href")));
      }
    }),
  );
  ${name}.addTransform("source", function (content) {
    return String(this.page.outputPath).endsWith(".html") ? content.replace("<body>", \`<body data-source="\${this.page.inputPath}">\`) : content;
  });`;
}
