// GitHub can't be run here. This does as its documentation says ("Basic writing and formatting syntax", "Section links" and
// "Relative links"; github/markup's README): Markdown by remark, ids by github-slugger on the text of the rendered heading,
// links by the files of the repository, fragments in any case, lines where a file's source is shown. It shares nothing with our model.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import GithubSlugger from "github-slugger";
import { toString as textOf } from "hast-util-to-string";
import rehypeRaw from "rehype-raw";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { keepWritten, walk } from "../support/markdownTree.mjs";

const by = "documentation";

export const build = ({ site }) => buildPlain(site, { slugger: () => new GithubSlugger(), anyCase: true });

/** As `rules` has it: a maker of `{ slug(text) }`, and whether fragments are found in any case. */
export function buildPlain(site, rules) {
  const files = readdirSync(join(site, "content"), { recursive: true })
    .map((path) => `content/${path.replaceAll("\\", "/")}`)
    .filter((path) => path.endsWith(".md"));
  const read = new Map(files.map((path) => [path, readPage(readFileSync(join(site, path), "utf8"), rules)]));
  return {
    pages: [...read].map(([page, { headings }]) => ({
      page,
      route: routeOf(page),
      heading_ids: headings,
      by,
    })),
    links: [...read].flatMap(([page, { links }]) =>
      links.flatMap((href) => {
        const verdict = verdictOn(href, page, { site, read, rules });
        return verdict === undefined ? [] : [{ page, href, verdict, by }];
      }),
    ),
  };
}

/** Our name for the page: GitHub shows it at its file's. */
function routeOf(path) {
  const below = path.slice("content".length, -".md".length);
  return below.replace(/\/(?:README|index)$/, "") || "/";
}

function readPage(text, { slugger: makeSlugger }) {
  const processor = unified()
    .use(remarkParse)
    .use(remarkFrontmatter)
    .use(remarkGfm)
    .use(keepWritten)
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehypeRaw);
  const root = processor.runSync(processor.parse(text));
  const slugger = makeSlugger();
  const page = { headings: [], ids: new Set(), links: [] };
  walk(root, (node) => {
    const { id, name, href, dataRaw, dataFootnoteRef, dataFootnoteBackref } = node.properties ?? {};
    const footnotes = id === "footnote-label";
    if (/^h[1-6]$/.test(node.tagName) && !footnotes) {
      page.headings.push(slugger.slug(textOf(node)));
      page.ids.add(page.headings.at(-1));
    } else if (id) page.ids.add(withoutPrefix(id));
    if (node.tagName !== "a") return;
    if (name) page.ids.add(withoutPrefix(name));
    if (href !== undefined && dataFootnoteRef === undefined && dataFootnoteBackref === undefined)
      page.links.push(dataRaw ?? href);
  });
  return page;
}

function verdictOn(href, page, { site, read, rules }) {
  if (/^[a-z]+:/i.test(href)) return undefined;
  const [, path, query, fragment] = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/.exec(href);
  const named = path === "" ? page : nameOf(decodeURIComponent(path), page);
  if (submodulesOf(site).some((folder) => `${named}/`.startsWith(`${folder}/`))) return "unknown";
  if (!isThere(site, named)) return "missing-page";
  const shown = read.get(named);
  if (!shown || !fragment || /^top$/i.test(fragment)) return "ok";
  if (query === "?plain=1") return /^L\d+/.test(fragment) ? "ok" : "missing-anchor";
  const id = withoutPrefix(decodeURIComponent(fragment));
  return shown.ids.has(id) || (rules.anyCase && shown.ids.has(id.toLowerCase())) ? "ok" : "missing-anchor";
}

function nameOf(path, page) {
  const joined = path.startsWith("/") ? path.slice(1) : posix.join(posix.dirname(page), path);
  return posix.normalize(joined).replace(/\/$/, "");
}

/** Their files are in another repository. */
function submodulesOf(site) {
  if (!existsSync(join(site, ".gitmodules"))) return [];
  const text = readFileSync(join(site, ".gitmodules"), "utf8");
  return [...text.matchAll(/^\s*path = (.+)$/gm)].map(([, path]) => path);
}

/** Case counts, whatever the disk says. */
function isThere(site, path) {
  if (path === ".") return true;
  return (
    existsSync(join(site, path)) &&
    readdirSync(join(site, posix.dirname(path))).includes(posix.basename(path))
  );
}

function withoutPrefix(id) {
  return id.replace(/^user-content-/, "");
}
