// The keys that Mintlify's pages have (mintlify.com/docs/organize/pages).

import type { FrontmatterSchema } from "../../siteModel.ts";

const text = (description: string) => ({ types: ["string"], description }) as const;
const flag = (description: string) => ({ types: ["boolean"], description }) as const;

export const mintlifyFrontmatter: FrontmatterSchema = {
  required: false,
  keys: {
    title: { ...text("What the page is called, on the page and in the navigation."), suggestion: "$title" },
    sidebarTitle: text("What it is called in the navigation, where that should be shorter."),
    description: text("One sentence on what the page is about, shown below its title and to search engines."),
    icon: text("The icon beside its name in the navigation."),
    iconType: text("The style of the icon, for Font Awesome: `solid`, `regular`, …"),
    tag: text("A word beside its name in the navigation, such as `NEW`."),
    mode: text("How the page is laid out: `default`, `wide`, `custom`, `frame`, `center`."),
    url: text("An address elsewhere, which the page's entry in the navigation leads to."),
    openapi: text("The endpoint that the page documents: `GET /users`."),
    asyncapi: text("The channel that the page documents."),
    api: text("The endpoint that the page documents, without a specification of it."),
    hidden: flag("`true` takes the page out of the navigation; its address still works."),
    noindex: flag("`true` keeps search engines away."),
    deprecated: flag("`true` marks the page as out of date."),
    public: flag("`true` shows the page to readers who are not signed in."),
    rss: flag("`true` offers the page's updates as a feed."),
    hideFooterPagination: flag("`true` leaves out the links to the page before and after."),
    hideApiMarker: flag("`true` leaves out the badge of the method in the navigation."),
    keywords: { types: ["list"], description: "Words by which the page can be found." },
    groups: { types: ["list"], description: "The groups of readers who may see the page." },
    timestamp: flag("Is the day of the last change shown? Wins over the site's own setting."),
  },
};
