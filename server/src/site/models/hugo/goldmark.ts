// How Hugo's goldmark is configured, as far as links and ids depend on it (markup/goldmark/goldmark_config).

import { at, booleanAt, type DataValue, stringAt } from "../../../data/value.ts";
import { githubSyntax, type MarkdownSyntax } from "../../../markdown/syntax.ts";
import type { HugoVersion } from "./version.ts";

export interface GoldmarkRules {
  readonly ids: "github" | "github-ascii" | "blackfriday";
  /** Do headings without an id of their own get one? */
  readonly autoIds: boolean;
  /** Are ids made of a heading's source line rather than of its text (versions up to 0.144)? */
  readonly idsFromSource: boolean;
  /** Do shortcodes count as `…s0…` in it (versions up to 0.116)? Later ones have a number that can't be known. */
  readonly numberedMarks: boolean;
  /** May a heading end in `{#id}`? */
  readonly headingAttributes: boolean;
  /** May a line `{#id}` follow a block? */
  readonly blockAttributes: boolean;
  /** Do the terms of definition lists get ids (an option since 0.144)? */
  readonly definitionIds: boolean;
  readonly definitionLists: boolean;
  /** Is raw HTML kept? Hugo drops it unless told otherwise. */
  readonly unsafe: boolean;
  readonly linkify: boolean;
  /** Is `$` a mark of formulas (the passthrough extension, since 0.122)? */
  readonly dollars: boolean;
}

export function readGoldmark(config: DataValue, { minor }: HugoVersion): GoldmarkRules {
  const goldmark = at(config, "markup", "goldmark");
  const parser = at(goldmark, "parser");
  const type = stringAt(parser, "autoidtype") ?? stringAt(parser, "autoheadingidtype");
  const attribute = at(parser, "attribute");
  const passthrough = at(goldmark, "extensions", "passthrough");
  return {
    ids: type === "github-ascii" || type === "blackfriday" ? type : "github",
    autoIds: booleanAt(parser, "autoheadingid") !== false,
    idsFromSource: minor <= 144,
    numberedMarks: minor <= 116,
    // Once one switch for both (up to 0.80).
    headingAttributes: booleanAt(attribute, "title") !== false && booleanAt(attribute) !== false,
    blockAttributes: booleanAt(attribute, "block") === true || booleanAt(attribute) === true,
    definitionIds: minor >= 144 && booleanAt(parser, "autodefinitiontermid") === true,
    definitionLists: booleanAt(goldmark, "extensions", "definitionlist") !== false,
    unsafe: booleanAt(goldmark, "renderer", "unsafe") === true,
    linkify: booleanAt(goldmark, "extensions", "linkify") !== false,
    dollars: booleanAt(passthrough, "enable") === true && hasDollars(at(passthrough, "delimiters")),
  };
}

export function goldmarkSyntax(
  rules: GoldmarkRules,
  shortcodeText: MarkdownSyntax["shortcodeText"],
): MarkdownSyntax {
  return {
    ...githubSyntax,
    looseFrontmatter: true,
    math: rules.dollars,
    shortcodes: "hugo",
    shortcodeText,
    rawHtml: rules.unsafe,
    headingAttributes: rules.headingAttributes,
    blockAttributes: rules.blockAttributes,
    definitionLists: rules.definitionLists,
    literals: rules.linkify ? "goldmark" : "none",
  };
}

function hasDollars(value: DataValue | undefined): boolean {
  if (value?.kind === "map") return value.entries.some((entry) => hasDollars(entry.value));
  if (value?.kind === "list") return value.items.some(hasDollars);
  return value?.kind === "string" && value.value === "$";
}
