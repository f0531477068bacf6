// Which folders are never looked into: those of tools, and what a generator has built. Not what a site leaves out of its
// pages (its model says that), and not what an author's .gitignore names.

const neverRead = new Set([
  ".git",
  ".hg",
  ".svn",
  ".jj",
  "node_modules",
  "bower_components",
  ".cache",
  ".next",
  ".nuxt",
  ".astro",
  ".docusaurus",
  ".jekyll-cache",
  ".sass-cache",
  ".terraform",
  ".gradle",
  ".venv",
  "__pycache__",
  ".pnpm-store",
  ".yarn",
]);

/** Names that generators give their output, which are good names for a folder of pages or images too. */
const outputNames = new Set(["dist", "build", "public", "out", "_site", "_book", "site"]);

/**
 * Is a folder left out? A `build` or `public` folder is taken for output when a built start page lies in it,
 * and for content otherwise (a handbook has a chapter "build", VitePress has its images in `public`).
 */
export function isIgnoredFolder(name: string, fileNames: readonly string[]): boolean {
  if (neverRead.has(name)) return true;
  return outputNames.has(name) && fileNames.includes("index.html") && !fileNames.some(isMarkdownName);
}

/** Does a path lead through a folder that is left out by its name alone? */
export function isBelowIgnored(path: string): boolean {
  return path.split("/").some((part) => neverRead.has(part));
}

export function isMarkdownName(name: string): boolean {
  return /\.(?:md|mdx|markdown)$/i.test(name);
}
