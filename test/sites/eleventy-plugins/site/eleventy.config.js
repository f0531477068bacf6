import { HtmlBasePlugin, InputPathToUrlTransformPlugin } from "@11ty/eleventy";
import markdown from "./config/markdown.js";

const isPreview = process.env.CONTEXT === "preview";

export default function (eleventyConfig) {
  markdown(eleventyConfig);
  eleventyConfig.addPlugin(InputPathToUrlTransformPlugin);
  eleventyConfig.addFilter("shout", (text) => {
    const slugify = (one) => one.toUpperCase();
    return slugify(text, { lower: false });
  });
  eleventyConfig.addPreprocessor("drafts", "*", (data) => {
    if (data.draft) return false;
  });
  eleventyConfig.addPassthroughCopy({ public: "/" });
  eleventyConfig.addPassthroughCopy({ "docs/files/**/*.pdf": "downloads" });
  return {
    pathPrefix: isPreview ? "/preview/" : "/",
    markdownTemplateEngine: "njk",
    templateFormats: ["md", "njk"],
    dir: { input: "docs" },
  };
}
