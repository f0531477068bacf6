// Layouts that send the reader of a page on: one with `<meta http-equiv="refresh" content="0; url={{ page.redirect_to }}">`
// makes a redirect of each page that has the key, without any plugin.

import { readYaml } from "../../../frontmatter/readYaml.ts";
import type { FilePath } from "../../site.ts";
import { textOf } from "./values.ts";

export interface Sending {
  /** The key of the page's frontmatter that says where to. */
  readonly key: string;
  /** Is an address without a slash before it read from the site's root (`relative_url`) rather than from the page? */
  readonly fromRoot: boolean;
}

const refresh =
  /<meta\b[^>]*http-equiv=["']?refresh["']?[^>]*?url=\s*['"]?\{\{-?\s*page\.([\w-]+)\s*([^}]*)\}\}/i;

/** By the name of the layout; those that stand in such a layout send on, too. */
export function sendingLayouts(
  texts: ReadonlyMap<FilePath, string>,
  folder: string,
): ReadonlyMap<string, Sending> {
  const found = new Map<string, Sending>();
  const parents = new Map<string, string>();
  for (const [path, text] of texts) {
    if (!path.startsWith(`${folder}/`) || !path.endsWith(".html")) continue;
    const name = path.slice(folder.length + 1, -".html".length);
    const [, key, filters = ""] = refresh.exec(text) ?? [];
    if (key !== undefined) found.set(name, { key, fromRoot: /_url\b|\bprepend\b/.test(filters) });
    const header = /^---\s*\n([\s\S]*?)\n---/.exec(text)?.[1] ?? "";
    const parent = textOf(readYaml(header, 0).entries.find((entry) => entry.key === "layout")?.value);
    if (parent !== undefined) parents.set(name, parent);
  }
  if (found.size === 0) return found;
  for (const name of parents.keys()) {
    const sending = above(name, found, parents);
    if (sending) found.set(name, sending);
  }
  return found;
}

function above(
  name: string,
  found: ReadonlyMap<string, Sending>,
  parents: ReadonlyMap<string, string>,
): Sending | undefined {
  let one: string | undefined = name;
  for (let depth = 0; one !== undefined && depth < 6; depth++) {
    const sending = found.get(one);
    if (sending) return sending;
    one = parents.get(one);
  }
  return undefined;
}
