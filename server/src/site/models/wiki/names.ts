// Finds files by name, as wikis do: by the end of their path, without regard to case.

import { remember } from "../../remember.ts";
import { nameOf, withoutMarkdownExtension } from "../../routeKey.ts";
import type { FilePath, Site } from "../../site.ts";
import { isHidden } from "./flavour.ts";

type Names = ReadonlyMap<string, readonly FilePath[]>;

/** Files by `key` of their path. */
function tableOf(files: ReadonlySet<FilePath>, key: (path: string) => string): Names {
  const table = new Map<string, FilePath[]>();
  for (const file of files) {
    if (isHidden(file)) continue;
    const list = table.get(key(file));
    if (list) list.push(file);
    else table.set(key(file), [file]);
  }
  return table;
}

const byName = new WeakMap<ReadonlySet<FilePath>, Names>();
const byPageName = new WeakMap<ReadonlySet<FilePath>, Names>();

/** Files whose name (extension and all) is this one. */
export function filesNamed(site: Site, name: string): readonly FilePath[] {
  const table = remember(byName, site.files, () => tableOf(site.files, (path) => folded(nameOf(path))));
  return table.get(folded(name)) ?? [];
}

export function folded(text: string): string {
  return text.normalize("NFC").toLowerCase();
}

const pageFile =
  /\.(?:md|mkdn?|mdown|markdown|mediawiki|wiki|asciidoc|adoc|rst|textile|org|rdoc|pod|creole)$/i;

/** Pages of a repository's wiki that have this name, in whichever folder. */
export function wikiPagesNamed(site: Site, name: string): readonly FilePath[] {
  const table = remember(byPageName, site.files, () => tableOf(site.files, pageKey));
  return table.get(`page ${folded(hyphened(name))}`) ?? [];
}

function pageKey(path: string): string {
  const name = nameOf(path);
  return pageFile.test(name) ? `page ${folded(hyphened(name.replace(pageFile, "")))}` : "";
}

/** The path of a wiki's page, in whichever format, without its extension. */
export function withoutPageExtension(path: string): string {
  return path.replace(pageFile, "");
}

/** A page's name as its file and its address have it. */
export function hyphened(name: string): string {
  return name.trim().replace(/ /g, "-");
}

/** `/people/Pay` of `people/Pay.md`. */
export function pathRoute(path: string): string {
  return `/${withoutMarkdownExtension(path)}`;
}
