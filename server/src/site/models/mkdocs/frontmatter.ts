// The frontmatter that MkDocs, Material for MkDocs and its plugins read; themes and other plugins read more.

import type { FrontmatterKey, FrontmatterSchema } from "../../siteModel.ts";

function flag(description: string): FrontmatterKey {
  return { types: ["boolean"], description };
}

function text(description: string): FrontmatterKey {
  return { types: ["string"], description };
}

export const mkdocsFrontmatter: FrontmatterSchema = {
  required: false,
  keys: {
    title: {
      types: ["string", "number"],
      description: "The name of the page, where the navigation gives it none.",
      suggestion: "$title",
    },
    description: text("One sentence on what the page is about, for search results and previews."),
    template: text("The theme's template that shows the page."),
    subtitle: text("A second name, shown below the first in the navigation."),
    icon: text("The icon beside the page's name in the navigation: `material/home`."),
    status: text("A mark beside the page's name in the navigation: `new`, `deprecated`."),
    hide: {
      types: ["list", "string"],
      description: "Parts of the page that are not shown: `navigation`, `toc`, `footer`, `tags`.",
    },
    tags: { types: ["list", "string"], description: "Words by which the page is listed with others." },
    search: {
      types: ["map"],
      description: "`exclude: true` keeps the page out of the search, `boost: 2` moves it up.",
    },
    comments: flag("Are comments shown below the page?"),
    authors: { types: ["list"], description: "Who wrote the post, by their keys in `.authors.yml`." },
    categories: { types: ["list"], description: "The lists of the blog that show the post." },
    date: {
      types: ["date", "string", "map"],
      description: "When the post was published; it is part of its address.",
    },
    draft: flag("`true` while the post is not ready: it is not built."),
    pin: flag("Does the post stand above all others?"),
    slug: text("The last part of the post's address, instead of its title."),
    links: { types: ["list"], description: "Pages that are shown beside the post." },
    readtime: {
      types: ["number"],
      description: "Minutes that the post takes to read, where the count is wrong.",
    },
    social: { types: ["map"], description: "How the page's card for social media looks." },
    revision_date: { types: ["date", "string"], description: "When the page was last changed." },
  },
};
