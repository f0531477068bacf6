// Finds a page by its path, as Hugo's `GetPage` does for links in Markdown, and `ref` with a few more ways. Case never
// matters. Hugo's content tree was made anew in 0.123, and slashes at the end came to be ignored after it.

import { nameOf } from "../../routeKey.ts";
import type { ContentPlace } from "./contentPlace.ts";
import type { Node, PageTable } from "./pageTable.ts";

export interface Wanted {
  /** As written, decoded, without query and fragment. */
  readonly reference: string;
  /** Where it is written; undefined outside of content. */
  readonly from: ContentPlace | undefined;
  /** By `ref` and `relref`, which take a page's bare name. */
  readonly byRef: boolean;
  /** Code of the language that the names of files may have: "fr". */
  readonly language: string;
}

export function findNode(table: PageTable, wanted: Wanted, version: number): Node | undefined {
  return version > 123 ? findNew(table, wanted) : findOld(table, wanted, version);
}

/** hugolib/pagecollections.go as of 0.111 */
function findOld(table: PageTable, wanted: Wanted, version: number): Node | undefined {
  const written = wanted.reference.trim().toLowerCase() || "/";
  const reference = version < 123 ? written : written.replaceAll(" ", "-");
  const relative = !reference.startsWith("/");
  const path =
    relative && wanted.from ? joinPaths(oldBase(wanted.from, reference), reference) : slashed(reference);
  const found = sectionOrPage(table, path, wanted.language);
  if (found.node) return found.node;
  const fromRoot = relative ? sectionOrPage(table, slashed(reference), wanted.language).node : undefined;
  if (fromRoot) return fromRoot;
  const taxonomy = longest(table.taxonomies, path);
  if (taxonomy !== undefined) return table.taxonomies.get(path.replace(/\/$/, ""));
  // The whole path of the file, from the root of the project.
  const file = table.files.get(path.slice(1));
  if (file) return file;
  const slashes = reference.split("/").length - 1;
  const bare = reference[0] !== "." && (slashes === 0 || (slashes === 1 && !relative));
  return wanted.byRef && bare ? table.names.get(nameOf(found.name)) : undefined;
}

/** A bundle's page is looked for beside the bundle, unless the reference goes up by itself. */
function oldBase({ folder, name }: ContentPlace, reference: string): string {
  const base = `/${folder.toLowerCase()}`;
  return name === "index" && !reference.startsWith("..") ? joinPaths(base, "..") : base;
}

function sectionOrPage(
  table: PageTable,
  path: string,
  language: string,
): { node: Node | undefined; name: string } {
  const bare = path.replace(/\/$/, "");
  const section = longest(table.sections, bare) ?? "";
  if (section === bare) return { node: table.sections.get(bare), name: "" };
  // Two slashes: one ends the section's key, one more is taken off.
  const file = path.slice(section.length).replace(/^\/\/?/, "");
  const name = withoutSuffix(withoutExtension(file), `.${language}`)
    .replace(/\/index$/, "")
    .replace(/\/_index$/, "");
  const own = table.sections.get(section);
  if (own?.kind === "page" && nameOf(own.path).toLowerCase() === file && !file.includes("/"))
    return { node: own, name };
  return { node: table.pages.get(`${section}/${name}`), name };
}

/** The longest key that holds the path or a folder of it. */
function longest(map: ReadonlyMap<string, Node>, path: string): string | undefined {
  let folder = path.replace(/\/$/, "");
  for (;;) {
    if (map.has(folder)) return folder;
    if (folder === "") return undefined;
    folder = folder.slice(0, folder.lastIndexOf("/"));
  }
}

/** hugolib/pagecollections.go from 0.123 on */
function findNew(table: PageTable, wanted: Wanted): Node | undefined {
  const reference = wanted.reference.replace(/\/$/, "");
  if (reference === "") return table.sections.get("");
  if (nameOf(reference).includes(".")) return findFile(table, wanted, reference, true);
  const inBundle = reference.endsWith("/index")
    ? findFile(table, wanted, `${reference}/index.md`, false)
    : undefined;
  return inBundle ?? findFile(table, wanted, `${reference}.md`, false);
}

function findFile(table: PageTable, wanted: Wanted, file: string, hadExtension: boolean): Node | undefined {
  const { from, language, reference } = wanted;
  if (from && !file.startsWith("/")) {
    const base = newBase(from, hadExtension && file.startsWith("../"));
    const near = at(table, treeKey(joinPaths(base, file), language));
    if (near) return near;
    const folder = `${from.mount.source}/${from.folder}`;
    const real = hadExtension
      ? table.files.get(joinPaths(`/${folder}`, file).slice(1).toLowerCase())
      : undefined;
    if (real) return real;
  }
  if (file.startsWith(".")) return undefined;
  const found = at(table, treeKey(slashed(file), language));
  if (found || !wanted.byRef || reference.includes("/")) return found;
  return table.names.get(nameOf(treeKey(slashed(file), language)));
}

/** Sections are looked for within themselves, pages and bundles in the folder that they lie in. */
function newBase(from: ContentPlace, own: boolean): string {
  if (from.name !== "index" || own) return `/${from.folder}`;
  return joinPaths(`/${from.folder}`, "..");
}

function at(table: PageTable, key: string): Node | undefined {
  return table.pages.get(key) ?? table.sections.get(key) ?? table.taxonomies.get(key);
}

/** `/people/team-pay` of `/People/Team Pay.fr.md`. */
function treeKey(path: string, language: string): string {
  const bare = withoutSuffix(withoutExtension(path.toLowerCase()), `.${language}`);
  return bare.replace(/\/_?index$/, "").replaceAll(" ", "-");
}

function slashed(path: string): string {
  return path.startsWith("/") ? path : `/${path}`;
}

function withoutExtension(path: string): string {
  const dot = path.lastIndexOf(".");
  return dot > path.lastIndexOf("/") ? path.slice(0, dot) : path;
}

function withoutSuffix(text: string, suffix: string): string {
  return text.endsWith(suffix) ? text.slice(0, -suffix.length) : text;
}

/** Steps above the root stay at the root. */
function joinPaths(base: string, path: string): string {
  const parts: string[] = [];
  for (const part of `${base}/${path}`.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return `/${parts.join("/")}`;
}
