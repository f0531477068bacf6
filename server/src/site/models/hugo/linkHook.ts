// What becomes of the address of a Markdown link: Hugo's own link render hook finds pages by file, a site's hook does what
// its template says, and without any a browser reads the address as it stands.

import { at, booleanAt, type DataValue, stringAt } from "../../../data/value.ts";
import type { FilePath } from "../../site.ts";
import type { FileTree } from "../../siteModel.ts";
import type { Languages } from "./languages.ts";
import type { Mounts } from "./mounts.ts";
import type { HugoVersion } from "./version.ts";

/** Are pages found by file? "maybe" where a hook that we can't see or read may do it. */
export type LinkHook = "yes" | "no" | "maybe";

export interface Surroundings {
  readonly tree: FileTree;
  readonly mounts: Mounts;
  readonly version: HugoVersion;
  readonly languages: Languages;
}

const hookFile = /(?:^|\/)_markup\/render-link[^/]*\.html$/;

/** Is this a template that Hugo makes links or headings with? */
export function isMarkupHook(path: string): boolean {
  return /(?:^|\/)_markup\/render-(?:link|heading)[^/]*\.html$/.test(path);
}

export function readLinkHook(config: DataValue, around: Surroundings): LinkHook {
  const embedded = embeddedHook(config, around);
  if (embedded === "always") return "yes";
  const own = ownHook(around);
  if (own !== undefined) return own;
  if (embedded === "fallback") return "yes";
  return around.mounts.unseen.length > 0 ? "maybe" : "no";
}

/** `enableDefault` from 0.123, `useEmbedded` from 0.148; by itself Hugo takes its own in sites of several languages. */
function embeddedHook(
  config: DataValue,
  { languages, version }: Surroundings,
): "always" | "fallback" | "never" {
  const goldmark = at(config, "markup", "goldmark");
  const hook = at(goldmark, "renderhooks", "link");
  const use = stringAt(hook, "useembedded");
  if (use === "always" || use === "fallback" || use === "never") return use;
  const old = booleanAt(hook, "enabledefault");
  if (old !== undefined) return old ? "fallback" : "never";
  const several = languages.all.length > 1 && booleanAt(goldmark, "duplicateresourcefiles") !== true;
  return several && version.minor >= 123 ? "fallback" : "never";
}

function ownHook({ tree, mounts }: Surroundings): LinkHook | undefined {
  for (const { source } of mounts.layouts) {
    for (const [path, text] of tree.texts)
      if (path.startsWith(`${source}/`) && hookFile.test(path)) return hookOf(text);
    for (const path of tree.files) if (isHook(path, source)) return "maybe";
  }
  return undefined;
}

function isHook(path: FilePath, layouts: string): boolean {
  return path.startsWith(`${layouts}/`) && hookFile.test(path);
}

/** The two common forms: the page that the path names, and the address as it is. What else a template makes of it can't be told. */
function hookOf(template: string): LinkHook {
  if (/\.GetPage\b|\bGetPage\b|\b(?:rel)?ref\b/i.test(template)) return "yes";
  return /\breplace|\btrim|\bpartial|\bstrings\.|\bprintf/i.test(template) ? "maybe" : "no";
}
