// The keys that Eleventy itself reads (11ty.dev/docs/data-configuration); a site's layouts read more.

import type { FrontmatterSchema } from "../../siteModel.ts";

export const eleventyFrontmatter: FrontmatterSchema = {
  required: false,
  keys: {
    title: {
      types: ["string", "number"],
      description: "The name of the page, for layouts and lists.",
      suggestion: "$title",
    },
    layout: { types: ["string", "boolean"], description: "The template around the page; `false` for none." },
    permalink: {
      types: ["string", "boolean", "map"],
      description: "The address at which the page is written, instead of its path; `false` writes nothing.",
    },
    tags: { types: ["string", "list"], description: "The collections that the page belongs to." },
    date: {
      types: ["date", "string"],
      description: "When the page was written; collections are sorted by it.",
    },
    pagination: { types: ["map"], description: "Makes several pages of one: `data`, `size`, `alias`." },
    templateEngineOverride: {
      types: ["string", "boolean"],
      description: "The template languages that read the page, instead of those of its ending.",
    },
    eleventyExcludeFromCollections: {
      types: ["boolean", "list"],
      description: "`true` keeps the page out of all collections.",
    },
    eleventyComputed: { types: ["map"], description: "Values that are computed from others." },
    eleventyNavigation: {
      types: ["map"],
      description: "The page's place in the navigation: `key`, `parent`, `order`.",
    },
  },
};
