// A site like PostHog's can't be had as a whole (its theme is its own), so its parts are asked one by one: MDX 1 for what
// is a link and a heading, gatsby-remark-autolink-headers for ids, Vercel's own routing-utils for redirects. What is left
// is the address of a file (Gatsby's file-system routes) and what a browser makes of a relative one.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const origin = "https://lantern.example";

export async function build({ site, work, install }) {
  // Gatsby itself is a peer of its plugin, and not asked here.
  install(
    "--legacy-peer-deps",
    "@mdx-js/mdx@1.6.22",
    "gatsby-remark-autolink-headers@5.25.0",
    "@vercel/routing-utils@3.1.0",
    "gray-matter@4",
  );
  const require = createRequire(join(work, "package.json"));
  const tools = {
    mdx: require("@mdx-js/mdx"),
    autolink: require("gatsby-remark-autolink-headers"),
    matter: require("gray-matter"),
    redirects: readRedirects(join(site, "vercel.json"), require("@vercel/routing-utils")),
  };
  const contents = join(site, "contents");
  const files = readdirSync(contents, { recursive: true }).filter((file) => /\.mdx?$/.test(file));
  const read = new Map(
    files.map((file) => [file, readPage(file, readFileSync(join(contents, file), "utf8"), tools)]),
  );
  for (const [file, page] of read)
    for (const from of page.imports) page.parts.push(read.get(join(file, "..", from)));
  const served = [...read.values()].filter(({ route }) => route !== undefined);
  const routes = new Map(served.map((page) => [page.route, page]));
  const pages = served.map(({ page, route, parts }) => ({
    page,
    route,
    heading_ids: parts.flatMap(({ headings }) => headings),
  }));
  const links = served.flatMap((page) =>
    page.parts.flatMap((part) =>
      part.links
        .map((href) => ({ page: page.page, href, verdict: verdict(href, page, { routes, site, ...tools }) }))
        .filter(({ verdict }) => verdict !== "external"),
    ),
  );
  return { pages, links };
}

/** MDX's tree with the ids that the plugin gave. */
function readPage(file, text, { mdx, autolink, matter }) {
  const { content, data } = matter(text);
  const page = {
    page: `contents/${file}`,
    route: routeOf(file, data),
    headings: [],
    ids: new Set(),
    links: [],
    imports: [],
  };
  page.parts = [page];
  mdx.sync(content, {
    remarkPlugins: [
      () => (tree) => {
        const definitions = new Map();
        visit(tree, (node) => {
          if (node.type === "definition") definitions.set(node.identifier, node.url);
          // PostHog's own step: lower-case tags drop out of a heading before it is slugged.
          if (node.type === "heading")
            node.children = node.children.filter((one) => !/^<\/?[a-z]+>$/.test(one.value ?? ""));
        });
        autolink({ markdownAST: tree }, { icon: false });
        visit(tree, (node) => collect(node, definitions, page));
      },
    ],
  });
  return page;
}

function collect(node, definitions, page) {
  if (node.type === "heading") {
    page.headings.push(node.data.id);
    page.ids.add(node.data.id);
  }
  if (node.type === "link") page.links.push(node.url);
  if (node.type === "linkReference" && definitions.has(node.identifier))
    page.links.push(definitions.get(node.identifier));
  if (node.type === "import")
    for (const [, from] of node.value.matchAll(/from\s+['"](\.[^'"]+)['"]/g)) page.imports.push(from);
  if (node.type !== "jsx") return;
  for (const [, heading, id] of node.value.matchAll(/<(h[1-6])[^>]*\sid="([^"]+)"/g))
    if (heading) page.headings.push(id);
  for (const [, id] of node.value.matchAll(/<\w+[^>]*\s(?:id|name)="([^"]+)"/g)) page.ids.add(id);
  for (const [, href] of node.value.matchAll(/<(?:a|Link|PrivateLink)\s[^>]*?(?:href|to|url)="([^"]+)"/g))
    page.links.push(href);
}

/** Gatsby's address of a page file; none for partials and for a page with an empty title. */
function routeOf(file, data) {
  if (file.split("/").some((part) => part.startsWith("_")) || data.title === "") return undefined;
  return `/${file.replace(/\.mdx?$/, "")}`.replace(/\/index$/, "") || "/";
}

function verdict(href, page, context) {
  const { routes, site, redirects } = context;
  // Only what begins with a dot loses its extension.
  const written = href.startsWith(".") ? href.replace(/\.mdx?(?=[#?]|$)/, "") : href;
  let url = new URL(written, origin + page.route);
  if (url.origin !== origin || !/^https?:$/.test(url.protocol)) return "external";
  let redirected = false;
  for (let hops = 0; hops < 20; hops++) {
    const next = redirects(decodeURIComponent(url.pathname).replace(/(.)\/$/, "$1"));
    if (next === undefined) break;
    redirected = true;
    const target = new URL(next, origin);
    if (target.origin !== origin) return "redirect";
    if (target.hash === "") target.hash = url.hash;
    url = target;
    if (hops === 19) return "missing-page";
  }
  const path = decodeURIComponent(url.pathname).replace(/(.)\/$/, "$1");
  const found = routes.get(path);
  if (!found) {
    if (/^\/handbook\/engineering(?:\/|$)|^\/ingest\/|^\/teams\//.test(path)) return "unknown";
    const code = ["/", "/handbook", "/about"].includes(path) || existsSync(join(site, "static", path));
    return code ? (redirected ? "redirect" : "ok") : "missing-page";
  }
  const fragment = decodeURIComponent(url.hash.slice(1));
  const has = fragment === "" || fragment === "top" || found.parts.some(({ ids }) => ids.has(fragment));
  return has ? (redirected ? "redirect" : "ok") : "missing-anchor";
}

/** Vercel's own reading of its redirects: the location for a path. */
function readRedirects(file, { getTransformedRoutes }) {
  const { redirects } = JSON.parse(readFileSync(file, "utf8"));
  const { routes, error } = getTransformedRoutes({ redirects });
  if (error) throw new Error(error.message);
  const rules = routes.filter(({ headers }) => headers?.Location);
  return (path) => {
    for (const { src, headers } of rules) {
      const match = new RegExp(src).exec(path);
      if (match)
        return headers.Location.replace(
          /\$(\w+)/g,
          (_, name) => match.groups?.[name] ?? match[Number(name)] ?? "",
        );
    }
    return undefined;
  };
}

function visit(node, see) {
  see(node);
  for (const child of node.children ?? []) visit(child, see);
}
