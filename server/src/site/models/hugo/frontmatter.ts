// The frontmatter that Hugo itself reads; themes read more.

import type { FrontmatterKey, FrontmatterSchema } from "../../siteModel.ts";

function flag(description: string): FrontmatterKey {
  return { types: ["boolean"], description };
}

function text(description: string): FrontmatterKey {
  return { types: ["string"], description };
}

function date(description: string): FrontmatterKey {
  return { types: ["date", "string"], description };
}

/** With the site's own taxonomies, by their plural names. */
export function frontmatterOf(taxonomies: readonly string[]): FrontmatterSchema {
  const own = taxonomies.filter((name) => !Object.hasOwn(keys, name)).map((name) => [name, terms] as const);
  return { required: false, keys: { ...keys, ...Object.fromEntries(own) } };
}

const terms: FrontmatterKey = {
  types: ["list", "string"],
  description: "Words by which pages are listed together.",
};

const keys: FrontmatterSchema["keys"] = {
  title: { types: ["string", "number"], description: "The name of the page.", suggestion: "$title" },
  linkTitle: text("A shorter name of the page, for menus and lists."),
  description: text("One sentence on what the page is about, for search results and lists."),
  summary: text("What lists show of the page, instead of its beginning."),
  date: date("When the page was written; lists are sorted by it."),
  lastmod: date("When the page was last changed."),
  publishDate: date("The page is not built before this day."),
  expiryDate: date("The page is no longer built after this day."),
  draft: flag("`true` while the page is not ready: it is not built."),
  weight: { types: ["number"], description: "Its place among its neighbours: lower comes first." },
  slug: text("The last part of the page's address, instead of its file name."),
  url: text("The whole address of the page, instead of its path."),
  aliases: { types: ["list", "string"], description: "Former addresses of the page, which forward to it." },
  tags: {
    types: ["list", "string"],
    description: "Words by which pages of one subject are listed together.",
  },
  categories: { types: ["list", "string"], description: "The groups that list the page." },
  type: text("The kind of page, which chooses its template."),
  layout: text("The template of the page, by name."),
  menu: { types: ["string", "list", "map"], description: "The menus that show the page." },
  menus: { types: ["string", "list", "map"], description: "The menus that show the page." },
  params: { types: ["map"], description: "Values for the theme's templates." },
  cascade: { types: ["map", "list"], description: "Values that all pages below this one take over." },
  build: {
    types: ["map"],
    description: "Whether the page is built and listed: `render`, `list`, `publishResources`.",
  },
  headless: flag("`true` for a bundle that has no page of its own."),
  outputs: { types: ["list", "string"], description: "The formats that the page is built in." },
  keywords: { types: ["list", "string"], description: "Words for search engines and related pages." },
  sitemap: {
    types: ["map"],
    description: "How the sitemap names the page: `changefreq`, `priority`, `disable`.",
  },
  markup: text("The markup language of the page, where its file name does not tell."),
  translationKey: text("A name that a page and its translations share, where their paths differ."),
  isCJKLanguage: flag("`true` where words are not set apart by spaces."),
  resources: { types: ["list"], description: "Names and titles of the bundle's other files." },
};
