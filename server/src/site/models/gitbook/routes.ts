// Where GitBook serves a file: at its path without the extension, a README at its folder's, the first page at the root.

import { nameOf, withoutMarkdownExtension } from "../../routeKey.ts";
import type { GitbookConfig } from "./config.ts";

/** The path below the folder of pages; undefined outside. */
export function belowRoot(path: string, { root }: GitbookConfig): string | undefined {
  if (root === "") return path;
  if (path === root) return "";
  return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : undefined;
}

/** The address of a page; undefined for a file that the table of contents does not list, or that is that table. */
export function gitbookRoute(path: string, config: GitbookConfig): string | undefined {
  const below = belowRoot(path, config);
  if (below === undefined || path === config.summaryFile || isPart(path)) return undefined;
  if (config.listed && !config.listed.has(path)) return undefined;
  if (path === config.readme) return "/";
  const bare = withoutMarkdownExtension(below);
  const name = nameOf(bare);
  const route = /^readme$/i.test(name) ? bare.slice(0, -name.length).replace(/\/$/, "") : bare;
  return `/${route}`;
}

/** Reusable content, which pages show. */
export function isPart(path: string): boolean {
  return /(?:^|\/)\.gitbook\//.test(path);
}
