import { githubSyntax, htmlLinkAttributes, type MarkdownSyntax } from "../../../markdown/syntax.ts";

/** MDX in `.md` files, too. Components hold addresses in attributes of their own. */
export const posthogSyntax: MarkdownSyntax = {
  ...githubSyntax,
  mdx: true,
  math: false,
  shortcodes: "none",
  headingAttributes: false,
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
