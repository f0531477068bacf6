// The pages that docs.json lets be made of OpenAPI documents, one for each operation: generateOpenApiFromDocsConfig.js of
// @mintlify/prebuild, openapi/common.js of @mintlify/scraping. A document that is not among the files, or that an overlay
// may change, leaves its folder unknown.

import { readData } from "../../../data/readData.ts";
import { at, booleanAt, type DataValue, entriesAt, itemsAt, stringAt } from "../../../data/value.ts";
import { joinPath, routeKey } from "../../routeKey.ts";
import type { FilePath } from "../../site.ts";
import { divisions } from "./divisions.ts";

export interface ApiPages {
  /** By `routeKey`. */
  readonly routes: ReadonlySet<string>;
  /** `/api-reference/**`: where there may be more. */
  readonly unread: readonly string[];
}

/** By their names alone, since every JSON file might be one. */
export function isApiFile(path: string): boolean {
  return /(?:(?:^|[/._-])(?:openapi|swagger|api|overlay)(?:[._-][^/]*)?|(?:^|\/)openapi\/[^/]+)\.(?:json|ya?ml)$/i.test(
    path,
  );
}

export function apiPages(navigation: DataValue | undefined, texts: ReadonlyMap<FilePath, string>): ApiPages {
  const walk: Walk = {
    documents: documentsOf(texts),
    routes: new Set(),
    unread: new Set(),
    explicit: new Set(),
  };
  if (navigation) {
    namedPages(navigation, {}, walk);
    wholeDocuments(navigation, walk);
  }
  return { routes: walk.routes, unread: [...walk.unread] };
}

interface Walk {
  /** By path; undefined where an overlay may change any of them. */
  readonly documents: ReadonlyMap<string, DataValue> | undefined;
  readonly routes: Set<string>;
  readonly unread: Set<string>;
  /** Nodes of which some pages are named one by one: the rest is then not made. */
  readonly explicit: Set<DataValue>;
}

function documentsOf(texts: ReadonlyMap<FilePath, string>): ReadonlyMap<string, DataValue> | undefined {
  const documents = new Map<string, DataValue>();
  for (const [path, text] of texts) {
    if (!isApiFile(path)) continue;
    const data = readData(path, text);
    if (at(data, "overlay")) return undefined;
    if (data && at(data, "openapi")) documents.set(path, data);
  }
  return documents;
}

interface Inherited {
  readonly source?: string | undefined;
  readonly directory?: string | undefined;
  readonly owner?: DataValue | undefined;
}

/** `GET /users` among the pages. */
function namedPages(node: DataValue, inherited: Inherited, walk: Walk): void {
  const own = sourceOf(at(node, "openapi"));
  const here: Inherited =
    own.source === undefined
      ? { ...inherited, directory: own.directory ?? inherited.directory }
      : { ...own, owner: node };
  for (const page of itemsAt(node, "pages")) {
    if (page.kind === "map") namedPages(page, here, walk);
    const named = page.kind === "string" ? operationNamed(page.value) : undefined;
    if (!named) continue;
    const source = named.file ?? here.source;
    if (here.owner && named.file === undefined) walk.explicit.add(here.owner);
    if (source !== undefined) addPages({ source, directory: here.directory }, walk, named);
  }
  for (const inner of divisions.flatMap((key) => insideOf(node, key))) namedPages(inner, here, walk);
}

/** `"openapi": "openapi.json"`: a page for all that it holds. */
function wholeDocuments(node: DataValue, walk: Walk): void {
  const own = sourceOf(at(node, "openapi"));
  if (own.source !== undefined && !walk.explicit.has(node)) addPages(own, walk);
  for (const inner of ["pages", ...divisions].flatMap((key) => insideOf(node, key)))
    wholeDocuments(inner, walk);
}

function insideOf(node: DataValue, key: string): readonly DataValue[] {
  const inner = at(node, key);
  return inner?.kind === "map" ? [inner] : itemsAt(node, key).filter(({ kind }) => kind === "map");
}

/** A name, the first of several, or `{ source, directory }`. */
function sourceOf(value: DataValue | undefined): Inherited {
  if (value?.kind === "list") return sourceOf(value.items[0]);
  if (value?.kind === "string") return { source: value.value };
  return { source: stringAt(value, "source"), directory: stringAt(value, "directory") };
}

interface Operation {
  readonly file?: string | undefined;
  readonly method: string;
  readonly path: string;
}

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** `GET /users`, `openapi.json GET /users`, `webhook orderPlaced` (`potentiallyParseOpenApiString`). */
function operationNamed(page: string): Operation | undefined {
  const words = page.trim().split(/\s+/);
  const [method, path] = words.slice(-2);
  if (words.length < 2 || words.length > 3 || method === undefined || path === undefined) return undefined;
  const lower = method.toLowerCase();
  if (!methods.includes(lower) && lower !== "webhook") return undefined;
  return { file: words.length === 3 ? words[0] : undefined, method: lower, path };
}

function addPages({ source = "", directory }: Inherited, walk: Walk, only?: Operation): void {
  const folder = (directory ?? "").replace(/^\/+|\/+$/g, "") || "api-reference";
  const document = walk.documents?.get(joinPath("", source) ?? source);
  if (!document || refersElsewhere(document)) {
    walk.unread.add(`/${folder}/**`);
    return;
  }
  const taken = new Map<string, Set<string>>();
  for (const part of ["paths", "webhooks"] as const)
    for (const { key, value } of entriesAt(at(document, part)))
      for (const method of methods) {
        const operation = at(value, method);
        if (!operation || booleanAt(operation, "x-excluded")) continue;
        if (only && !isNamed(only, { part, method, path: key })) continue;
        const words = part === "webhooks" ? fileName(key) : `${method}-${fileName(key)}`;
        walk.routes.add(routeKey(`/${uniqueIn(taken, operation, addressOf(operation, folder, words))}`));
      }
}

function isNamed(only: Operation, one: { part: string; method: string; path: string }): boolean {
  const bare = (path: string) => (path.length > 1 ? path.replace(/\/$/, "") : path);
  const method = one.part === "webhooks" ? "webhook" : one.method;
  return only.method === method && bare(only.path) === bare(one.path);
}

/** Operations that stand in another place are not followed. */
function refersElsewhere(document: DataValue): boolean {
  return ["paths", "webhooks"].some((part) =>
    entriesAt(at(document, part)).some(({ value }) => at(value, "$ref") !== undefined),
  );
}

/** `api-reference/users/list-users`, or what `x-mint.href` says. */
function addressOf(operation: DataValue, folder: string, words: string): string {
  const own = stringAt(operation, "x-mint", "href");
  if (own) return own.replace(/^\//, "").replace(/(?!^)\.[^./]*$/, "");
  const tag = fileName(tagOf(operation));
  return [folder, tag, fileName(stringAt(operation, "summary")) || words]
    .filter((part) => part !== "")
    .join("/");
}

function tagOf(operation: DataValue): string | undefined {
  const [tag] = itemsAt(operation, "tags");
  return tag?.kind === "string" ? tag.value : undefined;
}

/** A second one of a group gets `-1`; hidden ones stand in no group. */
function uniqueIn(taken: Map<string, Set<string>>, operation: DataValue, address: string): string {
  const group = taken.get(tagOf(operation) ?? "") ?? new Set();
  taken.set(tagOf(operation) ?? "", group);
  let name = address;
  for (let count = 1; group.has(name); count++) name = `${address}-${count}`;
  if (!booleanAt(operation, "x-hidden")) group.add(name.toLowerCase());
  return name.toLowerCase();
}

/** `prepareStringToBeValidFilename`. */
function fileName(text: string | undefined): string {
  return (text ?? "")
    .replaceAll(" ", "-")
    .replace(/\{.*?\}/g, "-")
    .replace(/^-/, "")
    .replace(/-$/, "")
    .replace(/[{}(),.'\n/]/g, "")
    .replaceAll("--", "-")
    .toLowerCase();
}
