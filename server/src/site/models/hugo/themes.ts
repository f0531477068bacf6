// Themes and modules of a Hugo site: those that its configuration names, and those that these name in turn. What lies beside
// the site is read, vendored modules (`hugo mod vendor`) too; of the others the name is all that is known.

import { readData } from "../../../data/readData.ts";
import { at, type DataValue, itemsAt, stringAt, stringsAt } from "../../../data/value.ts";
import type { FilePath } from "../../site.ts";
import type { FileTree } from "../../siteModel.ts";
import { foldersOf } from "../common/fileTargets.ts";
import { readConfigFiles } from "./configFiles.ts";

export interface Theme {
  readonly name: string;
  /** Below the site's root; undefined where it is not there. */
  readonly folder: string | undefined;
  /** What the import says of it, else its own configuration. */
  readonly mounts: readonly DataValue[];
  /** The Hugo that it asks for at least, and the file that says so (relative to the site). */
  readonly least: { readonly version: DataValue; readonly file: string } | undefined;
}

interface Named {
  readonly name: string;
  readonly mounts: readonly DataValue[];
}

export function isThemeFile(path: string): boolean {
  return /(?:^|\/)theme\.(?:toml|ya?ml)$/.test(path);
}

export function readThemes(config: DataValue, tree: FileTree): readonly Theme[] {
  const dir = cleanPath(stringAt(config, "themesdir") ?? "themes");
  const themes: Theme[] = [];
  const known = new Set<string>();
  const waiting = [...namedIn(config)];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    if (known.has(next.name)) continue;
    known.add(next.name);
    const places = [`_vendor/${cleanPath(next.name)}`, `${dir}/${cleanPath(next.name)}`];
    const folder = places.find((place) => foldersOf(tree.files).has(place));
    const own = folder === undefined ? undefined : configOf(folder, tree.texts);
    const mounts = next.mounts.length > 0 ? next.mounts : itemsAt(own?.value, "module", "mounts");
    themes.push({ name: next.name, folder, mounts, least: own?.least });
    if (own) waiting.push(...namedIn(own.value));
  }
  return themes;
}

function namedIn(config: DataValue): readonly Named[] {
  const named = stringsAt(config, "theme").map((name): Named => ({ name, mounts: [] }));
  const imported = itemsAt(config, "module", "imports").flatMap((one): readonly Named[] => {
    const name = stringAt(one, "path");
    const off = at(one, "disable");
    return name === undefined || (off?.kind === "boolean" && off.value)
      ? []
      : [{ name, mounts: itemsAt(one, "mounts") }];
  });
  return [...named, ...imported];
}

/** A theme's configuration, and its theme.toml: "min_version" (gohugo.io, "Theme metadata"). */
function configOf(folder: string, texts: ReadonlyMap<FilePath, string>) {
  const own = new Map<FilePath, string>();
  for (const [path, text] of texts)
    if (path.startsWith(`${folder}/`)) own.set(path.slice(folder.length + 1) as FilePath, text);
  const { value, files } = readConfigFiles(own);
  const asked = at(value, "module", "hugoversion", "min");
  if (asked) return { value, least: { version: asked, file: `${folder}/${asked.file ?? files[0]}` } };
  for (const [path, text] of own) {
    const version =
      isThemeFile(path) && !path.includes("/") ? at(readData(path, text), "min_version") : undefined;
    if (version) return { value, least: { version, file: `${folder}/${path}` } };
  }
  return { value, least: undefined };
}

/** `./docs/` is `docs`. */
export function cleanPath(path: string): string {
  return path.replace(/^\.?\/+|\/+$/g, "").replace(/^\.$/, "");
}
