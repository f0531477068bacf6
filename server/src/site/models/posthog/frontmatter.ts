// The frontmatter of a PostHog-like handbook: what its template reads, and what is written from habit.

import type { FrontmatterKey, FrontmatterSchema } from "../../siteModel.ts";

const unread = "No template of this site reads it on a handbook page.";

function text(description: string): FrontmatterKey {
  return { types: ["string"], description };
}

function flag(description: string): FrontmatterKey {
  return { types: ["boolean"], description };
}

export const posthogFrontmatter: FrontmatterSchema = {
  required: true,
  keys: {
    title: {
      types: ["string"],
      required: true,
      description:
        "The name of the page: its heading, its entry in lists and its title in the browser. A page with an empty one is not built.",
      suggestion: "$title",
    },
    sidebar: {
      types: ["string"],
      description: `Which sidebar the page was meant for. ${unread}`,
      suggestion: "Handbook",
    },
    showTitle: {
      types: ["boolean"],
      description: `Show the title on top of the page. ${unread}`,
      suggestion: "true",
    },
    seo: { types: ["map"], description: "For search engines: `metaTitle` and `metaDescription`." },
    date: { types: ["date", "string"], description: "When the page was written." },
    tags: {
      types: ["list", "string"],
      description: "Words by which pages of one subject are found together.",
    },
    author: {
      types: ["string", "list"],
      description: "The handle of who wrote the page, or a list of them.",
    },
    showByline: flag("Show who wrote the page, below its title."),
    tableOfContents: {
      types: ["list"],
      description:
        "The table of contents, when it should not be made of the headings: entries with `url`, `value` and `depth`.",
    },
    hideRightSidebar: flag("Leave the right-hand column out, with its table of contents."),
    contentMaxWidthClass: text("A class that sets how wide the text may be."),
    featureFlag: text("Show the page only to readers who have this feature flag."),
    noindex: flag("Ask search engines to leave the page out."),
    hideFromIndex: flag("Leave the page out of the site's own lists."),
    hideAnchor: flag(`Leave out the links beside headings. ${unread}`),
    hideLastUpdated: flag(`Leave out when the page was last changed. ${unread}`),
    description: text(`One sentence on what the page is about. ${unread} Use \`seo.metaDescription\`.`),
  },
};
