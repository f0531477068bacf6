import type { FrontmatterSchema } from "../../siteModel.ts";

const keys: FrontmatterSchema["keys"] = {
  title: {
    types: ["string"],
    description: "The name of the page, shown by the layout and in lists.",
    suggestion: "$title",
  },
  layout: {
    types: ["string"],
    description: "The file in `_layouts` that the page is put in; `none` for no layout.",
  },
  permalink: {
    types: ["string"],
    description: "The address of the page, in place of the one that its path gives it.",
  },
  published: { types: ["boolean"], description: "`false` leaves the page out of the site." },
  date: {
    types: ["date", "string"],
    description: "The date of a post, in place of the one in its file's name.",
  },
  category: {
    types: ["string", "list"],
    description: "The category of a post; part of its address by default.",
  },
  categories: {
    types: ["list", "string"],
    description: "Categories of a post; part of its address by default.",
  },
  tags: { types: ["list", "string"], description: "Words by which a post can be found." },
  tag: { types: ["string", "list"], description: "A word by which a post can be found." },
  slug: {
    types: ["string"],
    description: "The name in the address of a post or document, in place of its file's.",
  },
  excerpt: {
    types: ["string"],
    description: "What lists show of the page, in place of its first paragraph.",
  },
  description: {
    types: ["string"],
    description: "One sentence on what the page is about, for search results.",
  },
  author: { types: ["string", "map", "list"], description: "Who wrote the page." },
  image: { types: ["string", "map"], description: "The picture that previews of the page show." },
  lang: { types: ["string"], description: "The language of the page." },
  redirect_from: {
    types: ["list", "string"],
    description: "Former addresses of the page, which send readers here.",
  },
  redirect_to: {
    types: ["string", "list"],
    description: "The address to which this page sends its readers.",
  },
  sitemap: { types: ["boolean", "map"], description: "`false` leaves the page out of `sitemap.xml`." },
  render_with_liquid: {
    types: ["boolean"],
    description: "`false` leaves `{{ }}` and `{% %}` in the page as they are.",
  },
  nav_order: {
    types: ["number", "string"],
    description: "The place among its neighbours in the navigation.",
  },
  parent: {
    types: ["string"],
    description: "The title of the page below which the navigation shows this one.",
  },
  grand_parent: { types: ["string"], description: "The title of the page above the parent." },
  has_children: { types: ["boolean"], description: "Does the navigation show pages below this one?" },
  nav_exclude: { types: ["boolean"], description: "`true` leaves the page out of the navigation." },
  has_toc: { types: ["boolean"], description: "`false` leaves out the list of pages below this one." },
  toc: { types: ["boolean", "map"], description: "Does the page show a table of its contents?" },
};

/** What Jekyll and GitHub Pages' plugins read. `required`: is a page without it copied as it stands? */
export function jekyllFrontmatter(required: boolean): FrontmatterSchema {
  return { required, keys };
}
