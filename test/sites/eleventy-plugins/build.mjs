// An Eleventy site whose Markdown is read by a markdown-it of its own, with plugins, and whose data moves its pages.

import { buildEleventy } from "../eleventy/build.mjs";

export const build = (tools) =>
  buildEleventy(
    tools,
    "markdown-it-anchor@9.2.0",
    "markdown-it@14.1.0",
    "markdown-it-attrs@4.3.1",
    "markdown-it-footnote@4.0.0",
  );
