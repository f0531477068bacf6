import type { FrontmatterSchema } from "../../siteModel.ts";

/** What most tools understand; nothing is required where no generator says so. */
export const plainFrontmatter: FrontmatterSchema = {
  required: false,
  keys: {
    title: {
      types: ["string"],
      description: "The name of the page, shown on top of it and in lists.",
      suggestion: "$title",
    },
    description: {
      types: ["string"],
      description: "One sentence on what the page is about, for search results and previews.",
    },
    tags: { types: ["list", "string"], description: "Words by which the page can be found." },
    date: { types: ["date", "string"], description: "When the page was written." },
    draft: { types: ["boolean"], description: "`true` while the page is not ready to be published." },
  },
};
