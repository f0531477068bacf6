// Builds the site with VitePress itself. Its configuration is wrapped, to write beside each link what its author wrote
// (`data-raw`) and on each page its file (`data-source`); nothing else of it is touched.

import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse as parseYaml } from "yaml";
import { readBuilt, verdictOn } from "../support/readBuilt.mjs";

export const build = (tools) =>
  buildVitepress(tools, { origin: "https://handbook.tidewater.example", srcDir: "docs/" });

/** @param {{ origin: string, base?: string, cleanUrls?: boolean, srcDir?: string }} options what the site's configuration says */
export async function buildVitepress({ site, work, run, install }, options) {
  install("vitepress@1.6.4");
  wrapConfig(join(site, ".vitepress"));
  run(join(work, "node_modules/.bin/vitepress"), ["build", site]);
  const out = join(site, ".vitepress/dist");
  const built = readBuilt(out);
  const { base = "/", srcDir = "", cleanUrls } = options;
  const pages = new Map();
  const links = [];
  for (const page of built.pages.values()) {
    if (!page.source || page.file === "/404.html") continue;
    const name = srcDir + page.source;
    const route = cleanUrls ? page.url.replace(/\.html$/, "") : page.url;
    // A dynamic page is told once, by the first of its routes.
    if (pages.has(name)) continue;
    pages.set(name, { page: name, route, heading_ids: page.headings });
    const own = [...page.links, ...homeLinks(join(site, name), join(out, page.file))];
    for (const { href, raw } of own) {
      const verdict = verdictOn(built, page, href, { ...options, base });
      if (verdict !== "external") links.push({ page: name, href: raw, verdict });
    }
  }
  return { pages: [...pages.values()], links };
}

function wrapConfig(folder) {
  const whole = existsSync(join(folder, "config"));
  if (whole) renameSync(join(folder, "config"), join(folder, "handbook"));
  else renameSync(join(folder, "config.ts"), join(folder, "handbook.ts"));
  writeFileSync(join(folder, "config.mts"), wrapper);
}

const wrapper = `
import own from "./handbook";

const escape = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

/** Links say what their author wrote: Markdown's by an attribute of the token, HTML's in the tag. */
function keepRaw(md) {
  const written = new Map();
  const normalize = md.normalizeLink;
  md.normalizeLink = (url) => {
    const normal = normalize(url);
    written.set(normal, url);
    return normal;
  };
  const tagged = (html) =>
    html.replace(/<a\\b[^>]*?\\shref=(["'])(.*?)\\1/gs, (tag, _, href) => tag + ' data-raw="' + href.replaceAll('"', "&quot;") + '"');
  md.core.ruler.push("keep_raw", (state) => {
    for (const token of [...state.tokens, ...state.tokens.flatMap(({ children }) => children ?? [])]) {
      if (token.type === "html_inline" || token.type === "html_block") token.content = tagged(token.content);
      const href = token.type === "link_open" ? token.attrGet("href") : null;
      if (href !== null && token.attrGet("class") !== "header-anchor") token.attrSet("data-raw", written.get(href) ?? href);
    }
  });
}

export default {
  ...own,
  markdown: {
    ...own.markdown,
    config(md) {
      own.markdown?.config?.(md);
      keepRaw(md);
    },
  },
  transformHtml: (code, _, { pageData }) =>
    code.replace("<head>", '<head><meta data-source="' + escape(pageData.filePath) + '">'),
};
`;

/** The buttons and boxes of a home page, whose addresses stand in its frontmatter. */
function homeLinks(source, html) {
  const front = /^---\n([\s\S]*?)\n---/.exec(readFileSync(source, "utf8"))?.[1];
  const { hero, features, prev, next } = (front && parseYaml(front)) || {};
  const text = readFileSync(html, "utf8");
  const of = (pattern, entries) =>
    [...text.matchAll(pattern)].map(([, href], at) => ({
      href: href.replaceAll("&amp;", "&"),
      raw: entries[at]?.link,
    }));
  const boxes = (features ?? []).filter(({ link }) => link);
  const footer = [prev, next].filter((one) => one?.link);
  return [
    ...of(/<a class="VPButton[^"]*" href="([^"]*)"/g, hero?.actions ?? []),
    ...of(/<a class="VPLink[^"]*VPFeature[^"]*" href="([^"]*)"/g, boxes),
    ...(footer.length === 2 ? of(/<a class="VPLink link pager-link[^"]*" href="([^"]*)"/g, footer) : []),
  ].filter(({ raw }) => raw !== undefined);
}
