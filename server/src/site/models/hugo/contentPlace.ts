// Where a file lies in Hugo's content tree: mounts, languages and bundles told apart from its path alone.

import { folderOf, nameOf } from "../../routeKey.ts";
import type { HugoConfig } from "./config.ts";
import type { Language } from "./languages.ts";
import type { Mount } from "./mounts.ts";

export interface ContentPlace {
  readonly language: Language;
  /** Its folder below content/, as the site sees it: "people/leads"; "" for content/ itself. */
  readonly folder: string;
  /** Its own name, with language and extension: "team.fr.md". */
  readonly file: string;
  /** Without them: "team", "index", "_index". */
  readonly name: string;
  readonly mount: Mount;
  /** Is its language the site's default one? */
  readonly standard: boolean;
}

export type ContentKind = "home" | "section" | "taxonomy" | "term" | "page";

/** Undefined for a file outside of all content folders. The first mount that has it counts, and the name's language before the mount's. */
export function contentPlace(path: string, { mounts, languages }: HugoConfig): ContentPlace | undefined {
  for (const mount of mounts.content) {
    const below = belowMount(path, mount);
    if (below === undefined) continue;
    const file = nameOf(below);
    const bare = withoutExtension(file);
    const suffix = bare.slice(bare.lastIndexOf(".") + 1).toLowerCase();
    const named = bare.includes(".") ? languages.byCode.get(suffix) : undefined;
    const language = named ?? languages.byCode.get(mount.language ?? "") ?? languages.standard;
    return {
      language,
      standard: language === languages.standard,
      folder: folderOf(below),
      file,
      name: named ? bare.slice(0, -suffix.length - 1) : bare,
      mount,
    };
  }
  return undefined;
}

/** The path in content/ that a mount gives a file. */
function belowMount(path: string, { source, target }: Mount): string | undefined {
  if (path === source) return target;
  if (source !== "" && !path.startsWith(`${source}/`)) return undefined;
  const below = source === "" ? path : path.slice(source.length + 1);
  return target === "" ? below : `${target}/${below}`;
}

/** `/people/team` of `people/team.md`, `/people` of `people/_index.md` and of `people/index.md`; "" of the home page. Case is kept. */
export function logicalPath({ folder, name }: ContentPlace): string {
  const path = name === "_index" || name === "index" ? folder : joined(folder, name);
  return path === "" ? "" : `/${path}`;
}

/** The top folder that it lies in; of a bundle, that its folder lies in. "" at the root. */
export function sectionOf({ folder, name }: ContentPlace): string {
  const [first = "", ...rest] = folder.split("/");
  return name === "index" && rest.length === 0 ? "" : first;
}

/** Does it stand for its folder? */
export function isIndex({ name }: ContentPlace): boolean {
  return name === "index" || name === "_index";
}

export function kindOf({ folder, name }: ContentPlace, taxonomies: readonly string[]): ContentKind {
  if (name !== "_index") return "page";
  if (folder === "") return "home";
  const [first = "", ...rest] = folder.toLowerCase().split("/");
  if (!taxonomies.includes(first)) return "section";
  return rest.length === 0 ? "taxonomy" : "term";
}

export function joined(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}

function withoutExtension(file: string): string {
  const dot = file.lastIndexOf(".");
  return dot > 0 ? file.slice(0, dot) : file;
}
