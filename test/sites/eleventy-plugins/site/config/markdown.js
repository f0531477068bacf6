import markdownIt from "markdown-it";
import anchor from "markdown-it-anchor";
import attrs from "markdown-it-attrs";
import footnote from "markdown-it-footnote";

export default function (eleventyConfig) {
  const options = { html: true, linkify: true };
  const library = markdownIt(options)
    .use(anchor, { level: [2, 3], slugify: eleventyConfig.getFilter("slugify") })
    .use(attrs)
    .use(footnote);
  eleventyConfig.setLibrary("md", library);
}
