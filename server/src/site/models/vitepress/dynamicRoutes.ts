// `[pkg].md` with `[pkg].paths.js` beside it: one page for each entry of its data (vitepress.dev/guide/routing#dynamic-routes).
// Data that is written there is read; what a function would fetch or compute is not known.

import { readData } from "../../../data/readData.ts";
import { at, calledAt, type DataValue, entriesAt } from "../../../data/value.ts";
import { escapeRegExp } from "../../../text/escapeRegExp.ts";
import type { FilePath } from "../../site.ts";

/** The paths of a dynamic page by its own path; undefined where its data can't be read. */
export type DynamicRoutes = (path: string) => readonly string[] | undefined;

const parameter = /\[(\w+?)\]/g;

export function isDynamic(path: string): boolean {
  return /\[\w+?\]/.test(path);
}

/** `[pkg].paths.ts` and the like. */
export function isPathsFile(path: string): boolean {
  return /\[\w+?\][^/]*\.paths\.m?[jt]s$/.test(path);
}

export function dynamicRoutes(
  files: ReadonlySet<FilePath>,
  texts: ReadonlyMap<FilePath, string>,
): DynamicRoutes {
  return (path) => {
    const bare = path.replace(/\.md$/, "");
    const file = ["js", "ts", "mjs", "mts"]
      .map((end) => `${bare}.paths.${end}` as FilePath)
      .find((one) => files.has(one));
    // Without data, VitePress warns and makes no page.
    if (file === undefined) return [];
    const data = readData(file, texts.get(file) ?? "", (other) => texts.get(other as FilePath));
    const paths = calledAt(data, "paths");
    if (paths?.kind !== "list") return undefined;
    const all = paths.items.map((item) => filled(path, at(item, "params")));
    return all.includes(undefined) ? undefined : all.flatMap((one) => one ?? []);
  };
}

function filled(path: string, params: DataValue | undefined): string | undefined {
  const values = new Map(entriesAt(params).map(({ key, value }) => [key, value]));
  let known = true;
  const route = path.replace(parameter, (_, name: string) => {
    const value = values.get(name);
    if (value?.kind === "string" || value?.kind === "number") return String(value.value);
    known = false;
    return "";
  });
  return known ? route : undefined;
}

/** Might the dynamic page be served at a path below its folder of pages? */
export function mayServe(path: string, wanted: string): boolean {
  const parts = path.split(/\[\w+?\]/).map((part) => escapeRegExp(part));
  // More parameters than names have parts would take their number for a power.
  return parts.length > 6 || new RegExp(`^${parts.join("[^/]+")}$`).test(wanted);
}
