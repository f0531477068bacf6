// Where Eleventy writes a template: its `permalink`, or the path of its file (11ty.dev/docs/permalinks).

import type { DataValue } from "../../../data/value.ts";
import type { FrontmatterValue } from "../../../frontmatter/frontmatter.ts";
import { folderOf, nameOf } from "../../routeKey.ts";

/** Of a page's own frontmatter, of data, or of a function there, which only running it would tell. */
export type Permalink = FrontmatterValue | DataValue;

/** A route; "none" for what is not written; "unread" where only running a template would tell. */
export type Written = { readonly route: string } | "none" | "unread";

interface Template {
  /** Path below the input folder, without extension: "people/hiring". */
  readonly stem: string;
  readonly title: string | undefined;
}

export function writtenAt(permalink: Permalink | undefined, template: Template): Written {
  switch (permalink?.kind) {
    case undefined:
    case "null":
      return { route: defaultRoute(template.stem) };
    case "boolean":
      return permalink.value ? { route: defaultRoute(template.stem) } : "none";
    case "string": {
      const path = filled(permalink.value, template);
      return path === undefined ? "unread" : { route: routeOf(path) };
    }
    default:
      return "unread";
  }
}

/** `a/b.md` is `/a/b/`; `index` and a file named like its folder are the folder's own page (TemplatePermalink.js). */
function defaultRoute(stem: string): string {
  const name = nameOf(stem);
  const folder = folderOf(stem);
  const folded = name === "index" || nameOf(folder) === name;
  const path = folded ? folder : stem;
  return path === "" ? "/" : `/${path}/`;
}

function routeOf(path: string): string {
  return `/${path}`.replace(/\/{2,}/g, "/").replace(/\/index\.html$/, "/");
}

/** The few variables that a permalink mostly has; undefined where there is another. */
function filled(permalink: string, { stem, title }: Template): string | undefined {
  const values: Readonly<Record<string, string | undefined>> = {
    "page.fileSlug": fileSlug(stem),
    "page.filePathStem": `/${stem}`,
    title,
  };
  let known = true;
  const path = permalink.replace(
    /\{\{-?\s*([\w.]+)\s*(?:\|\s*(slug|slugify)\s*)?-?\}\}/g,
    (_, name: string, filter?: string) => {
      const value = values[name];
      const plain = value !== undefined && (filter === undefined || /^[a-z0-9 -]+$/i.test(value));
      if (!plain) known = false;
      return filter === undefined ? (value ?? "") : (value ?? "").trim().toLowerCase().replace(/[ -]+/g, "-");
    },
  );
  return known && !/\{\{|\{%/.test(path) ? path : undefined;
}

/** The file's name without a date in front of it; of an index file, its folder's (11ty.dev/docs/data-eleventy-supplied/#fileslug). */
function fileSlug(stem: string): string {
  const name = nameOf(stem).replace(/^\d{4}-\d{2}-\d{2}-/, "");
  return name === "index" ? nameOf(folderOf(stem)) : name;
}
