// What `markdown_extensions` switch on, and how ids are made.

import { at, booleanAt, type DataValue, itemsAt, stringAt, stringsAt } from "../../../data/value.ts";
import { mkdocsMarkdown, type PythonMarkdown } from "../../../markdown/python/pythonMarkdown.ts";
import type { MarkdownSyntax } from "../../../markdown/syntax.ts";
import { githubSyntax } from "../../../markdown/syntax.ts";
import type { IdRules } from "./headingIds.ts";
import { type Named, namedOptions } from "./named.ts";
import { type SlugRule, tocRule } from "./slugs.ts";
import { isBefore, type Versions } from "./versions.ts";

export interface MarkdownRules {
  readonly syntax: MarkdownSyntax;
  readonly ids: IdRules;
  /** Where `toc.slugify` is a function that we don't know. */
  readonly unknownSlug?: DataValue;
  /** Ids of content tabs are made of their labels. */
  readonly tabs?: { readonly ids: IdRules; readonly withHeading: boolean };
  readonly snippets?: { readonly bases: readonly string[]; readonly append: readonly string[] };
  /** What stands between the parts of a footnote's id. */
  readonly footnoteSeparator: string;
}

/** Extensions that bring others with them. */
const bundles: Readonly<Record<string, readonly string[]>> = {
  extra: ["fenced_code", "footnotes", "attr_list", "def_list", "tables", "abbr", "md_in_html"],
  "pymdownx.extra": [
    "pymdownx.superfences",
    "footnotes",
    "attr_list",
    "def_list",
    "tables",
    "abbr",
    "md_in_html",
  ],
  "techdocs-core": [
    ...["admonition", "abbr", "attr_list", "def_list", "footnotes", "md_in_html", "tables"],
    ...[
      "pymdownx.superfences",
      "pymdownx.tabbed",
      "pymdownx.details",
      "pymdownx.snippets",
      "pymdownx.magiclink",
    ],
    "pymdownx.emoji",
  ],
};

export function readExtensions(
  config: DataValue | undefined,
  plugins: Named,
  versions: Versions,
): MarkdownRules {
  const named = new Map<string, DataValue | undefined>();
  const add = (name: string, options: DataValue | undefined) => {
    const short = name.replace(/^markdown\.extensions\./, "").replace(/:\w+$/, "");
    if (options !== undefined || !named.has(short)) named.set(short, options);
    for (const inner of bundles[short] ?? [])
      add(inner, at(options, inner) ?? at(options, `markdown.extensions.${inner}`));
  };
  if (plugins.has("techdocs-core")) add("techdocs-core", undefined);
  for (const [name, options] of namedOptions(at(config, "markdown_extensions"))) add(name, options);
  const toc = named.get("toc");
  const slug = slugRule(at(toc, "slugify"));
  const separator = stringAt(toc, "separator") ?? "-";
  const tabs = tabRules(named.get("pymdownx.tabbed"));
  const snippets = named.has("pymdownx.snippets") ? snippetRules(named.get("pymdownx.snippets")) : undefined;
  return {
    syntax: {
      ...githubSyntax,
      mapFrontmatter: true,
      math: named.has("pymdownx.arithmatex"),
      literals: named.has("pymdownx.magiclink") ? "gfm" : "none",
      shortcodes: plugins.has("macros") || plugins.has("include-markdown") ? "liquid" : "none",
      python: pythonOptions(named, plugins, versions),
    },
    ids: { rule: slug ?? tocRule, separator },
    ...(slug === undefined && { unknownSlug: at(toc, "slugify") as DataValue }),
    ...(tabs && { tabs }),
    ...(snippets && { snippets }),
    footnoteSeparator: stringAt(named.get("footnotes"), "SEPARATOR") ?? ":",
  };
}

function pythonOptions(named: Named, plugins: Named, versions: Versions): PythonMarkdown {
  const fences = named.get("pymdownx.superfences");
  const slashes = [...named.keys()].some((name) => name.startsWith("pymdownx.blocks"));
  return {
    ...mkdocsMarkdown,
    fences: named.has("pymdownx.superfences") ? "nested" : "margin",
    indentedCode: booleanAt(fences, "disable_indented_code_blocks") !== true,
    attributes: named.has("attr_list"),
    admonitions: named.has("admonition"),
    details: named.has("pymdownx.details"),
    tabs: named.has("pymdownx.tabbed"),
    slashBlocks: slashes,
    markdownInHtml: named.has("md_in_html"),
    definitionLists: named.has("def_list"),
    footnotes: named.has("footnotes"),
    abbreviations: named.has("abbr"),
    spacedHeadings: named.has("pymdownx.saneheaders"),
    snippets: named.has("pymdownx.snippets"),
    appended: itemsAt(named.get("pymdownx.snippets"), "auto_append").length > 0,
    emoji: named.has("pymdownx.emoji"),
    crossReferences: plugins.has("autorefs") || plugins.has("mkdocstrings"),
    olderIds: isBefore(versions.markdown, [3, 6]),
    codeInLabels: !isBefore(versions.markdown, [3, 8, 1]),
  };
}

/** The functions that a YAML tag can name; undefined for others. */
function slugRule(value: DataValue | undefined): SlugRule | undefined {
  if (value === undefined || (value.kind === "null" && value.tag === undefined)) return tocRule;
  const name = /^!!python\/(?:name|object\/apply|object\/new):([\w.]+)$/.exec(value.tag ?? "")?.[1];
  switch (name) {
    case "markdown.extensions.toc.slugify":
    case "markdown.extensions.headerid.slugify":
      return tocRule;
    case "markdown.extensions.toc.slugify_unicode":
      return { kind: "toc", unicode: true };
    case "pymdownx.slugs.slugify":
      return pymdownx(stringAt(value, "kwds", "case"), {
        percent: booleanAt(value, "kwds", "percent_encode") === true,
        normalize: stringAt(value, "kwds", "normalize"),
      });
    case "pymdownx.slugs.uslugify":
      return pymdownx("lower");
    case "pymdownx.slugs.uslugify_encoded":
      return pymdownx("lower", { percent: true });
    case "pymdownx.slugs.uslugify_cased":
      return pymdownx("none");
    case "pymdownx.slugs.uslugify_cased_encoded":
      return pymdownx("none", { percent: true });
    case "pymdownx.slugs.gfm":
      return pymdownx("lower-ascii");
    case "pymdownx.slugs.gfm_encoded":
      return pymdownx("lower-ascii", { percent: true });
    default:
      return undefined;
  }
}

function pymdownx(
  lower: string | undefined,
  {
    percent = false,
    normalize,
  }: { readonly percent?: boolean; readonly normalize?: string | undefined } = {},
): SlugRule {
  const known = lower === "lower" || lower === "lower-ascii" || lower === "fold" ? lower : "none";
  const form = normalize === "NFD" || normalize === "NFKC" || normalize === "NFKD" ? normalize : "NFC";
  return { kind: "pymdownx", lower: known, percent, normalize: form };
}

function tabRules(options: DataValue | undefined): MarkdownRules["tabs"] {
  const written = at(options, "slugify");
  const rule = written === undefined ? undefined : slugRule(written);
  if (!rule) return undefined;
  const separator = stringAt(options, "separator") ?? "-";
  return { ids: { rule, separator }, withHeading: booleanAt(options, "combine_header_slug") === true };
}

/** Paths are from the folder that MkDocs is run in: that of its configuration. */
function snippetRules(options: DataValue | undefined): NonNullable<MarkdownRules["snippets"]> {
  const bases = stringsAt(options, "base_path");
  return { bases: bases.length > 0 ? bases : ["."], append: stringsAt(options, "auto_append") };
}
