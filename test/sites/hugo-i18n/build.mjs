// A site of two languages below a path, without a link hook: built like the site `hugo`.

import { buildHugo } from "../hugo/build.mjs";

export function build({ site, work }) {
  return buildHugo({ site, work, origin: "https://docs.northwind.example", base: "/guide/" });
}
