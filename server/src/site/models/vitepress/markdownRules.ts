// `markdown` in a VitePress configuration: what of it changes which links there are and which ids headings get
// (vitepress.dev/reference/site-config#markdown). Plugins that a function adds are looked for by name in the source.

import { at, booleanAt, type DataValue, itemsAt } from "../../../data/value.ts";
import type { MarkdownItRules } from "../../../markdown/markdownIt/rules.ts";
import { githubSyntax, htmlLinkAttributes, type MarkdownSyntax } from "../../../markdown/syntax.ts";

export interface MarkdownRules {
  readonly syntax: MarkdownSyntax;
  /** Are ids made by a function of the site's own? */
  readonly ownSlugs: boolean;
  /** Levels of the headings that get ids. */
  readonly hasId: (level: number) => boolean;
}

/** The containers that VitePress knows: those whose title is shown, and those without. */
const containers: MarkdownItRules["containers"] = {
  tip: true,
  info: true,
  warning: true,
  danger: true,
  details: true,
  "v-pre": false,
  raw: false,
  "code-group": false,
};

/** Keys in which a home page, or a page's footer, names other pages (vitepress.dev/reference/default-theme-home-page). */
const linkKeys = ["hero.actions.link", "features.link", "prev.link", "next.link"];

export function readMarkdownRules(value: DataValue | undefined, sources: readonly string[]): MarkdownRules {
  const source = sources.join("\n");
  return {
    syntax: {
      ...githubSyntax,
      math: booleanAt(value, "math") === true || at(value, "math")?.kind === "map",
      shortcodes: "none",
      headingAttributes: false,
      linkAttributes: htmlLinkAttributes,
      linkKeys,
      markdownIt: {
        footnotes: /markdown-it-footnote/.test(source),
        literals: booleanAt(value, "linkify") === false ? "none" : "schemes",
        attributes: booleanAt(value, "attrs", "disable") !== true,
        emoji: true,
        indentedCode: true,
        containers: { ...containers, ...ownContainers(source) },
        componentTags: true,
        alerts: booleanAt(value, "gfmAlerts") !== false,
        includes: true,
      },
    },
    ownSlugs: hasOwnSlugs(value, source),
    hasId: levels(at(value, "anchor", "level")),
  };
}

/** `md.use(container, "spoiler", …)`, `...createContainer("spoiler", …)`. */
function ownContainers(source: string): Readonly<Record<string, boolean>> {
  const found = source.matchAll(/[cC]ontainer\w*\s*[,(]\s*["']([\w-]+)["']/g);
  return Object.fromEntries([...found].map(([, name = ""]) => [name, true]));
}

/** A function of the site's own makes the ids, unless it is the one that VitePress takes anyway. */
function hasOwnSlugs(value: DataValue | undefined, source: string): boolean {
  const slugify = at(value, "anchor", "slugify") ?? at(value, "slugify");
  const usual = /import\s*\{[^}]*\bslugify\b[^}]*\}\s*from\s*["']@mdit-vue\/shared["']/.test(source);
  const name = slugify?.kind === "unread" ? slugify.expression : undefined;
  return slugify !== undefined && !(usual && name === "slugify");
}

/** markdown-it-anchor's `level`: the least, or a list of them. */
function levels(value: DataValue | undefined): (level: number) => boolean {
  if (value?.kind === "number") return (level) => level >= value.value;
  if (value?.kind !== "list") return () => true;
  const listed = itemsAt(value).flatMap((item) => (item.kind === "number" ? [item.value] : []));
  return (level) => listed.includes(level);
}
