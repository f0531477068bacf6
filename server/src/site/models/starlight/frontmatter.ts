// The frontmatter of Starlight's pages (its docsSchema), and the keys that the site's own schema adds where it is a plain
// `z.object`. A page without a title fails Starlight's build.

import { type DataValue, entriesAt } from "../../../data/value.ts";
import type { FrontmatterKey, FrontmatterSchema } from "../../siteModel.ts";
import type { Collection } from "./collections.ts";

function text(description: string): FrontmatterKey {
  return { types: ["string"], description };
}

function flag(description: string): FrontmatterKey {
  return { types: ["boolean"], description };
}

const neighbour: Pick<FrontmatterKey, "types"> = { types: ["boolean", "string", "map"] };

const starlightKeys: Readonly<Record<string, FrontmatterKey>> = {
  title: {
    types: ["string"],
    required: true,
    description: "The name of the page: its heading, its entry in the sidebar and its title in the browser.",
    suggestion: "$title",
  },
  description: text("One sentence on what the page is about, for search engines and previews of links."),
  slug: text("The page's address, from the root of the site, instead of its file's path."),
  editUrl: {
    types: ["string", "boolean"],
    description: "Where readers can edit the page; `false` for nowhere.",
  },
  head: { types: ["list"], description: "More tags for the page's `<head>`." },
  tableOfContents: {
    types: ["boolean", "map"],
    description: "`false` for none, or the levels of headings in it: `minHeadingLevel`, `maxHeadingLevel`.",
  },
  template: text("`splash` for a wide page without sidebars; `doc` is the usual one."),
  hero: {
    types: ["map"],
    description: "The page's large head: `title`, `tagline`, `image` and `actions`, its buttons.",
  },
  banner: { types: ["map"], description: "A note above the page: its `content`, in HTML." },
  lastUpdated: {
    types: ["date", "boolean"],
    description: "When the page was last changed, or whether that is shown.",
  },
  prev: {
    ...neighbour,
    description: "The link to the page before: `false`, another label, or `link` and `label`.",
  },
  next: {
    ...neighbour,
    description: "The link to the page after: `false`, another label, or `link` and `label`.",
  },
  pagefind: flag("`false` keeps the page out of the site's search."),
  draft: flag("`true` while the page is not ready: it is not built."),
  sidebar: {
    types: ["map"],
    description: "How the sidebar shows the page: `label`, `order`, `hidden`, `badge`, `attrs`.",
  },
};

export function astroFrontmatter(collections: readonly Collection[], starlight: boolean): FrontmatterSchema {
  if (starlight) {
    const docs = collections.find(({ name }) => name === "docs");
    return { required: true, keys: { ...extended(docs?.schema), ...starlightKeys } };
  }
  const [only, ...others] = collections;
  const keys = only && others.length === 0 ? keysOf(only.schema) : {};
  return { required: Object.values(keys).some(({ required }) => required === true), keys };
}

/** `docsSchema({ extend: z.object({ … }) })` */
function extended(schema: DataValue | undefined): Readonly<Record<string, FrontmatterKey>> {
  if (schema?.kind !== "unread" || schema.call?.name !== "docsSchema") return {};
  return keysOf(entriesAt(schema.call.arguments[0]).find(({ key }) => key === "extend")?.value);
}

function keysOf(schema: DataValue | undefined): Readonly<Record<string, FrontmatterKey>> {
  if (
    schema?.kind !== "unread" ||
    !/(?:^|\.)(?:object|strictObject|looseObject)$/.test(schema.call?.name ?? "")
  )
    return {};
  return Object.fromEntries(
    entriesAt(schema.call?.arguments[0]).flatMap(({ key, value }) => {
      const types = value.kind === "unread" ? typesOf(value.expression) : undefined;
      if (value.kind !== "unread" || !types) return [];
      const optional = /\.(?:optional|default|nullish|nullable|catch|prefault)\(|…$/.test(value.expression);
      const key_: FrontmatterKey = {
        types,
        required: !optional,
        description: "A key of this site's own schema.",
      };
      return [[key, key_] as const];
    }),
  );
}

const zodTypes: readonly (readonly [RegExp, FrontmatterKey["types"]])[] = [
  [/^z\.(?:string|enum|url|email|iso)\b/, ["string", "date"]],
  [/^z\.(?:coerce\.)?number\b/, ["number"]],
  [/^z\.boolean\b/, ["boolean"]],
  [/^z\.(?:coerce\.)?date\b/, ["date", "string"]],
  [/^z\.array\b/, ["list"]],
  [/^z\.(?:object|record|strictObject)\b/, ["map"]],
];

/** Undefined for what may be anything: a union, a function, a reference to another collection. */
function typesOf(expression: string): FrontmatterKey["types"] | undefined {
  return zodTypes.find(([pattern]) => pattern.test(expression))?.[1];
}
