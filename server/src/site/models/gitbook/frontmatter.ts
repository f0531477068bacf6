import type { FrontmatterSchema } from "../../siteModel.ts";

/** What GitBook writes and reads at the top of a page; the title is the first heading. */
export const gitbookFrontmatter: FrontmatterSchema = {
  required: false,
  keys: {
    description: {
      types: ["string"],
      description: "One sentence on what the page is about, shown below its title.",
    },
    icon: { types: ["string"], description: "The icon beside the page's title." },
    hidden: {
      types: ["boolean"],
      description: "`true` leaves the page out of the table of contents that readers see.",
    },
    cover: { types: ["string"], description: "The picture on top of the page." },
    coverY: { types: ["number"], description: "Which part of the cover is shown." },
    layout: {
      types: ["string", "map"],
      description: "What of the page is shown: title, outline, cover, pagination.",
    },
    tags: { types: ["list"], description: "Words by which the page can be found." },
    if: { types: ["string"], description: "The condition under which readers see the page." },
    noIndex: { types: ["boolean"], description: "`true` keeps search engines away." },
    noRobotsIndex: { types: ["boolean"], description: "`true` keeps search engines away." },
    metaLinks: { types: ["map"], description: "Alternate and canonical addresses of the page." },
    vars: { types: ["map"], description: "Values that the page's expressions use." },
  },
};
