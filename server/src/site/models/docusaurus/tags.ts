// The pages of tags: those of a collection's pages, named by tags.yml or by themselves. Sources: utils/src/tags.ts,
// utils-validation/src/tagsFile.ts.

import { readData } from "../../../data/readData.ts";
import { at, type DataValue, entriesAt, stringAt } from "../../../data/value.ts";
import type { FrontmatterValue } from "../../../frontmatter/frontmatter.ts";
import type { ScannedPage } from "../../../page/scannedPage.ts";
import { remember } from "../../remember.ts";
import { decodeOnce } from "../../routeKey.ts";
import type { FilePath, Route } from "../../site.ts";
import type { Collection } from "./collections.ts";
import { listField, textIn, textOf } from "./fields.ts";
import { joinUrl } from "./joinUrl.ts";
import { kebabCase } from "./kebabCase.ts";
import type { Owner, Owners } from "./owner.ts";

export interface TagSources {
  readonly owners: Owners;
  readonly texts: ReadonlyMap<FilePath, string>;
}

/** The list of all tags and each tag's own page; none without tags. */
export function tagRoutes(page: ScannedPage, owner: Owner, sources: TagSources): readonly Route[] {
  const { collection } = owner;
  if (collection.instance.kind === "pages") return [];
  const tags = listField(page, "tags").flatMap((tag) => tagPath(tag, collection, sources) ?? []);
  if (tags.length === 0) return [];
  const base = tagsBase(collection);
  return [base, ...tags.map((tag) => joinUrl(base, tag))].map((path) => decodeOnce(path) as Route);
}

export function tagsBase(collection: Collection): string {
  return joinUrl(collection.path, stringAt(collection.instance.options, "tagsBasePath") ?? "tags");
}

function tagPath(tag: FrontmatterValue, collection: Collection, sources: TagSources): string | undefined {
  if (tag.kind === "map") return textIn(tag, "permalink");
  const name = textOf(tag);
  if (name === undefined) return undefined;
  const named = tagsFile(collection, sources).find((entry) => entry.key === name);
  return named ? (stringAt(named.value, "permalink") ?? kebabCase(name)) : kebabCase(name);
}

const filesOfTags = new WeakMap<Collection, ReturnType<typeof entriesAt>>();

function tagsFile(collection: Collection, sources: TagSources): ReturnType<typeof entriesAt> {
  return remember(filesOfTags, collection, () => {
    const name = at(collection.instance.options, "tags");
    if (name && name.kind !== "string") return [];
    return entriesAt(dataFile(collection, name?.value ?? "tags.yml", sources));
  });
}

/** A file of data beside the pages; the language's own before the common one. */
export function dataFile(
  collection: Collection,
  name: string,
  { owners, texts }: TagSources,
): DataValue | undefined {
  const path = owners.fileOf(collection, name.replace(/^\.\//, "")) as FilePath;
  const text = texts.get(path);
  return text === undefined ? undefined : readData(path, text);
}
