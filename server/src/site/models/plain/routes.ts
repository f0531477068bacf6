import { isInFolder, nameOf, withoutMarkdownExtension } from "../../routeKey.ts";

/** The content root that a file lies in, the innermost; undefined outside of all. */
export function rootOf(path: string, contentRoots: readonly string[]): string | undefined {
  let best: string | undefined;
  for (const root of contentRoots) {
    if (isInFolder(path, root) && (best === undefined || root.length > best.length)) best = root;
  }
  return best;
}

/** `/people/feedback` of `content/people/feedback.md`; `/people` of `content/people/README.md` and `…/index.md`. */
export function plainRoute(path: string, contentRoots: readonly string[]): string | undefined {
  const root = rootOf(path, contentRoots);
  if (root === undefined) return undefined;
  const below = withoutMarkdownExtension(root === "" ? path : path.slice(root.length + 1));
  return isIndexName(nameOf(below))
    ? `/${below.slice(0, -nameOf(below).length)}`.replace(/(.)\/$/, "$1")
    : `/${below}`;
}

/** Is a file of this name (no extension) the page of its folder? */
export function isIndexName(name: string): boolean {
  return /^(?:_?index|readme)$/i.test(name);
}
