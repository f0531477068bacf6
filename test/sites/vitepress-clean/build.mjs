// The same as the site `vitepress`, with a base path, clean addresses, rewrites by pattern and two languages.

import { buildVitepress } from "../vitepress/build.mjs";

export const build = (tools) =>
  buildVitepress(tools, {
    origin: "https://tidewater.example",
    base: "/handbook/",
    cleanUrls: true,
  });
