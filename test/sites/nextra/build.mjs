// Builds the site with Nextra and Next.js, and asks the server that Next.js starts for each link, as a browser would. The
// configuration is wrapped, to write beside each link what its author wrote (`data-raw`) and on each page its file.

import { spawn } from "node:child_process";
import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readPage } from "../support/readBuilt.mjs";

export const build = (tools) => buildNextra(tools, { origin: "https://handbook.harbour.example" });

/** @param {{ origin: string, base?: string }} options what the site's configuration says */
export async function buildNextra({ site, work, run, install }, { origin, base = "" }) {
  install(
    "nextra@4.6.1",
    "nextra-theme-docs@4.6.1",
    "next@15.5.6",
    "react@19.2.0",
    "react-dom@19.2.0",
    // Later ones refuse what the theme hands them.
    "zod@4.1.12",
  );
  symlinkSync(join(work, "node_modules"), join(site, "node_modules"));
  wrapConfig(site);
  const next = join(work, "node_modules/.bin/next");
  const options = { cwd: site, env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" } };
  run(next, ["build"], options);
  const server = spawn(next, ["start", "-p", "4127"], { ...options, stdio: "ignore" });
  try {
    return await judge(site, { server: "http://localhost:4127", origin, base });
  } finally {
    server.kill();
  }
}

async function judge(site, place) {
  const { routes } = JSON.parse(readFileSync(join(site, ".next/prerender-manifest.json"), "utf8"));
  const pages = [];
  const links = [];
  for (const route of Object.keys(routes)) {
    const { page, url } = await fetchPage(
      place,
      place.server + place.base + (route === "/" ? place.base && "" : route),
    );
    if (!page?.source) continue;
    const path = decodeURI(new URL(url).pathname).slice(place.base.length) || "/";
    pages.push({
      page: page.source,
      route: path,
      heading_ids: page.headings.filter((id) => !page.hidden.has(id)),
    });
    for (const { href, raw } of page.links) {
      const verdict = await verdictOn(place, new URL(href, url), href);
      if (verdict !== "external") links.push({ page: page.source, href: raw, verdict });
    }
  }
  return { pages, links };
}

const fetched = new Map();

/** The page at an address, after the redirects on the way to it. */
async function fetchPage(place, address) {
  const known = fetched.get(address);
  if (known) return known;
  const found = await follow(place, address);
  fetched.set(address, found);
  return found;
}

async function follow({ server, origin }, address) {
  let url = address;
  for (let hops = 0; hops < 10; hops++) {
    const response = await request(url);
    const to = response.headers.get("location");
    if (to === null) {
      const html = response.headers.get("content-type")?.startsWith("text/html");
      const text = await response.text();
      if (response.status !== 200) return { url, redirected: hops > 0 };
      return {
        url,
        redirected: hops > 0,
        file: !html,
        page: html ? readVisible(text) : undefined,
        found: true,
      };
    }
    const next = new URL(to, url);
    if (next.origin !== server && next.origin !== origin)
      return { url: next.href, redirected: true, found: true };
    url = server + next.pathname + next.search + next.hash;
  }
  return { url, redirected: true };
}

/** The page; headings that the generator adds and no reader sees (a title of footnotes, of tabs) are not the author's. */
function readVisible(html) {
  const hidden = new Set(["footnote-label"]);
  for (const [, id] of html.matchAll(/<h3 id="([^"]*)" style="visibility:hidden/g)) hidden.add(id);
  return { ...readPage("/", html), hidden };
}

/** Asks until the server has started. */
async function request(url, tries = 60) {
  try {
    return await fetch(url, { redirect: "manual" });
  } catch (error) {
    if (tries === 0) throw error;
    await new Promise((resolve) => setTimeout(resolve, 500));
    return request(url, tries - 1);
  }
}

async function verdictOn(place, url, href) {
  if (/^https?:/i.test(href) && url.origin === place.origin)
    return verdictOn(place, new URL(place.server + href.slice(place.origin.length)), "");
  if (url.origin !== place.server) return "external";
  const address = url.origin + url.pathname + url.search;
  const target = await fetchPage(place, address);
  if (!target.found) return "missing-page";
  const fragment = decodeURIComponent(new URL(target.url).hash.slice(1) || url.hash.slice(1));
  if (target.page && fragment !== "" && fragment !== "top" && !target.page.ids.has(fragment))
    return "missing-anchor";
  return target.redirected ? "redirect" : "ok";
}

/** Nextra hands its options to its loader: the plugin goes among them. */
function wrapConfig(site) {
  const file = join(site, "next.config.mjs");
  writeFileSync(file, readFileSync(file, "utf8").replace('from "nextra"', 'from "./keep-raw.mjs"'));
  writeFileSync(join(site, "keep-raw.mjs"), plugin);
}

const plugin = `
import { relative } from "node:path";
import nextra from "nextra";

export default ({ mdxOptions, ...options } = {}) =>
  nextra({ ...options, mdxOptions: { ...mdxOptions, remarkPlugins: [...(mdxOptions?.remarkPlugins ?? []), keepRaw] } });

const attribute = (name, value) => ({ type: "mdxJsxAttribute", name, value });

function walk(node, visit) {
  visit(node);
  for (const child of node.children ?? []) walk(child, visit);
}

function keepRaw() {
  return (tree, file) => {
    const definitions = new Map();
    walk(tree, (node) => {
      if (node.type === "definition") definitions.set(node.identifier, node.url);
    });
    walk(tree, (node) => {
      const url = node.type === "linkReference" ? definitions.get(node.identifier) : node.url;
      if ((node.type === "link" || node.type === "linkReference") && url !== undefined)
        node.data = { ...node.data, hProperties: { ...node.data?.hProperties, "data-raw": url } };
      if (/^mdxJsx/.test(node.type) && node.name === "a") {
        const value = node.attributes.find(({ name }) => name === "href")?.value;
        const href = value?.type ? /^"(.*)"$/.exec(value.value)?.[1] : value;
        if (typeof href === "string") node.attributes.push(attribute("data-raw", href));
      }
    });
    const source = relative(process.cwd(), file.path).replaceAll("\\\\", "/");
    // Plain Markdown has its HTML as text, and no JSX.
    if (file.path.endsWith(".md")) {
      walk(tree, (node) => {
        if (node.type === "html")
          node.value = node.value.replace(/<a href="([^"]*)"/g, '<a href="$1" data-raw="$1"');
      });
      tree.children.unshift({ type: "html", value: '<span data-source="' + source + '"></span>' });
      return;
    }
    tree.children.unshift({
      type: "mdxJsxFlowElement",
      name: "span",
      attributes: [attribute("data-source", source)],
      children: [],
    });
  };
}
`;
