// Whether Hugo builds a page of content/, where it serves it, and by which ids.

import type { PagePath, ScannedPage } from "../../../page/scannedPage.ts";
import { folderOf, isMarkdown } from "../../routeKey.ts";
import type { FilePath, Route } from "../../site.ts";
import type { PageLookup, Placement } from "../../siteModel.ts";
import { pageTitle } from "../common/pageTitle.ts";
import type { HugoConfig } from "./config.ts";
import { type ContentPlace, contentPlace, isIndex, joined, kindOf } from "./contentPlace.ts";
import { dateOf, dateOfName, isHiddenByDate } from "./dates.ts";
import { type Entries, isTrue, lowerEntries, textOf, textsOf } from "./entries.ts";
import { hugoIds, termIds } from "./headingIds.ts";
import { inheritedEntries, sectionsAbove } from "./inherit.ts";
import { aliasRoutes, fileNameOf, routeOf, sanitizePath, termRoute } from "./routes.ts";

/** What a page is placed by, beside its own text. */
export interface PlaceRules {
  readonly config: HugoConfig;
  readonly files: ReadonlySet<FilePath>;
  /** Paths of folders right below content/ that hold pages, lower case: each is a section. */
  readonly topFolders: ReadonlySet<string>;
}

/** The top folders of a site. */
export function topFoldersOf(files: ReadonlySet<FilePath>, config: HugoConfig): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const file of files) {
    if (!isMarkdown(file)) continue;
    const top = contentPlace(file, config)?.folder.split("/")[0];
    if (top) folders.add(top.toLowerCase());
  }
  return folders;
}

export function placeHugoPage(page: ScannedPage, rules: PlaceRules, others: PageLookup): Placement {
  const { config } = rules;
  const candidate = candidateOf(page, config, others);
  const { place, entries, above } = candidate;
  const built = place && renderingOf(candidate, rules, others) === "page";
  const route = built ? routeOf(place, routeFacts(place, entries, above, config), config) : undefined;
  const headingIds = hugoIds(page.headings, config.goldmark, page.shortcodes);
  return {
    route: route as Route | undefined,
    aliases:
      route === undefined || !config.aliases ? [] : (aliasRoutes(entries, route, config) as readonly Route[]),
    title: pageTitle(page),
    headingIds,
    ownIds: [
      ...page.footnotes.flatMap((_, at) => [`fn:${at + 1}`, `fnref:${at + 1}`]),
      ...termIds(page.terms, headingIds, config.goldmark),
    ],
    generates: place && route !== undefined ? (termsOf(place, entries, config) as readonly Route[]) : [],
  };
}

/** The address that a page of content/ has, or would have if it were built; undefined for what is no page at all. */
export function ownRoute(page: ScannedPage, rules: PlaceRules, others: PageLookup): string | undefined {
  const { place, entries, above } = candidateOf(page, rules.config, others);
  if (!place || isResource(page.path, place, rules, others)) return undefined;
  return routeOf(place, routeFacts(place, entries, above, rules.config), rules.config);
}

/** What pages below take over from a section, and that a folder is a bundle. */
export function handsDown(page: ScannedPage, config: HugoConfig): string | undefined {
  const place = contentPlace(page.path, config);
  if (place?.name === "index") return "bundle";
  if (place?.name !== "_index") return undefined;
  const own = lowerEntries(page.frontmatter?.entries ?? []);
  const keys = ["cascade", "draft", ...config.dates.publish, ...config.dates.expiry];
  return JSON.stringify(keys.map((key) => plainValue(own.get(key))));
}

/** What Hugo makes of a page: see `Rendering`. */
export function hugoRendering(page: ScannedPage, rules: PlaceRules, others: PageLookup): Rendering {
  return renderingOf(candidateOf(page, rules.config, others), rules, others);
}

interface Candidate {
  readonly page: ScannedPage;
  readonly place: ContentPlace | undefined;
  readonly entries: Entries;
  readonly above: readonly ScannedPage[];
}

function candidateOf(page: ScannedPage, config: HugoConfig, others: PageLookup): Candidate {
  const place = contentPlace(page.path, config);
  if (!place) return { page, place, entries: new Map(), above: [] };
  return {
    page,
    place,
    entries: inheritedEntries(page, place, config, others),
    above: sectionsAbove(place, page.path, others),
  };
}

/**
 * "none": not built. "silent": known to the site, at no address (headless, `render: never`). "link": with an address at which
 * nothing is. "behind": with the address of a section, whose list is written there.
 */
export type Rendering = "page" | "none" | "silent" | "link" | "behind";

function renderingOf(candidate: Candidate, rules: PlaceRules, others: PageLookup): Rendering {
  const { page, place, entries, above } = candidate;
  const { config } = rules;
  if (!place?.language.built || isHidden(entries, place, config)) return "none";
  // A section that is not built took its pages with it until sections were built one by one.
  if (config.version.minor < 123 && above.some((section) => isHiddenSection(section, config, others)))
    return "none";
  if (isResource(page.path, place, rules, others)) return "none";
  if (isBehindSection(candidate, rules, others)) return "behind";
  if (config.disabledKinds.has(kindOf(place, config.taxonomies))) return "silent";
  if (place.name === "index" && isTrue(entries.get("headless"))) return "silent";
  const build = (config.version.minor >= 145 ? entries.get("build") : undefined) ?? entries.get("_build");
  const render = build?.kind === "map" ? textOf(lowerEntries(build.entries).get("render")) : undefined;
  if (render === "never" || render === "false") return "silent";
  return render === "link" ? "link" : "page";
}

/** A page with the name of a section beside it, or by its slug with that of its section: both have one address, and the section's list is what is written there. */
function isBehindSection(
  { page, place, entries }: Candidate,
  rules: PlaceRules,
  others: PageLookup,
): boolean {
  if (!place || rules.config.version.minor >= 123 || isIndex(place)) return false;
  const { folder, name } = place;
  if (textOf(entries.get("slug")) === "index" && isSection(folder, folderOf(page.path), rules, others))
    return true;
  const path = `${page.path.slice(0, page.path.lastIndexOf("/") + 1)}${name}`;
  return isSection(joined(folder, name), path, rules, others);
}

function isSection(folder: string, path: string, { topFolders }: PlaceRules, others: PageLookup): boolean {
  return topFolders.has(folder.toLowerCase()) || others(`${path}/_index.md` as PagePath) !== undefined;
}

/** Draft, not published yet, or expired. */
function isHidden(entries: Entries, place: ContentPlace, { dates }: HugoConfig): boolean {
  const draft = isTrue(entries.get("draft")) || textOf(entries.get("published")) === "false";
  return (draft && !dates.buildDrafts) || isHiddenByDate(entries, dates, fileNameOf(place));
}

function isHiddenSection(section: ScannedPage, config: HugoConfig, others: PageLookup): boolean {
  const place = contentPlace(section.path, config);
  return place !== undefined && isHidden(inheritedEntries(section, place, config, others), place, config);
}

/** Within a bundle (a folder with an index page) other pages are its resources, at any depth. */
export function isResource(
  path: PagePath,
  place: ContentPlace,
  rules: PlaceRules,
  others: PageLookup,
): boolean {
  if (place.name === "_index") return false;
  const { source } = place.mount;
  let folder = folderOf(path);
  if (place.name === "index") {
    if (folder === source) return false;
    folder = folderOf(folder);
  }
  while (folder !== source && folder !== "") {
    if (isBundle(folder, place, rules.files, others)) return true;
    folder = folderOf(folder);
  }
  // An index page of content/ itself makes all of it one bundle, as long as Hugo took it for one.
  return rules.config.version.minor < 123 && isBundle(source, place, rules.files, others);
}

function isBundle(
  folder: string,
  { language }: ContentPlace,
  files: ReadonlySet<FilePath>,
  others: PageLookup,
): boolean {
  const before = folder === "" ? "" : `${folder}/`;
  return ["index", `index.${language.code}`].some(
    (name) =>
      others(`${before}${name}.md` as PagePath) !== undefined ||
      bundleExtensions.some((extension) => files.has(`${before}${name}.${extension}` as FilePath)),
  );
}

const bundleExtensions = ["markdown", "mdown", "html", "htm", "adoc", "org", "rst", "pandoc"];

function routeFacts(
  place: ContentPlace,
  entries: Entries,
  above: readonly ScannedPage[],
  config: HugoConfig,
) {
  const fileName = fileNameOf(place);
  const byName = [config.dates.date, config.dates.publish].some((keys) =>
    isDatedByName(entries, keys, fileName),
  );
  return {
    entries,
    date: dateOf(entries, config.dates.date, fileName),
    nameSlug: byName ? dateOfName(fileName)?.slug : undefined,
    sections: sectionFolders(place, above, config),
  };
}

/** Is the name the first of these that gives a date? */
function isDatedByName(entries: Entries, keys: readonly string[], fileName: string): boolean {
  const at = keys.indexOf(":filename");
  return (
    at >= 0 &&
    dateOf(entries, keys.slice(0, at), fileName) === undefined &&
    dateOfName(fileName) !== undefined
  );
}

/** The folders of the nearest section with a page of its own; else of the top folder. */
function sectionFolders(
  place: ContentPlace,
  above: readonly ScannedPage[],
  config: HugoConfig,
): readonly string[] {
  const nearest = place.name === "_index" ? place : above[0] && contentPlace(above[0].path, config);
  const folders = nearest && nearest.folder !== "" ? nearest.folder : (place.folder.split("/")[0] ?? "");
  return folders === "" ? [] : folders.split("/");
}

/** The terms that a page has: by `/tags/pay`, the route of their list. */
export function hugoTerms(
  page: ScannedPage,
  rules: PlaceRules,
  others: PageLookup,
): readonly { readonly key: string; readonly route: string }[] {
  const { config } = rules;
  const { place, entries } = candidateOf(page, config, others);
  if (!place) return [];
  return config.taxonomies.flatMap((taxonomy) =>
    textsOf(entries.get(taxonomy)).map((term) => ({
      key: `/${taxonomy}/${sanitizePath(term, { ...config, keepCase: false })}`,
      route: termRoute(taxonomy, term, place.language.prefix, config),
    })),
  );
}

function termsOf(place: ContentPlace, entries: Entries, config: HugoConfig): readonly string[] {
  if (config.disabledKinds.has("term")) return [];
  return config.taxonomies.flatMap((taxonomy) =>
    textsOf(entries.get(taxonomy)).map((term) => termRoute(taxonomy, term, place.language.prefix, config)),
  );
}

/** A value without its places. */
function plainValue(value: ReturnType<Entries["get"]>): unknown {
  switch (value?.kind) {
    case "list":
      return value.items.map(plainValue);
    case "map":
      return value.entries.map(({ key, value: inner }) => [key, plainValue(inner)]);
    default:
      return value && "value" in value ? value.value : undefined;
  }
}
