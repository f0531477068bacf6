// The frontmatter that Docusaurus reads: of docs, posts and pages together. Sources: frontMatter.ts of the three content plugins.

import type { FrontmatterKey, FrontmatterSchema } from "../../siteModel.ts";

function text(description: string): FrontmatterKey {
  return { types: ["string", "number", "date"], description };
}

function flag(description: string): FrontmatterKey {
  return { types: ["boolean"], description };
}

function number(description: string): FrontmatterKey {
  return { types: ["number"], description };
}

export const docusaurusFrontmatter: FrontmatterSchema = {
  required: false,
  keys: {
    title: {
      types: ["string", "number"],
      description:
        "The name of the page: in the browser, in lists, and on top of it where it has no heading of its own.",
      suggestion: "$title",
    },
    description: text("One sentence on what the page is about, for search results and lists."),
    slug: text(
      "The address of the page: from the docs' or the blog's own one where it begins with a slash, else in its folder.",
    ),
    id: text("The name by which sidebars know the doc, and the last part of its address. No slashes."),
    tags: { types: ["list"], description: "Words by which pages of one subject are listed together." },
    draft: flag("`true` while the page is not ready: the published site does not have it."),
    unlisted: flag("`true` for a page that is published, but not listed anywhere."),
    keywords: { types: ["list"], description: "Words for search engines." },
    image: text("The picture that is shown where the page is shared."),
    hide_title: flag("Leave the title out on top of the page."),
    hide_table_of_contents: flag("Leave out the list of headings beside the page."),
    toc_min_heading_level: number("The first level of headings in the list beside the page: 2 to 6."),
    toc_max_heading_level: number("The last level of headings in the list beside the page: 2 to 6."),
    sidebar_label: text("What the sidebar calls the page, instead of its title."),
    sidebar_position: number(
      "Its place among its neighbours in a sidebar that lists folders: lower comes first.",
    ),
    sidebar_class_name: text("A CSS class for the page's entry in the sidebar."),
    sidebar_key: text("A name for the page's entry in the sidebar, where two have one label."),
    sidebar_custom_props: { types: ["map"], description: "Values for a sidebar of the site's own." },
    displayed_sidebar: {
      types: ["string"],
      description: "The sidebar that is shown beside the page, by its name.",
    },
    pagination_label: text("What the pages before and after call this one."),
    pagination_next: { types: ["string"], description: "The id of the doc that comes after; null for none." },
    pagination_prev: {
      types: ["string"],
      description: "The id of the doc that comes before; null for none.",
    },
    parse_number_prefixes: flag(
      "`false` where the number at the beginning of the file's name is part of its address.",
    ),
    custom_edit_url: text("Where “Edit this page” leads."),
    last_update: {
      types: ["map"],
      description: "When and by whom the page was last changed: `date`, `author`.",
    },
    mdx: { types: ["map"], description: "How the file is read: `format: md` or `format: mdx`." },
    date: {
      types: ["date", "string"],
      description: "The day of the post, where its file's name does not say it.",
    },
    authors: {
      types: ["string", "list", "map"],
      description: "Who wrote the post: keys of authors.yml, or names with their particulars.",
    },
    author: text("Who wrote the post. Newer: `authors`."),
    author_title: text("What the post's author does. Newer: `authors`."),
    author_url: text("The address of the post's author. Newer: `authors`."),
    author_image_url: text("A picture of the post's author. Newer: `authors`."),
    title_meta: text("The post's title in the browser, where it is another than on top of it."),
    wrapperClassName: text("A CSS class for a page in src/pages."),
  },
};
