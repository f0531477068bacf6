// How Astro reads a file: Markdown, or MDX by its extension. Starlight's components hold addresses, and so does its frontmatter.

import { githubSyntax, htmlLinkAttributes, type MarkdownSyntax } from "../../../markdown/syntax.ts";
import type { FilePath } from "../../site.ts";
import { collectionOf, isContent } from "./collections.ts";
import type { AstroSite } from "./routes.ts";

const mdxAttributes: MarkdownSyntax["linkAttributes"] = {
  ...htmlLinkAttributes,
  LinkCard: ["href"],
  LinkButton: ["href"],
  Card: ["href"],
};

/** Pages of collections and of src/pages, and what such pages may import. */
export function astroSyntax(path: FilePath, { config, collections }: AstroSite): MarkdownSyntax | undefined {
  const page = collectionOf(path, collections) !== undefined;
  if (!isContent(path) || !(page || path.startsWith(`${config.srcDir}/`))) return undefined;
  const mdx = path.toLowerCase().endsWith(".mdx");
  return {
    ...githubSyntax,
    mdx,
    math: false,
    headingAttributes: config.ids.explicitIds && !mdx,
    linkAttributes: mdx ? mdxAttributes : htmlLinkAttributes,
    ...(config.starlight && page && { linkKeys: ["hero.actions.link", "prev.link", "next.link"] }),
  };
}
