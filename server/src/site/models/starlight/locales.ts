// The languages of a Starlight site: each has a folder of its own, the root locale none. A page that one of them does not
// have is served with the default language's content (starlight/utils/routing/index.ts).

import { at, booleanAt, type DataValue, entriesAt, itemsAt, stringAt } from "../../../data/value.ts";

export interface Locales {
  /** The folders of languages: "de", "ja". */
  readonly folders: readonly string[];
  /** Are there pages at the root, of a language without a folder? */
  readonly root: boolean;
  /** The default language's folder; "" for the root. */
  readonly fallback: string;
}

/** Starlight's own `locales`, else Astro's `i18n`, of which Starlight makes the same; undefined for a site in one language at the root. */
export function readLocales(
  starlight: DataValue | undefined,
  i18n: DataValue | undefined,
): Locales | undefined {
  if (!starlight) return undefined;
  const names = entriesAt(starlight, "locales").map(({ key }) => key);
  if (names.length === 0) return fromAstro(i18n);
  if (names.length === 1 && names[0] === "root") return undefined;
  const folders = names.filter((name) => name !== "root");
  const wanted = stringAt(starlight, "defaultLocale") ?? "root";
  const fallback = wanted === "root" || names.includes(wanted) ? wanted : (folders[0] ?? "root");
  return { folders, root: names.includes("root"), fallback: fallback === "root" ? "" : fallback };
}

function fromAstro(i18n: DataValue | undefined): Locales | undefined {
  const names = itemsAt(i18n, "locales").flatMap((item) =>
    item.kind === "string" ? [item.value] : (stringAt(item, "path") ?? []),
  );
  const wanted = stringAt(i18n, "defaultLocale");
  if (wanted === undefined || !names.includes(wanted)) return undefined;
  const prefixed = booleanAt(at(i18n, "routing"), "prefixDefaultLocale") === true;
  const folders = prefixed ? names : names.filter((name) => name !== wanted);
  return folders.length === 0 ? undefined : { folders, root: !prefixed, fallback: prefixed ? wanted : "" };
}

/** The language's folder that a route begins with; "" for none. */
export function localeOf(route: string, locales: Locales | undefined): string {
  const first = route.split("/")[1] ?? "";
  return locales?.folders.includes(first) ? first : "";
}

/** The route of the same page in another language. */
export function localized(route: string, locales: Locales, folder: string): string {
  const own = localeOf(route, locales);
  const bare = own === "" ? route : route.slice(own.length + 1) || "/";
  return folder === "" ? bare : `/${folder}${bare}`;
}
