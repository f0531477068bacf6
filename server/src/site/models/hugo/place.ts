// Where Hugo serves a page of content/, and whether it is built at all.

import type { FrontmatterEntry, FrontmatterValue } from "../../../frontmatter/frontmatter.ts";
import type { ScannedPage } from "../../../page/scannedPage.ts";
import { folderOf, nameOf, resolvePathname, withoutMarkdownExtension } from "../../routeKey.ts";
import type { Route } from "../../site.ts";
import type { Placement } from "../../siteModel.ts";
import { pageTitle } from "../common/pageTitle.ts";
import type { HugoConfig } from "./config.ts";
import { hugoIds } from "./headingIds.ts";

/** `bundles`: folders of leaf bundles (with an `index.md`), whose other Markdown files are resources of that page. */
export function placeHugoPage(
  page: ScannedPage,
  config: HugoConfig,
  bundles: ReadonlySet<string>,
): Placement {
  const entries = lowerEntries(page.frontmatter?.entries ?? []);
  const route = isBuilt(page.path, entries, config, bundles) ? routeOf(page, entries, config) : undefined;
  return {
    route: route as Route | undefined,
    aliases: route === undefined ? [] : aliasesOf(entries, route),
    title: pageTitle(page),
    headingIds: hugoIds(page.headings, config),
    ownIds: page.footnotes.flatMap((_, at) => [`fn:${at + 1}`, `fnref:${at + 1}`]),
  };
}

/** Path below its content folder, without it; undefined outside of all. */
export function belowContent(path: string, contentDirs: readonly string[]): string | undefined {
  const root = contentDirs.find((dir) => dir === "" || path.startsWith(`${dir}/`));
  return root === undefined ? undefined : path.slice(root === "" ? 0 : root.length + 1);
}

type Entries = ReadonlyMap<string, FrontmatterValue>;

function lowerEntries(entries: readonly FrontmatterEntry[]): Entries {
  return new Map(entries.map((entry) => [entry.key.toLowerCase(), entry.value]));
}

function isBuilt(path: string, entries: Entries, config: HugoConfig, bundles: ReadonlySet<string>): boolean {
  if (isTrue(entries.get("draft"))) return false;
  const name = nameOf(path);
  if (isTrue(entries.get("headless")) && name.startsWith("index.")) return false;
  const build = entries.get("_build") ?? (config.oldBuildKey ? undefined : entries.get("build"));
  const render = build?.kind === "map" ? lowerEntries(build.entries).get("render") : undefined;
  if (render && (textOf(render) === "never" || textOf(render) === "false")) return false;
  return !isResource(path, name, bundles);
}

function isResource(path: string, name: string, bundles: ReadonlySet<string>): boolean {
  let folder = folderOf(path);
  if (name.startsWith("index.")) folder = folderOf(folder);
  else if (name.startsWith("_index.")) return false;
  while (folder !== "") {
    if (bundles.has(folder)) return true;
    folder = folderOf(folder);
  }
  return false;
}

function routeOf(page: ScannedPage, entries: Entries, config: HugoConfig): string | undefined {
  const below = belowContent(page.path, config.contentDirs);
  if (below === undefined) return undefined;
  const url = textOf(entries.get("url"));
  if (url) return `/${url.replace(/^\/+/, "")}`.normalize("NFC");
  const bare = withoutMarkdownExtension(below);
  const index = /^_?index$/.test(nameOf(bare));
  const path = index ? folderOf(bare) : bare;
  const slug = nameOf(bare) === "_index" ? undefined : textOf(entries.get("slug"));
  const named = slug ? joined(folderOf(path), slug) : path;
  const clean = sanitizePath(config.keepCase ? named : named.toLowerCase()).normalize("NFC");
  if (clean === "") return "/";
  return config.uglyUrls && !index ? `/${clean}.html` : `/${clean}/`;
}

function joined(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}

/** Absolute ones as they are, others from the folder that the page's own route lies in. */
function aliasesOf(entries: Entries, route: string): readonly Route[] {
  const value = entries.get("aliases") ?? entries.get("alias");
  const items = value?.kind === "list" ? value.items : value ? [value] : [];
  return items.flatMap((item) => {
    const alias = textOf(item)?.trim();
    if (!alias) return [];
    const base = route.replace(/\/$/, "");
    return [resolvePathname(base === "" ? "/" : base, alias).normalize("NFC") as Route];
  });
}

/** Spaces between words become one `-`; letters, marks, digits and `./_#+~-@` stay, the rest goes (Hugo's `paths.Sanitize`). */
export function sanitizePath(path: string): string {
  let clean = "";
  let space = false;
  for (const letter of path) {
    if (/[\p{L}\p{M}\p{Nd}./\\_#+~\-@]/u.test(letter)) {
      if (space && letter !== "-") clean += "-";
      space = false;
      clean += letter;
    } else if (clean !== "" && !clean.endsWith("-") && /\s/.test(letter)) space = true;
  }
  return clean;
}

function isTrue(value: FrontmatterValue | undefined): boolean {
  return value?.kind === "boolean" && value.value;
}

function textOf(value: FrontmatterValue | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (value.kind === "string" || value.kind === "date") return value.value;
  return value.kind === "number" || value.kind === "boolean" ? String(value.value) : undefined;
}
