// What a content plugin shows in one language and one version: a folder of files below an address. A page belongs to one of
// them; a version or language has one each. Sources: plugin-content-docs/src/versions/{files,version}.ts, utils/src/i18nUtils.ts.

import { readJsonText } from "../../../data/readJsonText.ts";
import { at, booleanAt, stringAt, stringsAt } from "../../../data/value.ts";
import { joinPath } from "../../routeKey.ts";
import type { FilePath } from "../../site.ts";
import type { FileTree } from "../../siteModel.ts";
import type { DocusaurusConfig, Locale } from "./config.ts";
import type { Instance } from "./instances.ts";
import { joinUrl } from "./joinUrl.ts";

export interface Collection {
  readonly instance: Instance;
  readonly locale: Locale;
  /** Of docs: "current" or a version's name. */
  readonly version: string;
  readonly folder: string;
  /** The folder whose files stand for those of the same path in `folder`, in this language. */
  readonly localized: string | undefined;
  /** Where its pages begin, without the site's base: "/fr/docs/next". */
  readonly path: string;
  /** The sidebars' file; `false` for none, undefined: each folder lists itself. */
  readonly sidebarPath: string | false | undefined;
}

export function readCollections(
  config: DocusaurusConfig,
  instances: readonly Instance[],
  tree: FileTree,
): readonly Collection[] {
  return config.locales.flatMap((locale) =>
    instances.flatMap((instance) =>
      instance.kind === "docs"
        ? docsCollections(instance, locale, config, tree)
        : [collection(instance, locale, { name: "current", path: "", folder: instance.folder })],
    ),
  );
}

interface Version {
  readonly name: string;
  readonly path: string;
  readonly folder: string;
  readonly sidebar?: string | false;
}

function docsCollections(
  instance: Instance,
  locale: Locale,
  config: DocusaurusConfig,
  tree: FileTree,
): readonly Collection[] {
  const names = versionNames(instance, config, tree);
  const last =
    stringAt(instance.options, "lastVersion") ?? names.find((name) => name !== "current") ?? "current";
  return names.map((name) => {
    const usual = name === last ? "" : name === "current" ? "next" : name;
    const path = stringAt(instance.options, "versions", name, "path") ?? usual;
    const own = versionedFolder(instance, config, name);
    const sidebar = sidebarOfVersion(instance, config, name);
    const known = sidebar !== undefined && tree.files.has(sidebar as FilePath);
    // A version without a file of its own has no sidebars at all (sidebars/index.ts).
    const version = { name, path, folder: own, sidebar: known ? sidebar : (false as const) };
    return collection(
      instance,
      locale,
      name === "current" ? { name, path, folder: instance.folder } : version,
    );
  });
}

/** In the order of versions.json, the current one first. */
function versionNames(instance: Instance, config: DocusaurusConfig, tree: FileTree): readonly string[] {
  const { options } = instance;
  const file = joinPath(config.siteDir, `${idPrefix(instance)}versions.json`) ?? "";
  const text = tree.texts.get(file as FilePath);
  const listed =
    text === undefined || booleanAt(options, "disableVersioning") === true
      ? []
      : stringsAt(readJsonText(text));
  const withCurrent = booleanAt(options, "includeCurrentVersion") !== false && !listed.includes("current");
  const all = withCurrent || listed.length === 0 ? ["current", ...listed] : listed;
  const only = stringsAt(options, "onlyIncludeVersions");
  return at(options, "onlyIncludeVersions") && only.length > 0
    ? all.filter((name) => only.includes(name))
    : all;
}

function idPrefix({ id }: Instance): string {
  return id === "default" ? "" : `${id}_`;
}

function versionedFolder(instance: Instance, { siteDir }: DocusaurusConfig, name: string): string {
  return joinPath(siteDir, `${idPrefix(instance)}versioned_docs/version-${name}`) ?? instance.folder;
}

function sidebarOfVersion(
  instance: Instance,
  { siteDir }: DocusaurusConfig,
  name: string,
): string | undefined {
  return joinPath(siteDir, `${idPrefix(instance)}versioned_sidebars/version-${name}-sidebars.json`);
}

function collection(instance: Instance, locale: Locale, version: Version): Collection {
  return {
    instance,
    locale,
    version: version.name,
    folder: version.folder,
    localized:
      locale.folder === undefined ? undefined : `${locale.folder}/${localizedName(instance, version.name)}`,
    path: joinUrl(locale.prefix, instance.routeBase, version.path),
    sidebarPath: version.sidebar ?? instance.sidebarPath,
  };
}

/** `docusaurus-plugin-content-docs-community/version-1.0` below `i18n/fr`. */
function localizedName({ kind, id }: Instance, version: string): string {
  const name = `docusaurus-plugin-content-${kind}${id === "default" ? "" : `-${id}`}`;
  if (kind !== "docs") return name;
  return `${name}/${version === "current" ? "current" : `version-${version}`}`;
}
