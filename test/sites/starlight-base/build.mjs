// Builds the site with Astro 5 and its Starlight, whose Markdown is remark's: a base, locales, slashes at the end.

import { join } from "node:path";
import { buildAstro } from "../support/astro.mjs";

export async function build({ site, work, run, install }) {
  install("astro@5.18.2", "@astrojs/starlight@0.37.6");
  return buildAstro({
    site,
    run,
    node: process.execPath,
    astro: join(work, "node_modules/astro/astro.js"),
    origin: "https://harbour.example",
    base: "/handbook/",
  });
}
