// Languages (the plugin mkdocs-static-i18n): told by a suffix (`setup.fr.md`) or by a folder (`fr/setup.md`). The default one is
// served at the root, the others below their names; a page without a translation is served there, too.

import { at, booleanAt, type DataValue, entriesAt, itemsAt, stringAt } from "../../../data/value.ts";
import { nameOf } from "../../routeKey.ts";
import type { Named } from "./named.ts";

export interface Languages {
  readonly all: readonly string[];
  readonly standard: string;
  readonly fallback: boolean;
  readonly structure: "suffix" | "folder";
  /** The path of a page without its language, and the folder that it is served below. */
  split(below: string): { readonly path: string; readonly prefix: string; readonly language: string };
}

export function readLanguages(plugins: Named): Languages | undefined {
  const options = plugins.get("i18n");
  if (!plugins.has("i18n") || options === undefined) return undefined;
  const all = localesOf(options);
  if (all.length === 0) return undefined;
  const standard = standardOf(options) ?? all[0] ?? "en";
  const structure = stringAt(options, "docs_structure") === "folder" ? "folder" : "suffix";
  const fallback = booleanAt(options, "fallback_to_default") !== false;
  const split = structure === "folder" ? byFolder(all, standard) : bySuffix(all, standard);
  return { all, standard, fallback, structure, split };
}

/** A list of `locale: fr`, or (older) a map by locale. */
function localesOf(options: DataValue): readonly string[] {
  const list = itemsAt(options, "languages").flatMap((item) => stringAt(item, "locale") ?? []);
  return list.length > 0 ? list : entriesAt(options, "languages").map((entry) => entry.key);
}

function standardOf(options: DataValue): string | undefined {
  const marked = itemsAt(options, "languages").find((item) => booleanAt(item, "default") === true);
  return stringAt(marked, "locale") ?? stringAt(at(options, "default_language"));
}

function bySuffix(all: readonly string[], standard: string): Languages["split"] {
  return (below) => {
    const found = /\.([\w-]+)(\.[^./]+)$/.exec(nameOf(below));
    const language = found?.[1];
    if (!found || language === undefined || !all.includes(language))
      return { path: below, prefix: "", language: standard };
    const path = below.slice(0, -found[0].length) + (found[2] ?? "");
    return { path, prefix: language === standard ? "" : language, language };
  };
}

function byFolder(all: readonly string[], standard: string): Languages["split"] {
  return (below) => {
    const language = below.slice(0, Math.max(0, below.indexOf("/")));
    if (!all.includes(language)) return { path: below, prefix: "", language: standard };
    return {
      path: below.slice(language.length + 1),
      prefix: language === standard ? "" : language,
      language,
    };
  };
}
