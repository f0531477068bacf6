// A MkDocs site's configuration, interpreted. What is absent or unreadable has MkDocs's own default (mkdocs/config/defaults.py).

import { at, booleanAt, type DataValue, stringAt, stringsAt, unreadIn } from "../../../data/value.ts";
import type { FilePath } from "../../site.ts";
import type { FileTree, SiteOverrides, UnreadConfig } from "../../siteModel.ts";
import { isCodeHost } from "../common/codeHosts.ts";
import { linearPattern } from "../common/linearPattern.ts";
import { missingPaths, type NamedPath } from "../common/namedPaths.ts";
import { docsFolder, findConfig, pagesFolder } from "./configFile.ts";
import { type MarkdownRules, readExtensions } from "./extensions.ts";
import { type Ignored, ignorePatterns } from "./ignorePatterns.ts";
import { type Named, pluginsOf } from "./named.ts";
import { isBefore, readVersions, type Versions } from "./versions.ts";

export interface MkdocsConfig {
  /** Undefined where there is none: the defaults. */
  readonly file: FilePath | undefined;
  readonly value: DataValue | undefined;
  readonly docsDir: string;
  /** `/guide/setup/` rather than `/guide/setup.html`. */
  readonly directoryUrls: boolean;
  readonly hosts: readonly string[];
  /** "" or "/docs". */
  readonly base: string;
  readonly markdown: MarkdownRules;
  readonly plugins: Named;
  readonly theme: { readonly name: string; readonly customDir: string | undefined };
  /** Absolute links of Markdown name files of the docs folder (`validation.links.absolute_links`). */
  readonly absoluteByFile: boolean;
  /** Is a file (its path below the docs folder) left out of the site? */
  readonly excluded: Ignored;
  /** Python of the site's own that may change anything. */
  readonly hooks: boolean;
  readonly versions: Versions;
  readonly unread: readonly UnreadConfig[];
}

export function readMkdocsConfig(tree: FileTree, overrides: SiteOverrides): MkdocsConfig {
  const found = findConfig(tree);
  const value = found?.value;
  const plugins = pluginsOf(at(value, "plugins"));
  const versions = readVersions(tree.texts);
  const { unknownSlug, ...rest } = readExtensions(value, plugins, versions);
  const markdown = { ...rest, ...(unknownSlug && overrides.slugger === undefined && { unknownSlug }) };
  const { host, path } = siteUrl(stringAt(value, "site_url"));
  const docsDir = pagesFolder(found?.path ?? "", value, tree) ?? "docs";
  const theme = themeOf(at(value, "theme"), found?.path);
  return {
    file: found?.path,
    value,
    docsDir: (overrides.contentRoots?.[0] ?? docsDir).replace(/^\.?\/+|\/+$/g, ""),
    directoryUrls: booleanAt(value, "use_directory_urls") !== false && !plugins.has("offline"),
    hosts: overrides.hosts ?? (host === undefined ? [] : [host]),
    base: (overrides.base ?? path).replace(/\/+$/, ""),
    markdown,
    plugins,
    theme,
    absoluteByFile:
      stringAt(value, "validation", "links", "absolute_links") === "relative_to_docs" ||
      stringAt(value, "validation", "absolute_links") === "relative_to_docs",
    excluded: exclusions(value, plugins, versions),
    hooks: stringsAt(value, "hooks").length > 0,
    versions,
    unread: [
      ...unreadConfig(value, found, markdown),
      ...(found
        ? missingPaths(namedBy(value, found.path, docsDir, theme.customDir), found.path, tree.files)
        : []),
    ],
  };
}

function namedBy(
  value: DataValue | undefined,
  file: FilePath,
  instead: string,
  customDir: string | undefined,
): readonly NamedPath[] {
  return [
    { value: at(value, "docs_dir"), path: docsFolder(file, value), instead },
    { value: at(value, "theme", "custom_dir"), path: customDir },
  ];
}

/** `https://example.org/docs/`: its host, and the path that all pages are below. */
function siteUrl(url: string | undefined): { readonly host: string | undefined; readonly path: string } {
  const found = /^https?:\/\/([^/?#]+)([^?#]*)/i.exec(url ?? "");
  const host = found?.[1]?.toLowerCase();
  if (host !== undefined && isCodeHost(host)) return { host: undefined, path: "" };
  const local = host !== undefined && /^(?:localhost|127\.0\.0\.1|0\.0\.0\.0)(?::|$)/.test(host);
  return { host: local ? undefined : host, path: found?.[2] ?? "" };
}

function themeOf(theme: DataValue | undefined, file: string | undefined): MkdocsConfig["theme"] {
  const name = theme?.kind === "string" ? theme.value : (stringAt(theme, "name") ?? "mkdocs");
  const customDir = stringAt(theme, "custom_dir");
  const folder = file?.includes("/") ? file.slice(0, file.lastIndexOf("/") + 1) : "";
  return {
    name,
    customDir: customDir === undefined ? undefined : `${folder}${customDir}`.replace(/\/+$/, ""),
  };
}

/** Hidden files and the folder `templates` are left out; from 1.5 on what `exclude_docs` and `draft_docs` name, too. */
function exclusions(value: DataValue | undefined, plugins: Named, versions: Versions): Ignored {
  const old = isBefore(versions.mkdocs, [1, 5]);
  const own = old ? "" : (stringAt(value, "exclude_docs") ?? "");
  const drafts = old ? "" : (stringAt(value, "draft_docs") ?? "");
  const ignored = ignorePatterns(`.*\n/templates/\n${own}`);
  const draft = ignorePatterns(drafts);
  const globs = excluded(plugins.get("exclude"));
  return (path) => ignored(path) || draft(path) || globs(path);
}

/** The plugin mkdocs-exclude: Python's `fnmatch` on the whole path, where `*` takes slashes, and `re.match` on its beginning. */
function excluded(options: DataValue | undefined): (path: string) => boolean {
  const sources = [
    ...stringsAt(options, "glob").map((glob) =>
      glob.replace(/\*+|\?|[.+^${}()|\\]/g, (sign) =>
        sign.startsWith("*") ? ".*" : sign === "?" ? "." : `\\${sign}`,
      ),
    ),
    ...stringsAt(options, "regex").map((regex) => `(?:${regex}).*`),
  ];
  const patterns = sources.flatMap((source) => linearPattern(source) ?? []);
  return (path) => patterns.some((pattern) => pattern.test(path));
}

const matters = ["docs_dir", "site_url", "use_directory_urls", "exclude_docs", "nav"];
const settings: Readonly<Record<string, keyof SiteOverrides>> = {
  docs_dir: "contentRoots",
  site_url: "hosts",
};

function unreadConfig(
  value: DataValue | undefined,
  found: ReturnType<typeof findConfig>,
  markdown: MarkdownRules,
): readonly UnreadConfig[] {
  if (!found) return [];
  const told = (one: DataValue, expression: string, setting?: keyof SiteOverrides): UnreadConfig => ({
    file: (one.file ?? found.path) as FilePath,
    span: one.span,
    expression,
    ...(setting !== undefined && { setting }),
  });
  const keys = matters.flatMap((key) =>
    unreadIn(at(value, key)).map((one) => told(one, `${key}: ${one.expression}`, settings[key])),
  );
  const parent = found.missing;
  const taken = parent?.kind === "string" ? [told(parent, `INHERIT: ${parent.value}`)] : [];
  const slug = markdown.unknownSlug;
  return [
    ...taken,
    ...keys,
    ...(slug ? [told(slug, `toc.slugify: ${slug.tag ?? "a function"}`, "slugger")] : []),
  ];
}
