// The languages of a Hugo site, and the prefix that the routes of each have.

import { booleanAt, type DataValue, entriesAt, stringAt, stringsAt } from "../../../data/value.ts";

export interface Language {
  /** Its key, as in `languages.fr` and `page.fr.md`. */
  readonly code: string;
  /** "fr" in `/fr/page/`; "" where its routes have none. */
  readonly prefix: string;
  /** Its own content folder, where it has one. */
  readonly contentDir: string | undefined;
  /** False when its pages are not built. */
  readonly built: boolean;
}

export interface Languages {
  /** The default one is the first. */
  readonly all: readonly Language[];
  readonly byCode: ReadonlyMap<string, Language>;
  readonly standard: Language;
  /** Where a reader is sent from the root to the default language, or from that language's folder to the root. */
  readonly redirect: { readonly from: string; readonly to: string } | undefined;
}

export function readLanguages(config: DataValue): Languages {
  const found = entriesAt(config, "languages").filter(({ value }) => value.kind === "map");
  const wanted = (stringAt(config, "defaultcontentlanguage") ?? "en").toLowerCase();
  const standard = found.some(({ key }) => key === wanted) ? wanted : (found[0]?.key ?? wanted);
  const disabled = new Set(stringsAt(config, "disablelanguages").map((code) => code.toLowerCase()));
  const inFolder = booleanAt(config, "defaultcontentlanguageinsubdir") === true;
  const languages = found.map(
    ({ key, value }): Language => ({
      code: key,
      prefix: found.length > 1 && (key !== standard || inFolder) ? key : "",
      contentDir: stringAt(value, "contentdir"),
      built: !disabled.has(key) && booleanAt(value, "disabled") !== true,
    }),
  );
  const only: Language = { code: standard, prefix: "", contentDir: undefined, built: true };
  const first = languages.find(({ code }) => code === standard) ?? only;
  const all = [first, ...languages.filter((one) => one !== first)];
  const [from, to] = inFolder ? ["/", `/${first.code}/`] : [`/${first.code}/`, "/"];
  const redirected = found.length > 1 && booleanAt(config, "disabledefaultlanguageredirect") !== true;
  return {
    all,
    byCode: new Map(all.map((one) => [one.code, one])),
    standard: first,
    redirect: redirected ? { from, to } : undefined,
  };
}
