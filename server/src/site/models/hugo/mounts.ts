// Which folders a Hugo site takes its files from: its own, those that mounts name, and those of themes that lie beside it.

import { type DataValue, entriesAt, itemsAt, stringAt, stringsAt } from "../../../data/value.ts";
import { joinPath } from "../../routeKey.ts";
import type { FilePath } from "../../site.ts";
import { folderOfPages, isThere, type NamedPath } from "../common/namedPaths.ts";
import type { Languages } from "./languages.ts";
import { cleanPath, type Theme } from "./themes.ts";

/** A folder (or file) whose content appears in one of Hugo's own folders. */
export interface Mount {
  /** Below the site's root, no trailing slash: "content", "docs". */
  readonly source: string;
  /** Below the folder that it is mounted in: "" for all of it, "blog" for `content/blog`. */
  readonly target: string;
  readonly language: string | undefined;
}

export interface Mounts {
  readonly content: readonly Mount[];
  readonly static: readonly Mount[];
  readonly assets: readonly Mount[];
  readonly layouts: readonly Mount[];
  /** Names of themes and modules that are not below the root: what they add can't be seen. */
  readonly unseen: readonly string[];
  /** Folders of content that a module fills which can't be seen: "/blog". */
  readonly unseenContent: readonly string[];
}

type Component = "content" | "static" | "assets" | "layouts";

export function readMounts(
  config: DataValue,
  languages: Languages,
  { themes, files }: { readonly themes: readonly Theme[]; readonly files: ReadonlySet<FilePath> },
): Mounts {
  const unseen = themes.filter(({ folder }) => folder === undefined);
  const own: Source = { folder: "", mounts: itemsAt(config, "module", "mounts") };
  const sources = [
    own,
    ...themes.flatMap(({ folder, mounts }) => (folder === undefined ? [] : { folder, mounts })),
  ];
  const mountsOf = (component: Component) =>
    sources.flatMap((source) => from(source, component, config, { languages, files }));
  return {
    content: mountsOf("content").filter(({ source }, at) => at === 0 || isThere(source, files)),
    static: mountsOf("static"),
    assets: mountsOf("assets"),
    layouts: mountsOf("layouts"),
    unseen: unseen.map(({ name }) => name),
    unseenContent: unseen.flatMap(({ mounts }) => contentTargets(mounts)),
  };
}

interface Place {
  readonly languages: Languages;
  readonly files: ReadonlySet<FilePath>;
}

interface Source {
  readonly folder: string;
  readonly mounts: readonly DataValue[];
}

/** Without mounts of its own for a component, a folder of the component's name (the site's: as configured). */
function from(
  { folder, mounts }: Source,
  component: Component,
  config: DataValue,
  { languages, files }: Place,
): readonly Mount[] {
  const named = mounts.flatMap((mount) => mountOf(mount, folder, component));
  if (named.length > 0) return named;
  if (folder !== "") return [{ source: `${folder}/${component}`, target: "", language: undefined }];
  return usual(component, config, languages, files);
}

function usual(
  component: Component,
  config: DataValue,
  languages: Languages,
  files: ReadonlySet<FilePath>,
): readonly Mount[] {
  const whole = (source: string, language?: string): Mount => ({
    source: cleanPath(source),
    target: "",
    language,
  });
  if (component === "static") {
    const dirs = stringsAt(config, "staticdir");
    return (dirs.length > 0 ? dirs : ["static"]).map((dir) => whole(dir));
  }
  if (component !== "content")
    return [whole(stringAt(config, component === "assets" ? "assetdir" : "layoutdir") ?? component)];
  const named = cleanPath(stringAt(config, "contentdir") ?? "content");
  const main = named.startsWith("../")
    ? named
    : folderOfPages(named, ["content"], files, (one) => isThere(one, files));
  const own = languages.all.flatMap(({ code, contentDir }) =>
    contentDir === undefined ? [] : [whole(contentDir, code)],
  );
  return own.length === languages.all.length ? own : [...own, whole(main)];
}

function mountOf(mount: DataValue, folder: string, component: Component): readonly Mount[] {
  const [source, target] = [stringAt(mount, "source"), cleanPath(stringAt(mount, "target") ?? "")];
  if (source === undefined || (target !== component && !target.startsWith(`${component}/`))) return [];
  const below = cleanPath(source);
  return [
    {
      source: folder === "" ? below : `${folder}/${below}`,
      target: target.slice(component.length + 1),
      language: stringAt(mount, "lang")?.toLowerCase(),
    },
  ];
}

/** The folders that the site's own configuration names; of its pages with what is read instead. */
export function namedFolders(config: DataValue, { content }: Mounts): readonly NamedPath[] {
  const named = (value: DataValue): NamedPath => ({ value, path: joinPath("", stringAt(value) ?? "") });
  const main = itemsAt(config, "contentdir").map((value) => {
    const instead = content.find(({ target, language }) => target === "" && language === undefined)?.source;
    return { ...named(value), ...(instead !== undefined && { instead }) };
  });
  const languages = entriesAt(config, "languages").flatMap(({ value }) => itemsAt(value, "contentdir"));
  const mounts = itemsAt(config, "module", "mounts").flatMap((mount) => itemsAt(mount, "source"));
  return [...main, ...[...languages, ...mounts, ...itemsAt(config, "staticdir")].map(named)];
}

function contentTargets(mounts: readonly DataValue[]): readonly string[] {
  return mounts.flatMap((mount) => {
    const target = cleanPath(stringAt(mount, "target") ?? "");
    return target.startsWith("content/") ? [target.slice("content".length)] : [];
  });
}
