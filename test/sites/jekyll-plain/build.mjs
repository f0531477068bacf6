// The same build as of the site beside it: Jekyll without GitHub Pages' plugins, with kramdown's own parser and other permalinks.

export { build } from "../jekyll/build.mjs";
