// The same generator with everything that the site `mkdocs` has not: pages by their .html names, a base path, MkDocs's own theme
// and extensions, ids by pymdownx, a configuration that takes over another.

import { buildMkdocs } from "../support/buildMkdocs.mjs";

export const build = (tools) => buildMkdocs(tools, { docs: "guide", base: "/guide/" });
