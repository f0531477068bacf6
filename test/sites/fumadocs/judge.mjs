// Asks fumadocs-core where pages are served, which ids their headings have and where relative links lead. Building the whole
// site takes Next; what Next adds here (the app folder, redirects, public/) is judged by its documented rules below.
// Runs beside the packages that it imports.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { remarkHeading } from "fumadocs-core/mdx-plugins/remark-heading";
import { loader } from "fumadocs-core/source";
import remarkGfm from "remark-gfm";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { parse } from "yaml";

const origin = "https://orchard.example";
const served = new Set(["/", "/about", "/api/search"]);

export function judge(site) {
  const docs = join(site, "content/docs");
  const files = readdirSync(docs, { recursive: true }).filter((path) => /\.mdx?$/.test(path));
  const source = loader({
    baseUrl: "/docs",
    source: {
      files: files.map((path) => ({
        type: "page",
        path,
        data: parse(/^---\n([\s\S]*?)\n---/.exec(readFileSync(join(docs, path), "utf8"))?.[1] ?? "") ?? {},
      })),
    },
  });
  const facts = new Map();
  for (const page of source.getPages()) {
    facts.set(decodeURI(page.url), { page, ...read(join(docs, page.path)) });
  }
  return rows(source, facts, site);
}

/** Ids and links of a file and of the MDX that it imports, through the plugins that Fumadocs puts first. */
function read(path) {
  const text = readFileSync(path, "utf8").replace(/^---\n[\s\S]*?\n---/, (all) => all.replace(/[^\n]/g, ""));
  const processor = unified().use(remarkParse).use(remarkGfm);
  if (path.endsWith(".mdx")) processor.use(remarkMdx);
  processor.use(remarkHeading);
  const tree = processor.runSync(processor.parse(text));
  const found = { headings: [], ids: [], links: [] };
  const imports = [...text.matchAll(/^import (\w+) from "(\.[^"]+\.mdx)"/gm)];
  walk(tree, found, new Map(imports.map(([, name, from]) => [name, join(dirname(path), from)])));
  return found;
}

function walk(node, found, imports) {
  if (node.type === "heading") {
    found.headings.push(node.data.hProperties.id);
    found.ids.push(node.data.hProperties.id);
  }
  if (node.type === "link") found.links.push(node.url);
  if (node.type === "footnoteDefinition") found.ids.push(`user-content-fn-${node.identifier}`);
  for (const { name, value } of node.attributes ?? []) {
    if (name === "id" && typeof value === "string") found.ids.push(value);
    if (name === "href" && typeof value === "string") found.links.push(value);
  }
  if (imports.has(node.name)) {
    const part = read(imports.get(node.name));
    for (const key of Object.keys(found)) found[key].push(...part[key]);
  }
  for (const child of node.children ?? []) walk(child, found, imports);
}

function rows(source, facts, site) {
  const pages = [];
  const links = [];
  for (const [route, { page, headings, links: hrefs }] of facts) {
    pages.push({ page: `content/docs/${page.path}`, route, heading_ids: headings });
    for (const href of hrefs) {
      const verdict = verdictOn(source, facts, site, page, href);
      if (verdict !== "external") links.push({ page: `content/docs/${page.path}`, href, verdict });
    }
  }
  return { pages, links };
}

/** fumadocs-ui's layout (components/layout/docs.tsx, page.tsx). */
const layout = new Set(["nd-page", "nd-toc", "nd-sidebar", "nd-subnav", "nd-docs-layout", "toc-title"]);

function verdictOn(source, facts, site, page, href) {
  // Markdown's way to HTML percent-encodes an address, and so it comes to the link's component.
  const resolved = source.resolveHref(encodeURI(decodeURI(href)), page);
  const url = new URL(resolved, origin + page.url);
  if (url.origin !== origin) return "external";
  let path = decodeURI(url.pathname).replace(/(.)\/$/, "$1");
  const moved = path === "/handbook" ? "/docs" : path.replace(/^\/wiki(?=\/|$)/, "/docs");
  const redirected = moved !== path;
  path = moved;
  const target = facts.get(path);
  if (!target) {
    if (!served.has(path) && !existsFile(site, path)) return "missing-page";
    return redirected ? "redirect" : "ok";
  }
  const id = decodeURIComponent(url.hash.slice(1));
  if (id !== "" && id !== "top" && !target.ids.includes(id) && !layout.has(id)) return "missing-anchor";
  return redirected ? "redirect" : "ok";
}

function existsFile(site, path) {
  return path !== "/" && existsSync(join(site, "public", path));
}
