// The wikis of GitHub are Gollum's: the [[links]] are judged by Gollum (Debian's ruby-gollum-lib), which names the page of each
// or says that there is none. The rest is GitHub's own and is done as its documentation says (README.md beside this): ids by
// github-slugger on the text of the rendered heading, ordinary links by the address of the page, which has no folders.

import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import GithubSlugger from "github-slugger";
import { toString as textOf } from "hast-util-to-string";
import rehypeRaw from "rehype-raw";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { walk } from "../support/markdownTree.mjs";

const here = fileURLToPath(new URL("./", import.meta.url));

export function build({ site, run }) {
  const git = ["-C", site, "-c", "user.name=x", "-c", "user.email=x@example.com"];
  run("git", ["init", "-q", site]);
  run("git", [...git, "add", "-A"]);
  run("git", [...git, "commit", "-q", "-m", "The wiki"]);
  const files = readdirSync(site, { recursive: true })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".md") && !/^_|^\.git/.test(path));
  const pages = new Map(files.map((path) => [path, readPage(readFileSync(join(site, path), "utf8"))]));
  const wiki = { site, pages };
  const rows = execFileSync("ruby", [join(here, "links.rb"), site], { encoding: "utf8" });
  const tags = rows
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
  const links = tags.flatMap((row) => (pages.has(row.page) ? wikiLink(wiki, row) : []));
  for (const [page, { links: written }] of pages)
    for (const href of written) {
      const verdict = ordinary(wiki, page, href);
      if (verdict !== "external") links.push({ page, href, verdict });
    }
  return {
    pages: [...pages].map(([page, { headings }]) => ({
      page,
      route: routeOf(page),
      heading_ids: headings,
    })),
    links,
  };
}

/** Flat, whatever the folder. */
function routeOf(path) {
  const name = posix.basename(path, ".md");
  return name === "Home" ? "/" : `/${name}`;
}

function wikiLink(wiki, { page, tag, html }) {
  const { src, href, className } = elementOf(html);
  if (src !== undefined || href === undefined || /^[a-z]+:/.test(href)) return [];
  const parts = tag.split("|").map((part) => part.trim());
  const row = { page, href: parts[1] || parts[0] };
  if (!className) return [{ ...row, verdict: "ok" }];
  if (className.includes("absent")) return [{ ...row, verdict: "missing-page" }];
  const [path, fragment] = decodeURIComponent(href).split("#");
  // GitHub's wikis have no folders: what it makes of a folder in a link is not written down.
  if (row.href.split("#")[0].includes("/")) return [{ ...row, verdict: "unknown" }];
  const target = wiki.pages.get(`${path.replace(/^\/wiki\//, "")}.md`);
  if (fragment === undefined || target === undefined) return [{ ...row, verdict: "ok" }];
  return [{ ...row, verdict: target.ids.has(fragment) ? "ok" : "missing-anchor" }];
}

/** An ordinary link, from the address of the page: `/OWNER/NAME/wiki/PAGE`. */
function ordinary(wiki, from, href) {
  if (/^[a-z]+:/i.test(href)) return "external";
  const base = `https://github.com/o/n/wiki/${encodeURIComponent(posix.basename(from, ".md"))}`;
  const url = new URL(href, base);
  const below = decodeURIComponent(url.pathname).replace(/^\/o\/n\/wiki(?:\/|$)/, "\0");
  if (!below.startsWith("\0") || /^\0_pages$/.test(below)) return "unknown";
  const name = below.slice(1);
  if (name.includes("/")) return existsSync(join(wiki.site, name)) ? "ok" : "missing-page";
  const target = [...wiki.pages].find(
    ([path]) => keyOf(posix.basename(path, ".md")) === keyOf(name || "Home"),
  );
  if (!target)
    return otherFormats(wiki.site).some((one) => keyOf(one) === keyOf(name)) ? "ok" : "missing-page";
  const fragment = decodeURIComponent(url.hash.slice(1));
  return fragment === "" || target[1].ids.has(fragment) ? "ok" : "missing-anchor";
}

const keyOf = (name) => name.replace(/\.md$/, "").replaceAll(" ", "-").toLowerCase();

const otherFormats = (site) => readdirSync(site).map((name) => name.replace(/\.mediawiki$/, ""));

function elementOf(html) {
  const [node] = unified()
    .use(remarkParse)
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehypeRaw)
    .runSync({
      type: "root",
      children: [{ type: "html", value: html }],
    }).children;
  const { src, href, className } = node?.properties ?? {};
  return { src, href, className };
}

function readPage(text) {
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(keepWritten)
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehypeRaw);
  // A [[link]] is its text before Markdown is read; within code it stays.
  const shown = text.replace(
    /\[\[(?:([^\]|]*)\|)?[^\]]*\]\]/g,
    (whole, label) => label ?? whole.slice(2, -2),
  );
  const root = processor.runSync(processor.parse(shown));
  const slugger = new GithubSlugger();
  const page = { headings: [], ids: new Set(), links: [] };
  walk(root, (node) => {
    const { id, name, href, dataRaw } = node.properties ?? {};
    if (/^h[1-6]$/.test(node.tagName)) {
      page.headings.push(slugger.slug(textOf(node)));
      page.ids.add(page.headings.at(-1));
    } else if (id ?? name) page.ids.add(id ?? name);
    if (node.tagName === "a" && href !== undefined) page.links.push(dataRaw ?? href);
  });
  return page;
}

/** Links keep their address as it was written. */
function keepWritten() {
  return (root) =>
    walk(root, (node) => {
      if (node.type === "link") node.data = { hProperties: { dataRaw: node.url } };
    });
}
