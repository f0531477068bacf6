// How an Eleventy site reads Markdown and gives ids, by the calls in its configuration: the markdown-it that it sets or amends
// (11ty.dev/docs/languages/markdown), the plugins of that, and Eleventy's own IdAttributePlugin.

import type { Script, ScriptCall } from "../../../data/readScript.ts";
import { at, booleanAt, type DataValue, itemsAt, stringAt } from "../../../data/value.ts";
import { githubSyntax, type MarkdownSyntax } from "../../../markdown/syntax.ts";
import type { IdRule, SlugName } from "./headingIds.ts";

export interface EleventyMarkdown {
  readonly syntax: MarkdownSyntax;
  readonly ids: IdRule;
}

/** `rule` is the rule of ids that an author names in the settings: then it is no function of ours to judge. */
export function readMarkdown(
  scripts: readonly Script[],
  text: string,
  rule: string | undefined,
): EleventyMarkdown {
  const calls = scripts.flatMap((script) => script.callsTo(wanted));
  const to = (name: RegExp) => calls.filter(({ callee }) => name.test(callee));
  const uses = to(/^(?:use|addPlugin)$/).map(({ arguments: [plugin, ...options] }) => ({
    plugin: moduleOf(plugin),
    options,
  }));
  const ids: IdRule =
    rule === undefined ? idRule(uses, to(/^addFilter$/), text) : { kind: "plugin", levels: () => true };
  const library = libraryOf(to);
  const has = (name: RegExp) => uses.some(({ plugin }) => name.test(plugin));
  return {
    ids,
    syntax: {
      ...githubSyntax,
      math: has(/katex|texmath|markdown-it-math|mathjax/),
      shortcodes: "liquid",
      rawHtml: library.html,
      ...(ids.kind === "plugin" && { tagHeadings: true }),
      markdownIt: {
        decodedEntities: true,
        footnotes: has(/markdown-it-footnote/),
        literals: library.linkify ? "schemes" : "none",
        attributes: has(/markdown-it-attr/),
        emoji: has(/markdown-it-emoji/),
        indentedCode: library.indentedCode,
        containers: Object.fromEntries(
          uses
            .filter(({ plugin }) => /markdown-it-container/.test(plugin))
            .flatMap(({ options: [name] }) => (name?.kind === "string" ? [[name.value, true]] : [])),
        ),
        componentTags: false,
        alerts: has(/github-alerts|markdown-it-alert/),
        includes: false,
      },
    },
  };
}

const wanted = /^(?:use|addPlugin|addFilter|setLibrary|amendLibrary|markdown-?it|mdit|set|enable)$/i;

/** "markdown-it-anchor" of what is imported or required from it. */
function moduleOf(value: DataValue | undefined): string {
  if (value?.kind !== "unread") return "";
  return value.from ?? value.expression;
}

/**
 * Eleventy's own markdown-it has HTML; one that a site sets has what it is made with. Indented code is none in either, unless
 * the site switches it on again where it amends the library (eleventy/src/Engines/Markdown.js).
 */
function libraryOf(to: (name: RegExp) => readonly ScriptCall[]) {
  const own = to(/^setLibrary$/).some(({ arguments: [name] }) => stringAt(name) === "md");
  const made = own ? to(/^(?:markdown-?it|mdit)$/i) : [];
  const given = [...made, ...to(/^set$/)].flatMap(({ arguments: [first] }) => first ?? []);
  const option = (key: string) =>
    given.map((one) => booleanAt(one, key)).findLast((one) => one !== undefined);
  // Options that can't be read most likely switch HTML on: few sites do without.
  const unread = given.some(({ kind }) => kind === "unread");
  const amended = to(/^amendLibrary$/).length > 0;
  return {
    html: option("html") ?? (!own || unread),
    linkify: option("linkify") ?? false,
    indentedCode:
      amended &&
      to(/^enable$/).some(({ arguments: [what] }) => itemsAt(what).some((one) => stringAt(one) === "code")),
  };
}

interface Use {
  readonly plugin: string;
  readonly options: readonly DataValue[];
}

function idRule(uses: readonly Use[], filters: readonly ScriptCall[], text: string): IdRule {
  const anchor = uses.find(({ plugin }) => /markdown-?it-?anchor/i.test(plugin));
  if (anchor) return anchorRule(anchor.options[0], filters, text);
  if (/\bIdAttributePlugin\b/.test(text)) {
    const given = uses
      .filter(({ plugin }) => /^(?:@11ty\/eleventy|IdAttributePlugin)$/.test(plugin))
      .map(({ options: [first] }) => first);
    if (given.some((one) => one?.kind === "unread" || at(one, "slugify"))) return { kind: "unread" };
    return { kind: "plugin", levels: selected(given.map((one) => stringAt(one, "selector")).find(Boolean)) };
  }
  const other = uses.some(({ plugin }) => /heading|anchor/i.test(plugin));
  return other || /markdown-it-anchor/.test(text) ? { kind: "unread" } : { kind: "none" };
}

/** Of a selector such as "h2, h3"; all levels of any other. */
function selected(selector: string | undefined): (level: number) => boolean {
  const levels = selector?.match(/\bh[1-6]\b/g)?.map((name) => Number(name[1]));
  return levels === undefined ? () => true : (level) => levels.includes(level);
}

function anchorRule(options: DataValue | undefined, filters: readonly ScriptCall[], text: string): IdRule {
  if (options?.kind === "unread") return { kind: "unread" };
  if (at(options, "getTokensText") ?? at(options, "slugifyWithState")) return { kind: "unread" };
  const slug = slugName(at(options, "slugify"), filters, text);
  if (slug === undefined) return { kind: "unread" };
  const first = at(options, "uniqueSlugStartIndex");
  return {
    kind: "anchor",
    slug,
    levels: levels(at(options, "level")),
    first: first?.kind === "number" ? first.value : 1,
  };
}

/** markdown-it-anchor's `level`: the least, or a list of them. */
function levels(value: DataValue | undefined): (level: number) => boolean {
  if (value?.kind === "number") return (level) => level >= value.value;
  if (value?.kind !== "list") return () => true;
  const listed = value.items.flatMap((item) => (item.kind === "number" ? [item.value] : []));
  return (level) => listed.includes(level);
}

/** Which function makes the slugs; undefined for one that is not known. */
function slugName(
  value: DataValue | undefined,
  filters: readonly ScriptCall[],
  text: string,
): SlugName | undefined {
  if (value === undefined || value.kind === "null") return "anchor";
  if (value.kind !== "unread") return undefined;
  const filter = /\bgetFilter\(\s*["'](slug(?:ify)?)["']\s*\)/.exec(value.expression)?.[1];
  if (filter !== undefined) {
    const replaced = filters.some(({ arguments: [name] }) => stringAt(name) === filter);
    return replaced ? undefined : (filter as SlugName);
  }
  const called = value.returned?.kind === "unread" ? value.returned.call : undefined;
  const name = called === undefined ? value.expression : called.arguments.length === 1 ? called.name : "";
  if (moduleOf(value) === "@sindresorhus/slugify") return "sindresorhus";
  const from = new RegExp(`\\b${name.replace(/\W/g, "")}\\b.{0,40}["']@sindresorhus/slugify["']`);
  return name !== "" && from.test(text) ? "sindresorhus" : undefined;
}
