// Which plugins a configuration uses, presets taken apart. Names may be short ("classic", "content-docs"), paths, or what
// `require.resolve` gives. Sources: core/src/server/plugins/{presets,configs,moduleShorthand}.ts, preset-classic/src/index.ts.

import { at, type DataValue, entriesAt, itemsAt, stringAt } from "../../../data/value.ts";

export type ContentKind = "docs" | "blog" | "pages";

export interface PluginUse {
  readonly kind: ContentKind | "redirects" | "search" | "other";
  /** As written; "" for a function. */
  readonly name: string;
  readonly options: DataValue | undefined;
  /** Where it is named. */
  readonly value: DataValue | undefined;
}

const contents: readonly ContentKind[] = ["docs", "blog", "pages"];

/** All plugins in the order in which Docusaurus has them. Of a configuration that can't be read, the classic preset's. */
export function pluginUses(config: DataValue | undefined): readonly PluginUse[] {
  const presets = at(config, "presets");
  const given =
    config?.kind !== "map" || presets?.kind === "unread"
      ? classic(undefined, presets)
      : itemsAt(config, "presets").flatMap(presetUses);
  const uses = [...given, ...own(config)];
  return uses.map((use) => (isSecondOfAFolder(use, uses) ? { ...use, kind: "other" } : use));
}

/** A blog of the site's own without a folder: it writes its posts somewhere when the site is built. */
function isSecondOfAFolder(use: PluginUse, uses: readonly PluginUse[]): boolean {
  if (use.kind !== "blog" || at(use.options, "path") !== undefined || isNamedContent(use.name)) return false;
  return uses.some(
    (other) => other !== use && other.kind === "blog" && at(other.options, "path") === undefined,
  );
}

function own(config: DataValue | undefined): readonly PluginUse[] {
  return [...itemsAt(config, "plugins"), ...itemsAt(config, "themes")].flatMap((value) => {
    const { name, options } = named(value);
    if (isOff(value)) return [];
    return [{ kind: kindOf(name, options), name, options, value }];
  });
}

function presetUses(value: DataValue): readonly PluginUse[] {
  if (isOff(value)) return [];
  const { name, options } = named(value);
  const like = contents.some((kind) => at(options, kind) !== undefined);
  const isClassic = /(?:^|preset-)classic\b/.test(name) || like || value.kind === "unread";
  const rest: PluginUse = { kind: "other", name, options, value };
  return isClassic ? [...classic(options, value), ...(/classic/.test(name) ? [] : [rest])] : [rest];
}

/** Each of docs, blog and pages is there unless it is `false`. What can't be read of the preset can't be of its parts. */
function classic(options: DataValue | undefined, value: DataValue | undefined): readonly PluginUse[] {
  const unread = [options, at(options, "..."), value].find((one) => one?.kind === "unread");
  return contents.flatMap((kind) => {
    const part = at(options, kind) ?? unread;
    if (part?.kind === "boolean" && !part.value) return [];
    return [{ kind, name: `content-${kind}`, options: part, value: part ?? value }];
  });
}

function named(value: DataValue): { readonly name: string; readonly options: DataValue | undefined } {
  const [first, second] = value.kind === "list" ? value.items : [value];
  const module = first?.kind === "unread" ? first.from : undefined;
  return { name: stringAt(first) ?? module ?? "", options: second };
}

function isOff(value: DataValue): boolean {
  return value.kind === "null" || (value.kind === "boolean" && !value.value);
}

const contentName = /(?:^|[/-])content-(docs|blog|pages)(?:$|[/.])/;

function isNamedContent(name: string): boolean {
  return contentName.test(name);
}

function kindOf(name: string, options: DataValue | undefined): PluginUse["kind"] {
  const content = contentName.exec(name)?.[1];
  if (content !== undefined) return content as ContentKind;
  if (/(?:^|[/-])client-redirects(?:$|[/.])/.test(name)) return "redirects";
  if (/search|lunr|algolia/.test(name)) return "search";
  return isOwnBlog(name, options) ? "blog" : "other";
}

/** A plugin of the site's own that extends the blog's and takes its options: a common way to do more with posts. */
function isOwnBlog(name: string, options: DataValue | undefined): boolean {
  if (!/^[./]|^@site\/|\/src\/|\/plugins\//.test(name)) return false;
  const keys = entriesAt(options).map((entry) => entry.key);
  return keys.some((key) => /^(?:blog[A-Z]|postsPerPage$|authorsMapPath$|archiveBasePath$)/.test(key));
}
