// The frontmatter that VitePress and its default theme read (vitepress.dev/reference/frontmatter-config).

import type { FrontmatterKey, FrontmatterSchema } from "../../siteModel.ts";

function flag(description: string): FrontmatterKey {
  return { types: ["boolean"], description };
}

export const vitepressFrontmatter: FrontmatterSchema = {
  required: false,
  keys: {
    title: {
      types: ["string"],
      description: "The name of the page, in the browser's tab and in search results.",
      suggestion: "$title",
    },
    titleTemplate: {
      types: ["string", "boolean"],
      description: "What stands around the title in the browser's tab: `:title | Handbook`, or `false`.",
    },
    description: {
      types: ["string"],
      description: "One sentence on what the page is about, for search results.",
    },
    head: {
      types: ["list"],
      description: "Further tags for the page's head, as lists of name, attributes and text.",
    },
    layout: {
      types: ["string", "boolean"],
      description:
        "How the page looks: `doc`, `home`, `page`, a layout of the site's own, or `false` for none.",
    },
    hero: {
      types: ["map"],
      description:
        "The top of a home page: `name`, `text`, `tagline`, `image`, and `actions` with a `link` each.",
    },
    features: {
      types: ["list"],
      description: "The boxes of a home page: `title`, `details`, `icon`, `link`, `linkText`.",
    },
    navbar: flag("`false` leaves out the bar on top."),
    sidebar: flag("`false` leaves out the sidebar."),
    aside: {
      types: ["boolean", "string"],
      description: "Where the outline stands: `true` at the right, `left`, or `false` for none.",
    },
    outline: {
      types: ["number", "list", "string", "boolean"],
      description: "Levels of the headings in the outline: `2`, `[2, 3]`, `deep`, or `false`.",
    },
    lastUpdated: {
      types: ["boolean", "date", "string"],
      description: "Whether the page says when it was last changed.",
    },
    editLink: flag("`false` leaves out the link by which readers edit the page."),
    footer: flag("`false` leaves out the footer."),
    pageClass: { types: ["string"], description: "A CSS class for the page." },
    isHome: flag("`true` makes a layout of the site's own count as a home page."),
    markdownStyles: flag("`false` leaves out the styles of Markdown on a home page."),
    prev: {
      types: ["string", "boolean", "map"],
      description: "The page before: its text, `{ text, link }`, or `false` for none.",
    },
    next: {
      types: ["string", "boolean", "map"],
      description: "The page after: its text, `{ text, link }`, or `false` for none.",
    },
    search: flag("`false` leaves the page out of the site's own search."),
  },
};
