// Builds the site with the Hugo of the machine: a theme and a vendored module beside it, aliases that are not written.

import { buildHugo } from "../hugo/build.mjs";

export function build(tools) {
  return buildHugo({ ...tools, origin: "https://harbour.example" });
}
