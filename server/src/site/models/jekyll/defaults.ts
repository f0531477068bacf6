// `defaults` of the configuration: values that pages get by their path and type (lib/jekyll/frontmatter_defaults.rb).

import { at, type DataValue, itemsAt, stringAt } from "../../../data/value.ts";
import { matchesGlob } from "./glob.ts";

export interface DefaultSet {
  readonly path: string;
  readonly type: string | undefined;
  readonly values: DataValue;
}

const oldTypes: Readonly<Record<string, string>> = { page: "pages", post: "posts", draft: "drafts" };

export function readDefaults(data: DataValue | undefined): readonly DefaultSet[] {
  return itemsAt(data, "defaults").flatMap((set) => {
    const values = at(set, "values");
    const type = stringAt(set, "scope", "type");
    if (values?.kind !== "map") return [];
    return [{ path: stringAt(set, "scope", "path") ?? "", type: type && (oldTypes[type] ?? type), values }];
  });
}

/** The value that a page of this path and type ("pages", "posts", a collection's label) has by default. The most specific scope wins, then the last. */
export function defaultOf(
  sets: readonly DefaultSet[],
  page: { readonly path: string; readonly type: string; readonly collectionsDir: string },
  key: string,
): DataValue | undefined {
  let found: { readonly set: DefaultSet; readonly value: DataValue } | undefined;
  for (const set of sets) {
    const value = at(set.values, key);
    if (!value || !applies(set, page) || (found && !precedes(set, found.set))) continue;
    found = { set, value };
  }
  return found?.value;
}

function applies(set: DefaultSet, page: { path: string; type: string; collectionsDir: string }): boolean {
  if (set.type !== undefined && set.type !== page.type) return false;
  if (set.path === "") return true;
  const dir = page.collectionsDir === "" ? "" : `${page.collectionsDir}/`;
  const scope = dir !== "" && set.path.startsWith(dir) ? set.path.slice(dir.length) : set.path;
  if (scope.includes("*")) return matchesGlob(scope.replace(/^\//, ""), page.path, "below");
  return page.path.startsWith(scope.replace(/^\//, ""));
}

function precedes(set: DefaultSet, before: DefaultSet): boolean {
  const [length, old] = [sanitized(set.path).length, sanitized(before.path).length];
  if (length !== old) return length > old;
  return set.type !== undefined || before.type === undefined;
}

function sanitized(path: string): string {
  return path.startsWith("/") ? path.slice(1) : path;
}
