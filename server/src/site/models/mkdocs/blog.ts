// The blog of Material for MkDocs (setup of the blog plugin): a post is served by its date and its slug, wherever its file lies.

import { booleanAt, type DataValue, stringAt } from "../../../data/value.ts";
import type { FrontmatterValue } from "../../../frontmatter/frontmatter.ts";
import { entryOf, stringKey } from "../../../frontmatter/keys.ts";
import type { ScannedPage } from "../../../page/scannedPage.ts";
import type { Route } from "../../site.ts";
import type { MkdocsConfig } from "./config.ts";
import { blogFolder } from "./routes.ts";
import { slugify } from "./slugs.ts";

export interface PostPlace {
  readonly route: Route | undefined;
  /** Lists that show the post: the archive of its year, its categories. */
  readonly generates: readonly Route[];
}

const lowerSlug = { kind: "pymdownx", lower: "lower", percent: false, normalize: "NFC" } as const;

/** Where a post is served; nowhere without a date, or while it is a draft. */
export function placePost(page: ScannedPage, title: string, config: MkdocsConfig): PostPlace {
  const options = config.plugins.get("blog");
  const date = dateOf(entryOf(page.frontmatter, "date")?.value);
  const draft = entryOf(page.frontmatter, "draft")?.value;
  const hidden = draft?.kind === "boolean" && draft.value && booleanAt(options, "draft") !== true;
  if (date === undefined || hidden) return { route: undefined, generates: [] };
  const slug =
    stringKey(page.frontmatter, "slug") ??
    slugify(title, stringAt(options, "post_slugify_separator") ?? "-", lowerSlug);
  const categories = namesOf(entryOf(page.frontmatter, "categories")?.value);
  const shown = dateText(date, stringAt(options, "post_url_date_format") ?? "yyyy/MM/dd");
  const format = stringAt(options, "post_url_format") ?? "{date}/{slug}";
  const path = format
    .replace("{date}", shown)
    .replace("{slug}", slug)
    .replace("{file}", fileStem(page.path))
    .replace("{categories}", categories.slice(0, 1).map(slugOfCategory).join("/"));
  return {
    route: address(path, config),
    generates: [...archiveOf(date, options, config), ...categoriesOf(categories, options, config)],
  };
}

function archiveOf(date: string, options: DataValue | undefined, config: MkdocsConfig): readonly Route[] {
  if (booleanAt(options, "archive") === false) return [];
  const shown = dateText(date, stringAt(options, "archive_url_date_format") ?? "yyyy");
  return [
    address((stringAt(options, "archive_url_format") ?? "archive/{date}").replace("{date}", shown), config),
  ];
}

function categoriesOf(
  categories: readonly string[],
  options: DataValue | undefined,
  config: MkdocsConfig,
): readonly Route[] {
  if (booleanAt(options, "categories") === false) return [];
  const format = stringAt(options, "categories_url_format") ?? "category/{slug}";
  return categories.map((name) => address(format.replace("{slug}", slugOfCategory(name)), config));
}

function slugOfCategory(name: string): string {
  return slugify(name, "-", lowerSlug);
}

function address(path: string, config: MkdocsConfig): Route {
  const folder = blogFolder(config) ?? "blog";
  const bare = `/${folder === "" ? "" : `${folder}/`}${path}`.replace(/\/{2,}/g, "/");
  return (config.directoryUrls ? `${bare.replace(/\/$/, "")}/` : `${bare}.html`) as Route;
}

function fileStem(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]*$/, "");
}

/** A day, or a map with the day on which the post was `created`. */
function dateOf(value: FrontmatterValue | undefined): string | undefined {
  if (value?.kind === "map") return dateOf(value.entries.find((entry) => entry.key === "created")?.value);
  const text = value?.kind === "date" || value?.kind === "string" ? value.value : "";
  return /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0];
}

/** `yyyy/MM/dd` and its parts, as Babel writes dates; of other parts nobody knows. */
function dateText(date: string, format: string): string {
  const [year = "", month = "", day = ""] = date.split("-");
  return format
    .replaceAll("yyyy", year)
    .replaceAll("MM", month)
    .replaceAll("dd", day)
    .replace(/\bM\b/g, String(Number(month)))
    .replace(/\bd\b/g, String(Number(day)));
}

function namesOf(value: FrontmatterValue | undefined): readonly string[] {
  if (value?.kind !== "list") return [];
  return value.items.flatMap((item) => (item.kind === "string" ? [item.value] : []));
}
