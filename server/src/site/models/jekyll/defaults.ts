// `defaults` of the configuration: values that pages get by their path and type (lib/jekyll/frontmatter_defaults.rb).

import { at, type DataValue, itemsAt, stringAt } from "../../../data/value.ts";
import { rubyGlob } from "./glob.ts";

export interface DefaultSet {
  readonly path: string;
  readonly type: string | undefined;
  readonly values: DataValue;
  /** Is the path (below the source) in its scope? */
  covers(path: string): boolean;
}

const oldTypes: Readonly<Record<string, string>> = { page: "pages", post: "posts", draft: "drafts" };

export function readDefaults(data: DataValue | undefined, collectionsDir: string): readonly DefaultSet[] {
  return itemsAt(data, "defaults").flatMap((set) => {
    const values = at(set, "values");
    const type = stringAt(set, "scope", "type");
    if (values?.kind !== "map") return [];
    const path = stringAt(set, "scope", "path") ?? "";
    const covers = scopeOf(path, collectionsDir);
    return [{ path, type: type && (oldTypes[type] ?? type), values, covers }];
  });
}

/** The value that a page of this path and type ("pages", "posts", a collection's label) has by default. The most specific scope wins, then the last. */
export function defaultOf(
  sets: readonly DefaultSet[],
  page: { readonly path: string; readonly type: string },
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

function applies(set: DefaultSet, page: { path: string; type: string }): boolean {
  return (set.type === undefined || set.type === page.type) && set.covers(page.path);
}

/** Paths of documents are below the folder of all collections, which a scope may name or leave out. */
function scopeOf(path: string, collectionsDir: string): DefaultSet["covers"] {
  if (path === "") return () => true;
  const dir = collectionsDir === "" ? "" : `${collectionsDir}/`;
  const scope = (dir !== "" && path.startsWith(dir) ? path.slice(dir.length) : path).replace(/^\//, "");
  return scope.includes("*") ? rubyGlob(scope, "below") : (one) => one.startsWith(scope);
}

function precedes(set: DefaultSet, before: DefaultSet): boolean {
  const [length, old] = [sanitized(set.path).length, sanitized(before.path).length];
  if (length !== old) return length > old;
  return set.type !== undefined || before.type === undefined;
}

function sanitized(path: string): string {
  return path.startsWith("/") ? path.slice(1) : path;
}
