import { githubSyntax, htmlLinkAttributes, type MarkdownSyntax } from "../../../markdown/syntax.ts";

/** MDX 1, in `.md` files too. Components hold addresses in attributes of their own. */
export const posthogSyntax: MarkdownSyntax = {
  ...githubSyntax,
  mdx1: true,
  math: false,
  linkAttributes: {
    ...htmlLinkAttributes,
    Link: ["to", "href"],
    PrivateLink: ["url"],
    CallToAction: ["to", "href"],
    CTA: ["to"],
    TrackedCTA: ["to"],
    ProductVideo: ["videoLight", "videoDark"],
    ProductScreenshot: ["imageLight", "imageDark"],
  },
};
