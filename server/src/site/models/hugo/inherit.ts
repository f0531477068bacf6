// What a page takes over from the sections above it: `cascade`, and in older versions that they are not built.
// A section's values win over those of the sections above it, the page's own over all (hugolib/page__meta.go).

import type { DataValue } from "../../../data/value.ts";
import type { PagePath, ScannedPage } from "../../../page/scannedPage.ts";
import { remember } from "../../remember.ts";
import { folderOf } from "../../routeKey.ts";
import type { PageLookup } from "../../siteModel.ts";
import { type LinearPattern, linearPattern } from "../common/linearPattern.ts";
import type { HugoConfig } from "./config.ts";
import { type ContentPlace, isIndex, joined, kindOf, logicalPath } from "./contentPlace.ts";
import { type Entries, lowerEntries, textOf } from "./entries.ts";

/** The page's own keys and those that it inherits. */
export function inheritedEntries(
  page: ScannedPage,
  place: ContentPlace,
  config: HugoConfig,
  others: PageLookup,
): Entries {
  const own = lowerEntries(page.frontmatter?.entries ?? []);
  const sources = cascades(own, place, page.path, others);
  const site = config.cascade;
  if (sources.length === 0 && site === undefined) return own;
  const all = new Map(own);
  for (const cascade of [...sources, ...(site === undefined ? [] : [site])])
    for (const { values, target } of remember(parts, cascade, partsOf))
      if (matches(target, place, config.taxonomies))
        for (const [key, value] of values) if (!all.has(key)) all.set(key, value);
  return all;
}

/** The sections above a page, the nearest first; of a section's own page not itself. */
export function sectionsAbove(
  place: ContentPlace,
  path: PagePath,
  others: PageLookup,
): readonly ScannedPage[] {
  const above: ScannedPage[] = [];
  const { source } = place.mount;
  let folder = folderOf(path);
  if (isIndex(place)) folder = folder === source ? "" : folderOf(folder);
  while (folder === source || folder.startsWith(source === "" ? "" : `${source}/`)) {
    const section = sectionAt(folder, place, others);
    if (section && section.path !== path) above.push(section);
    if (folder === source || folder === "") break;
    folder = folderOf(folder);
  }
  return above;
}

/** `_index.fr.md`, or `_index.md` where that is of the language. */
function sectionAt(folder: string, place: ContentPlace, others: PageLookup): ScannedPage | undefined {
  const before = folder === "" ? "" : `${folder}/`;
  const { language, mount, standard } = place;
  const own = others(`${before}_index.${language.code}.md` as PagePath);
  if (own) return own;
  const bare = mount.language === undefined ? standard : mount.language === language.code;
  return bare ? others(`${before}_index.md` as PagePath) : undefined;
}

function cascades(
  own: Entries,
  place: ContentPlace,
  path: PagePath,
  others: PageLookup,
): readonly DataValue[] {
  const above = sectionsAbove(place, path, others).flatMap((section) => cascadeOf(section) ?? []);
  const mine = place.name === "_index" ? own.get("cascade") : undefined;
  return mine === undefined ? above : [mine, ...above];
}

function cascadeOf({ frontmatter }: ScannedPage): DataValue | undefined {
  return frontmatter?.entries.find(({ key }) => key.toLowerCase() === "cascade")?.value;
}

interface Cascade {
  readonly values: Entries;
  /** What a page must have to take them over, by lower-case key; undefined for a pattern that matches nothing. */
  readonly target: ReadonlyMap<string, LinearPattern | undefined>;
}

/** A cascade is asked for every page below it: its patterns are compiled once. */
const parts = new WeakMap<DataValue, readonly Cascade[]>();

/** A table of values, or a list of such with the pages that each is for. */
function partsOf(value: DataValue): readonly Cascade[] {
  const items = value.kind === "list" ? value.items : [value];
  return items.flatMap((item) => {
    if (item.kind !== "map") return [];
    const values = lowerEntries(item.entries);
    const target = values.get("_target") ?? values.get("target");
    return [
      { values, target: target?.kind === "map" ? patternsOf(lowerEntries(target.entries)) : new Map() },
    ];
  });
}

function patternsOf(target: Entries): Cascade["target"] {
  const patterns = new Map<string, LinearPattern | undefined>();
  for (const [key, value] of target) {
    const written = textOf(value);
    if (written !== undefined) patterns.set(key, glob(written.toLowerCase()));
  }
  return patterns;
}

function matches(target: Cascade["target"], place: ContentPlace, taxonomies: readonly string[]): boolean {
  const fits = (key: string, ...names: readonly string[]) =>
    !target.has(key) || names.some((name) => target.get(key)?.test(name.toLowerCase()));
  if (target.size === 0) return true;
  const path = logicalPath(place) || "/";
  return (
    fits("path", path, `/${joined(place.folder, place.file)}`) &&
    fits("kind", kindOf(place, taxonomies)) &&
    fits("lang", place.language.code) &&
    fits("environment", "production")
  );
}

/** `**` crosses slashes, `*` and `?` do not; `{a,b}` is one of both. Undefined where the braces don't match. */
function glob(pattern: string): LinearPattern | undefined {
  return linearPattern(
    pattern.replace(/\*\*|[*?{},]|[.+^$()|[\]\\]/g, (sign) => globSigns[sign] ?? `\\${sign}`),
  );
}

const globSigns: Readonly<Record<string, string>> = {
  "**": ".*",
  "*": "[^/]*",
  "?": "[^/]",
  "{": "(?:",
  "}": ")",
  ",": "|",
};
