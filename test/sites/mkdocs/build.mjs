// Builds the site with Debian's MkDocs and its Material theme. A hook writes the address that the author wrote into
// `data-raw` of each link before MkDocs rewrites it, and marks the content of each page with its file.

import { buildMkdocs } from "../support/buildMkdocs.mjs";

export const build = (tools) => buildMkdocs(tools);
