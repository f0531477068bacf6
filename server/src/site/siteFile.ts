// `.handbook.yaml`: what a handbook's authors say of their site where it can't be read, or is read wrongly. It lies in the
// site's folder, so that every editor and the command line have the same answers; an editor's settings win over it.

import { readData } from "../data/readData.ts";
import {
  booleanAt,
  type DataEntry,
  type DataValue,
  entriesAt,
  itemsAt,
  stringAt,
  stringsAt,
} from "../data/value.ts";
import { unmatchedGlobs } from "./models/common/globs.ts";
import { isThere, missingPaths } from "./models/common/namedPaths.ts";
import { modelDetectors } from "./models/index.ts";
import { slugRules } from "./models/slugRules.ts";
import { joinPath } from "./routeKey.ts";
import type { FilePath } from "./site.ts";
import type { ModelDetector, SiteOverrides, UnreadConfig } from "./siteModel.ts";

export interface SiteFile {
  readonly overrides: SiteOverrides;
  /** Keys that there are not, values of the wrong kind. */
  readonly problems: readonly UnreadConfig[];
  /** The keys with their values and places. */
  readonly entries: readonly DataEntry[];
}

/** Is it a file in which authors describe their site? */
export function isSiteFile(path: string): boolean {
  return /(?:^|\/)\.handbook\.ya?ml$/.test(path);
}

const kinds: Readonly<Record<keyof SiteOverrides, "string" | "list" | "boolean">> = {
  model: "string",
  contentRoots: "list",
  base: "string",
  hosts: "list",
  externalRoutes: "list",
  trailingSlash: "boolean",
  slugger: "string",
  ignore: "list",
};

/** Total: what can't be read is a problem, and the rest counts. */
export function readSiteFile(file: FilePath, text: string): SiteFile {
  const value = readData(file, text);
  const entries = entriesAt(value);
  const overrides: Record<string, unknown> = {};
  for (const [key, kind] of Object.entries(kinds)) {
    const read =
      kind === "string"
        ? stringAt(value, key)
        : kind === "boolean"
          ? booleanAt(value, key)
          : listAt(value, key);
    if (read !== undefined) overrides[key] = read;
  }
  return {
    overrides: overrides as SiteOverrides,
    entries,
    problems: isMapOrNothing(value)
      ? entries.flatMap((entry) => problemOf(entry, file))
      : [noMap(file, text)],
  };
}

/** What in the file changes nothing for a site of the kind that it is of, and folders that are not there. */
export function inVain(
  { entries, problems }: SiteFile,
  { file, files }: { readonly file: FilePath; readonly files: ReadonlySet<FilePath> },
  { unheeded = [], oneContentRoot }: ModelDetector,
  name: string,
): readonly UnreadConfig[] {
  return entries.flatMap(({ key, keySpan, value }) => {
    if (problems.some(({ expression }) => expression === key)) return [];
    if (unheeded.some((one) => one === key))
      return [{ file, span: keySpan, expression: key, message: `${changesNothing(key, name)} Remove it.` }];
    const items = key === "contentRoots" ? itemsAt(value) : [];
    const missing = missingPaths(
      items.map((item) => ({ value: item, path: joinPath("", stringAt(item) ?? "") })),
      file,
      files,
    );
    if (missing.length > 0) return missing;
    const second =
      oneContentRoot && key === "contentRoots" && value.kind === "list" ? value.items[1] : undefined;
    return second ? [{ file, span: second.span, expression: key, message: firstCounts(name) }] : [];
  });
}

/** The same of an editor's settings, which have no place here. */
export function settingsInVain(
  overrides: SiteOverrides,
  { unheeded = [], oneContentRoot }: ModelDetector,
  name: string,
  files: ReadonlySet<FilePath>,
): readonly string[] {
  const missing = (overrides.contentRoots ?? []).filter((root) => !isThere(joinPath("", root) ?? "", files));
  const several = oneContentRoot && (overrides.contentRoots?.length ?? 0) > 1;
  return [
    ...missing.map(
      (root) => `There is no "${root}" here, which handbook.site.contentRoots names, or nothing is in it.`,
    ),
    ...unheeded
      .filter((key) => overrides[key] !== undefined)
      .map((key) => changesNothing(`The setting handbook.site.${key}`, name)),
    ...(several
      ? [`Of the folders in handbook.site.contentRoots only the first counts. ${firstCounts(name)}`]
      : []),
  ];
}

function changesNothing(what: string, name: string): string {
  return `${what} changes nothing for this kind of site (${name}).`;
}

function firstCounts(name: string): string {
  return `This kind of site (${name}) has one folder of pages: the first one counts.`;
}

function isMapOrNothing(value: DataValue | undefined): boolean {
  return value === undefined || value.kind === "map" || value.kind === "null";
}

function noMap(file: FilePath, text: string): UnreadConfig {
  const message = `Settings stand here as "model: hugo", one a line.`;
  return { file, span: { start: 0, end: text.trimEnd().length }, expression: text, message };
}

function listAt(value: DataValue | undefined, key: string): readonly string[] | undefined {
  const list = stringsAt(value, key);
  return list.length > 0 ? list : undefined;
}

function problemOf({ key, keySpan, value }: DataEntry, file: FilePath): readonly UnreadConfig[] {
  const kind = Object.hasOwn(kinds, key) ? kinds[key as keyof SiteOverrides] : undefined;
  if (kind === undefined) {
    const message = `There is no setting ${key}. There are ${Object.keys(kinds).join(", ")}.`;
    return [{ file, span: keySpan, expression: key, message }];
  }
  const names = namesOf(key);
  if (names && value.kind === "string" && !names.includes(value.value)) {
    const message = `There is no ${key} ${value.value}. There are ${names.join(", ")}.`;
    return [{ file, span: value.span, expression: key, message }];
  }
  if (fits(value, kind)) return key === "ignore" ? unmatchedGlobs(value, file) : [];
  const wanted = { string: "a text", boolean: "true or false", list: "a list of texts" }[kind];
  return [{ file, span: value.span, expression: key, message: `${key} takes ${wanted}.` }];
}

/** The values that there are, where they have names. */
function namesOf(key: string): readonly string[] | undefined {
  if (key === "slugger") return Object.keys(slugRules);
  return key === "model" ? modelDetectors.map(({ id }) => id) : undefined;
}

function fits(value: DataValue, kind: "string" | "list" | "boolean"): boolean {
  if (kind === "list")
    return (
      value.kind === "string" ||
      (value.kind === "list" && value.items.every((item) => item.kind === "string"))
    );
  return value.kind === kind;
}
