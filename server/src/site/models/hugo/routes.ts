// Where Hugo serves pages, terms and aliases (resources/page/page_paths.go, hugolib/site_render.go).

import type { HugoConfig } from "./config.ts";
import { type ContentPlace, joined, kindOf, sectionOf } from "./contentPlace.ts";
import type { Instant } from "./dates.ts";
import { type Entries, textOf, textsOf } from "./entries.ts";
import { lowerEach } from "./headingIds.ts";
import { expandPattern, type TokenValues } from "./permalinks.ts";

/** What a page's address is made of, beside its place. */
export interface RouteFacts {
  readonly entries: Entries;
  readonly date: Instant | undefined;
  /** Of the file's name, where it gives date and slug. */
  readonly nameSlug: string | undefined;
  /** The folders of the section that the page lies in. */
  readonly sections: readonly string[];
}

/** The route of a page; sections and terms among them. */
export function routeOf(place: ContentPlace, facts: RouteFacts, config: HugoConfig): string {
  const kind = kindOf(place, config.taxonomies);
  const prefix = place.language.prefix;
  const url = kind === "home" ? undefined : urlOf(place, facts, config);
  if (url !== undefined) return urlRoute(url, prefix, kind === "page" ? undefined : config);
  const pattern = patternFor(kind, place, config);
  const expanded =
    pattern === undefined ? undefined : expandPattern(pattern, tokens(place, facts), cleanerOf(config));
  const path = expanded === undefined ? ownPath(place, facts) : expanded.replaceAll("+", " ");
  const clean = sanitizePath(
    joined(prefix, path)
      .replace(/^\/+|\/+$/g, "")
      .replace(/\/{2,}/g, "/"),
    config,
  );
  if (clean === "") return "/";
  const bare = kind === "home" || (place.folder === "" && place.name === "index");
  return isUgly(sectionOf(place), config) && !bare ? `/${clean}.html` : `/${clean}/`;
}

/** The route of the page that lists what has a term, by the term as written. */
export function termRoute(taxonomy: string, term: string, prefix: string, config: HugoConfig): string {
  const clean = cleanerOf(config);
  const pattern = config.permalinks.term.get(taxonomy);
  const values: TokenValues = {
    title: term,
    slug: undefined,
    fileName: term,
    section: taxonomy,
    sections: [taxonomy],
    date: undefined,
  };
  const expanded = pattern === undefined ? undefined : expandPattern(pattern, values, clean);
  const path = expanded?.replaceAll("+", " ").replace(/^\/+|\/+$/g, "") ?? `${taxonomy}/${clean(term)}`;
  const route = sanitizePath(joined(prefix, path), config);
  return isUgly(taxonomy, config) ? `/${route}.html` : `/${route}/`;
}

/** Absolute ones as they are, others from the folder that the page's own address lies in. */
export function aliasRoutes(entries: Entries, route: string, config: HugoConfig): readonly string[] {
  const folder = route.replace(/\/$/, "").replace(/\/[^/]*$/, "");
  return textsOf(entries.get("aliases")).flatMap((text) => {
    const alias = text.trim();
    if (alias === "" || /^https?:/i.test(alias)) return [];
    const path = cleanPath(alias.startsWith("/") ? alias : `${folder}/${alias}`);
    if (path === "/") return [];
    return [(config.ugly === true && !path.endsWith(".html") ? `${path}.html` : path).normalize("NFC")];
  });
}

/** Spaces between words become one `-`; letters, marks, digits and `./_#+~-@` stay, the rest goes (helpers/path.go). */
export function sanitizePath(
  path: string,
  { keepCase, dropAccents }: Pick<HugoConfig, "keepCase" | "dropAccents">,
): string {
  const source = dropAccents ? path.normalize("NFD").replace(/\p{Mn}/gu, "") : path;
  let clean = "";
  let space = false;
  for (const letter of source) {
    if (/[\p{L}\p{M}\p{Nd}./\\_#+~\-@]/u.test(letter)) {
      if (space && letter !== "-") clean += "-";
      space = false;
      clean += letter;
    } else if (clean !== "" && !clean.endsWith("-") && /\s/.test(letter)) space = true;
  }
  return (keepCase ? clean : lowerEach(clean)).normalize("NFC");
}

/** The name by which a file is told: of a bundle, its folder's. */
export function fileNameOf({ name, folder }: ContentPlace): string {
  return name === "index" ? folder.slice(folder.lastIndexOf("/") + 1) : name;
}

function ownPath(place: ContentPlace, { entries, nameSlug }: RouteFacts): string {
  if (place.name === "_index") return place.folder;
  const slug = slugOf(entries) ?? nameSlug;
  const bundle = place.name === "index";
  const folder = bundle ? place.folder.replace(/(?:^|\/)[^/]*$/, "") : place.folder;
  return joined(folder, slug || fileNameOf(place));
}

/** It neither begins nor ends with a `-`. */
function slugOf(entries: Entries): string | undefined {
  return textOf(entries.get("slug"))?.replace(/^-+|-+$/g, "") || undefined;
}

function patternFor(
  kind: ReturnType<typeof kindOf>,
  place: ContentPlace,
  { permalinks }: HugoConfig,
): string | undefined {
  return kind === "home" ? undefined : permalinks[kind].get(sectionOf(place));
}

function tokens(place: ContentPlace, { entries, date, nameSlug, sections }: RouteFacts): TokenValues {
  return {
    title: textOf(entries.get("title")) ?? "",
    slug: slugOf(entries) ?? nameSlug,
    fileName: fileNameOf(place),
    section: sectionOf(place),
    sections,
    date,
  };
}

function cleanerOf(config: HugoConfig): (text: string) => string {
  return (text) => sanitizePath(text, config);
}

/** `url` of the frontmatter; since 0.131 it may hold tokens. */
function urlOf(place: ContentPlace, facts: RouteFacts, config: HugoConfig): string | undefined {
  const url = textOf(facts.entries.get("url"));
  if (!url) return undefined;
  if (config.version.minor < 131 || !url.includes(":")) return url;
  return expandPattern(url, tokens(place, facts), cleanerOf(config)) ?? url;
}

/** One that begins with no slash is read below the language's own root. Of pages it stays as written, of sections it is sanitised. */
function urlRoute(url: string, prefix: string, sanitise: HugoConfig | undefined): string {
  const inLanguage =
    url.startsWith("/") || prefix === "" || url.startsWith(`${prefix}/`) ? url : `${prefix}/${url}`;
  const path = cleanPath(inLanguage.startsWith("/") ? inLanguage : `/${inLanguage}`);
  const clean = sanitise ? sanitizePath(path, sanitise) : path;
  const file = url.includes(".") && !url.endsWith("/");
  const route = file || clean === "/" ? clean : `${clean}/`;
  return route.replace(/\/index\.html$/, "/").normalize("NFC");
}

/** Are pages of a folder (and the list of it) files, not folders? */
export function isUgly(folder: string, { ugly }: HugoConfig): boolean {
  return typeof ugly === "boolean" ? ugly : ugly.has(folder.split("/")[0]?.toLowerCase() ?? "");
}

/** Without dots and double slashes, and with no slash at its end. */
function cleanPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return `/${parts.join("/")}`;
}
