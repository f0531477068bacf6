// Links of Foam: an identifier is the end of a path, a folder stands for its index or readme, sections are named by their
// exact text. From Foam's own core, the npm package foam-core (FoamWorkspace.find, MarkdownResourceProvider.resolveLink,
// the parser's sections), and the diagnostics of its extension (wikilink-diagnostics.ts). Ordinary links are VS Code's, too.

import type { Heading } from "../../../markdown/markdownScan.ts";
import { splitDestination } from "../../destination.ts";
import { remember } from "../../remember.ts";
import { decodeOnce, folderOf, joinPath, nameOf } from "../../routeKey.ts";
import type { FilePath, HeadingId, LinkTarget, Page, Route, Site } from "../../site.ts";
import type { WrittenLink } from "../../siteModel.ts";
import { type ExternalRoutes, notServed } from "../common/externalRoutes.ts";
import { fileAt, hasFolder, looksLikeFile } from "../common/fileTargets.ts";
import { githubIds } from "../common/githubIds.ts";
import { isHidden } from "./flavour.ts";
import { filesNamed, folded, pathRoute } from "./names.ts";

export function resolveFoamPath(
  path: string,
  from: Page,
  site: Site,
  { link, external }: { readonly link: WrittenLink; readonly external: ExternalRoutes },
): LinkTarget {
  const wiki = link.form === "wiki";
  const found = wiki ? named(path, from, site) : written(path, from, site);
  if (typeof found === "object") return found;
  const target = found === undefined ? undefined : fileAt(site, found);
  if (!target) return notFound(path, external);
  const { fragment } = splitDestination(link.destination.trim());
  if (target.kind !== "page" || fragment === undefined) return target;
  return atFoamSection(target.page, decodeOnce(fragment), wiki);
}

function notFound(path: string, external: ExternalRoutes): LinkTarget {
  const name = path.replace(/^(?:\.{0,2}\/)+/, "");
  return looksLikeFile(name)
    ? { kind: "missing", what: "file", path: name }
    : notServed(pathRoute(name), external);
}

/** `[[name]]`: with a slash or dots before it a path, else an identifier. */
function named(path: string, from: Page, site: Site): FilePath | undefined {
  if (/^\.{0,2}\//.test(path)) {
    const wanted = joinPath(path.startsWith("/") ? "" : folderOf(from.path), path);
    return wanted === undefined ? undefined : (fileOf(wanted, site) ?? fileOf(`${wanted}.md`, site));
  }
  return identified(path, site) ?? indexes(site).find(({ folder }) => endsWith(folder, path))?.file;
}

/** Of several whose name differs in case alone, those as it is written; one with a folder among several names none. */
function identified(name: string, site: Site): FilePath | undefined {
  const names = /\.md$/i.test(name) ? [name] : [name, `${name}.md`];
  const all = names.flatMap((one) =>
    filesNamed(site, nameOf(one)).filter((file) => isResource(file) && endsWith(file, one)),
  );
  if (all.length <= 1) return all[0];
  return all.filter((file) => names.includes(nameOf(file))).sort((a, b) => a.localeCompare(b))[0];
}

/** The names of folders and files up to there are whole, but for the first, of which the end is not looked at. */
function endsWith(path: string, end: string): boolean {
  const parts = folded(path).split("/");
  const wanted = folded(end).split("/");
  const first = parts.length - wanted.length;
  return (
    first >= 0 &&
    wanted.every((part, at) => {
      const own = parts[first + at] ?? "";
      return at === 0 && wanted.length > 1 ? own.startsWith(part) : own === part;
    })
  );
}

/** An ordinary link: from the page's folder or with a slash from the root, with its extension or without; a folder by its index. */
function written(path: string, from: Page, site: Site): FilePath | LinkTarget | undefined {
  const bare = path.replace(/\/$/, "");
  const wanted = joinPath(path.startsWith("/") ? "" : folderOf(from.path), bare);
  if (wanted === undefined) return undefined;
  const file =
    fileOf(wanted, site) ??
    fileOf(`${wanted}.md`, site) ??
    indexes(site).find(({ folder }) => folder === folded(wanted))?.file;
  if (file !== undefined) return file;
  const other = fileAt(site, wanted);
  if (other) return other;
  return hasFolder(site, wanted) ? { kind: "generated", route: `/${wanted}` as Route } : undefined;
}

function fileOf(path: string, site: Site): FilePath | undefined {
  return filesNamed(site, nameOf(path)).find((file) => isResource(file) && folded(file) === folded(path));
}

/** Notes, pictures and what `foam.files.attachmentExtensions` names by default. */
const resource =
  /\.(?:md|png|jpe?g|gif|svg|webp|pdf|mp[34]|webm|wav|m4a|avi|mov|rtf|txt|docx?|pages|xlsx?|numbers|ppt[mx]?)$/i;

function isResource(file: string): boolean {
  return resource.test(file);
}

interface FolderIndex {
  /** Folded. */
  readonly folder: string;
  readonly file: FilePath;
}

const indexed = new WeakMap<ReadonlySet<FilePath>, readonly FolderIndex[]>();

/** The folders with an index, or else a readme, in order of path. */
function indexes(site: Site): readonly FolderIndex[] {
  return remember(indexed, site.files, (files) => {
    const found = new Map<string, FilePath>();
    for (const name of [/(?:^|\/)index\.md$/i, /(?:^|\/)readme\.md$/i])
      for (const file of files) {
        const folder = folded(folderOf(file));
        if (name.test(file) && !isHidden(file) && !found.has(folder)) found.set(folder, file);
      }
    return [...found]
      .map(([folder, file]) => ({ folder, file }))
      .sort((a, b) => a.file.localeCompare(b.file));
  });
}

/** What `#section` or `#^block` names on a page; an ordinary link may name a heading by GitHub's id, as VS Code does. */
export function atFoamSection(page: Page, name: string, wiki: boolean): LinkTarget {
  if (name === "") return { kind: "page", page };
  const block = /^\^[a-zA-Z0-9-]+$/.test(name)
    ? page.scanned.anchors.find((one) => one.tag === "^" && one.id === name)
    : undefined;
  if (block) return { kind: "page", page, anchor: block.span };
  const { headings } = page.scanned;
  const labels = foamLabels(headings);
  const at = labels.indexOf(name as HeadingId);
  const ids = wiki ? [] : githubIds(headings.map((one, index) => ({ text: labels[index] ?? one.text })));
  const heading = headings[at === -1 ? ids.indexOf(name as HeadingId) : at];
  return heading
    ? { kind: "page", page, heading }
    : { kind: "missing", what: "anchor", page, fragment: name };
}

/** A section's label: the text of its heading, without code, pictures and the id of its block. */
export function foamLabels(headings: readonly Heading[]): readonly (HeadingId | undefined)[] {
  return headings.map(({ text, source }) => {
    let label = text;
    for (const [, , code = ""] of source.matchAll(/(`+)(.+?)\1(?!`)/g))
      label = label.replace(code.trim(), () => "");
    for (const [, alternative = ""] of source.matchAll(/!\[([^\]]*)\]/g))
      label = label.replace(alternative, () => "");
    label = label.replace(/\s\^[a-zA-Z0-9-]+$/, "");
    return label === "" ? undefined : (label as HeadingId);
  });
}
