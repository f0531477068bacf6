import { IdAttributePlugin } from "@11ty/eleventy";

export default function (eleventyConfig) {
  eleventyConfig.addPassthroughCopy("src/img");
  eleventyConfig.addPassthroughCopy({ "src/files": "downloads" });
  eleventyConfig.addPlugin(IdAttributePlugin);
  eleventyConfig.ignores.add("src/hidden/**");
}

export const config = { dir: { input: "src", output: "_site" }, markdownTemplateEngine: "liquid" };
