// GitLab can't be run here. This does as its documentation and its own specs say (README.md beside this): Markdown by remark,
// `[[links]]` from the wiki's root, ordinary links by the rewriting of lib/banzai/filter/wiki_link_filter, pages in any case.
// It shares nothing with our model.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { toString as textOf } from "hast-util-to-string";
import rehypeRaw from "rehype-raw";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { keepWritten, walk } from "../support/markdownTree.mjs";

const by = "documentation";
const root = "https://gitlab.example/moss/handbook/-/wikis/";

export function build({ site }) {
  const files = readdirSync(site, { recursive: true })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => /\.[a-z]+$/.test(path) && !path.startsWith(".gitlab"));
  const redirects = Object.fromEntries(
    readFileSync(join(site, ".gitlab/redirects.yml"), "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => line.split(": ")),
  );
  const paths = files.filter((path) => path.endsWith(".md") && path !== "_sidebar.md");
  const pages = new Map(paths.map((path) => [path, readPage(readFileSync(join(site, path), "utf8"))]));
  const wiki = { files, redirects, pages, site };
  return {
    pages: [...pages].map(([page, { headings }]) => ({
      page,
      route: page === "home.md" ? "/" : `/${page.slice(0, -".md".length)}`,
      heading_ids: headings,
      by,
    })),
    links: [...pages].flatMap(([page, { links }]) =>
      links.flatMap(({ href, named }) => {
        const verdict = verdictOn(wiki, page, href, named);
        return verdict === undefined ? [] : [{ page, href, verdict, by }];
      }),
    ),
  };
}

function verdictOn(wiki, page, href, named) {
  if (/^[a-z]+:/i.test(href)) return undefined;
  if (named && /\.(?:png|jpg|gif|svg|bmp)$/.test(href)) return undefined;
  const rewritten = named ? inWiki(href) : rewrite(href, page.replace(/\.md$/, ""));
  if (rewritten === undefined) return "unknown";
  const url = new URL(rewritten, root + encodeURI(page.replace(/\.md$/, "")));
  if (!url.href.startsWith(root)) return "unknown";
  return served(
    wiki,
    decodeURIComponent(url.href.slice(root.length).replace(/#.*/, "")),
    decodeURIComponent(url.hash.slice(1)),
  );
}

const inWiki = (path) => root + path.replace(/^\/+/, "");

/** WikiLinkFilter::Rewriter, in its order. */
function rewrite(href, slug) {
  const [, path, rest] = /^([^#?]*)(.*)$/.exec(href);
  if (path === "") return href;
  if (path.startsWith("/uploads/")) return undefined;
  const extension = /[^/.][^/]*(\.[^./]+)$/.test(path);
  if (path.startsWith("/") || path.startsWith("uploads/")) return inWiki(href);
  if (!extension && !path.startsWith(".")) return inWiki(href);
  return new URL(path, root + encodeURI(slug)).href + rest;
}

function served(wiki, path, fragment, redirected = false) {
  const name = path === "" ? "home" : path;
  const wanted = [name, name.replaceAll(" ", "-")].map((one) => one.toLowerCase());
  const page = [...wiki.pages.keys()].find((one) => wanted.includes(one.replace(/\.md$/, "").toLowerCase()));
  const shown = page ?? (wiki.pages.has(name) ? name : undefined);
  if (shown !== undefined) {
    const there = fragment === "" || wiki.pages.get(shown).ids.has(fragment);
    return there ? (redirected ? "redirect" : "ok") : "missing-anchor";
  }
  if (wiki.files.includes(name) && existsSync(join(wiki.site, name))) return "ok";
  if (!redirected && wiki.redirects[name] !== undefined)
    return served(wiki, wiki.redirects[name], fragment, true);
  return "missing-page";
}

function readPage(text) {
  const names = [];
  const processor = unified()
    .use(remarkParse)
    .use(remarkFrontmatter)
    .use(remarkGfm)
    .use(keepWritten)
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehypeRaw);
  const shown = text.replace(/\[\[(?:([^\]|]*)\|)?([^\]]*)\]\]/g, (_, label, name) => {
    names.push(name);
    return label ?? name;
  });
  const page = { headings: [], ids: new Set(), links: names.map((href) => ({ href, named: true })) };
  const counts = new Map();
  walk(processor.runSync(processor.parse(shown)), (node) => {
    const { href, dataRaw } = node.properties ?? {};
    if (/^h[1-6]$/.test(node.tagName)) {
      const id = anchorOf(textOf(node));
      const count = counts.get(id) ?? 0;
      counts.set(id, count + 1);
      page.headings.push(count === 0 ? id : `${id}-${count}`);
      page.ids.add(page.headings.at(-1));
    }
    const literal = node.children?.[0]?.value === href && /^https?:/.test(href ?? "");
    if (node.tagName === "a" && href !== undefined && !literal) page.links.push({ href: dataRaw ?? href });
  });
  return page;
}

/** "Heading IDs and links": lower case, no punctuation, spaces to hyphens, one hyphen of several. */
function anchorOf(text) {
  return text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{Nd}\p{Pc}\- ]/gu, "")
    .replaceAll(" ", "-")
    .replace(/-+/g, "-");
}
