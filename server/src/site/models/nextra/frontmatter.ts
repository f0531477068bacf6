// The frontmatter that Nextra and its docs theme read (nextra.site/docs/guide, file conventions "frontmatter").

import type { FrontmatterSchema } from "../../siteModel.ts";

export const nextraFrontmatter: FrontmatterSchema = {
  required: false,
  keys: {
    title: {
      types: ["string"],
      description: "The name of the page, in the browser's tab, in lists and in search results.",
      suggestion: "$title",
    },
    sidebarTitle: {
      types: ["string"],
      description: "The name of the page in the sidebar, where it is another.",
    },
    description: {
      types: ["string"],
      description: "One sentence on what the page is about, for search results.",
    },
    asIndexPage: {
      types: ["boolean"],
      description: "`true` makes an index page that of its folder: a click on the folder opens it.",
    },
    searchable: { types: ["boolean"], description: "`false` leaves the page out of the search." },
    display: {
      types: ["string"],
      description: "How the sidebar shows it: `normal`, `hidden` or `children`.",
    },
    theme: {
      types: ["map"],
      description:
        "What the page shows: `breadcrumb`, `toc`, `sidebar`, `pagination`, `timestamp`, `layout` and more.",
    },
    timestamp: {
      types: ["boolean", "date", "string", "number"],
      description: "When the page was last changed, or `false` to leave that out.",
    },
    date: { types: ["date", "string"], description: "When the page was written; blogs are sorted by it." },
    author: { types: ["string", "list"], description: "Who wrote the page; for blogs." },
    tags: {
      types: ["list", "string"],
      description: "Words by which pages of one subject are listed together; for blogs.",
    },
  },
};
