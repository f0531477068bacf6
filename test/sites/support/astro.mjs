// Builds an Astro site so that its pages tell their source and its links what the author wrote, and judges what came out.
// The author's configuration is left as it is: a second one beside it adds the two plugins.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readBuilt, verdictOn } from "./readBuilt.mjs";

/**
 * @param {{ site: string, run: Function, node: string, astro: string, origin: string, base?: string }} options
 * `base`: "/docs/", the path that the site is served below
 */
export function buildAstro({ site, run, node, astro, origin, base = "/" }) {
  for (const path of pageFiles(site)) markPage(site, path);
  writeFileSync(join(site, "astro.marked.config.mjs"), markedConfig);
  run(node, [astro, "build", "--config", "astro.marked.config.mjs"], {
    cwd: site,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1" },
  });
  return readRows(join(site, "dist"), origin, base);
}

/** Markdown anywhere but where only other pages import it. */
const pageFile = /^(?!src\/partials\/|node_modules\/|dist\/).*\.mdx?$/;

function pageFiles(site) {
  return readdirSync(site, { recursive: true })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => pageFile.test(path));
}

/** The page's last element names its file; links of the frontmatter get the attribute that marks them. */
function markPage(site, path) {
  const file = join(site, path);
  const text = readFileSync(file, "utf8").replace(
    /^( +)link: (\S+)\n(?=\1(?:icon|variant):)/gm,
    "$1link: $2\n$1attrs: { data-raw: $2 }\n",
  );
  writeFileSync(file, `${text.trimEnd()}\n\n<span data-source="${path}"></span>\n`);
}

const markedConfig = `
import config from "./astro.config.mjs";

/** Both of Astro's engines: satteri takes visitors, unified takes remark and rehype plugins. Markdown's links keep their address as it was written. */
const satteriMarkdown = () => {
  const addresses = new Map();
  return {
    name: "raw-links",
    before(root) {
      collect(root, addresses);
    },
    link: (node, ctx) => ctx.setProperty(node, "data", { ...node.data, hProperties: { ...node.data?.hProperties, "data-raw": node.url } }),
    linkReference: (node, ctx) =>
      ctx.setProperty(node, "data", { ...node.data, hProperties: { ...node.data?.hProperties, "data-raw": addresses.get(labelOf(node)) ?? "" } }),
  };
};

const satteriHtml = {
  name: "raw-html",
  raw: (node) => ({ type: "raw", value: inHtml(node.value) }),
  mdxJsxFlowElement: { filter: [], visit: (node, ctx) => void onJsx(node, (value) => ctx.setProperty(node, "data-raw", value)) },
  mdxJsxTextElement: { filter: [], visit: (node, ctx) => void onJsx(node, (value) => ctx.setProperty(node, "data-raw", value)) },
};

const labelOf = (node) => (node.label ?? node.identifier).toLowerCase();

function collect(node, addresses) {
  if (node.type === "definition" && !addresses.has(labelOf(node))) addresses.set(labelOf(node), node.url);
  for (const child of node.children ?? []) collect(child, addresses);
}

function onJsx(node, set) {
  const href = (node.attributes ?? []).find((one) => one.name === "href");
  if (href && typeof href.value === "string") set(href.value);
}

function inHtml(html) {
  return html.replace(/<a\\s+([^>]*?)href=(["'])([^"']*)\\2/g, (all, before, quote, href) => all + " data-raw=" + quote + href + quote);
}

function remarkPlugin() {
  return (root) => {
    const addresses = new Map();
    collect(root, addresses);
    const walk = (node) => {
      const url = node.type === "link" ? node.url : node.type === "linkReference" ? addresses.get(labelOf(node)) : undefined;
      if (url !== undefined) node.data = { ...node.data, hProperties: { ...node.data?.hProperties, "data-raw": url } };
      for (const child of node.children ?? []) walk(child);
    };
    walk(root);
  };
}

function rehypePlugin() {
  return function walk(node) {
    if (node.type === "raw") node.value = inHtml(node.value);
    if (node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement")
      onJsx(node, (value) => node.attributes.push({ type: "mdxJsxAttribute", name: "data-raw", value }));
    for (const child of node.children ?? []) walk(child);
  };
}

const marker = {
  name: "marker",
  hooks: {
    "astro:config:setup": ({ config, updateConfig }) => {
      const options = config.markdown.processor?.options;
      if (options?.hastPlugins) {
        options.mdastPlugins.unshift(satteriMarkdown);
        options.hastPlugins.unshift(satteriHtml);
      } else if (options?.rehypePlugins) {
        options.remarkPlugins.unshift(remarkPlugin);
        options.rehypePlugins.unshift(rehypePlugin);
      } else updateConfig({ markdown: { remarkPlugins: [remarkPlugin], rehypePlugins: [rehypePlugin] } });
    },
  },
};

export default { ...config, integrations: [marker, ...(config.integrations ?? [])] };
`;

/** Ids of headings that no author wrote. */
const ownHeadings = new Set(["_top", "footnote-label", "starlight__on-this-page"]);

function readRows(out, origin, base) {
  const built = readBuilt(out);
  const pages = [];
  const links = [];
  for (const page of built.pages.values()) {
    if (page.source === undefined || isFallback(out, page)) continue;
    const ids = page.headings.filter((id) => !ownHeadings.has(id));
    pages.push({ page: page.source, route: decodeURI(page.url).replace(/\.html$/, ""), heading_ids: ids });
    for (const { href, raw } of page.links) {
      const verdict = verdictOn(built, page, href, { origin, base });
      if (verdict !== "external") links.push({ page: page.source, href: raw, verdict });
    }
  }
  return { pages, links };
}

/** A page that Starlight shows in place of a missing translation: its source is another page's, in another language than its own. */
function isFallback(out, page) {
  const html = readFileSync(join(out, page.file), "utf8");
  const [own, shown] = [/<html[^>]* lang="([^"]*)"/, /<main[^>]* lang="([^"]*)"/].map(
    (one) => one.exec(html)?.[1],
  );
  return own !== undefined && shown !== undefined && own !== shown;
}
