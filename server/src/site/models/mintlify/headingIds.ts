// Heading ids and those of the components that have some. Headings of levels 1 to 4 are numbered by one slugger, then
// (explicit ids, updates and titled steps with them) once more after they are cleaned: remarkComponentIds.js and
// remarkExtractTableOfContents.js of @mintlify/common. Headings of levels 5 and 6 have none.

import { stringKey } from "../../../frontmatter/keys.ts";
import type { ComponentTag, Heading } from "../../../markdown/markdownScan.ts";
import type { ScannedPage } from "../../../page/scannedPage.ts";
import type { HeadingId } from "../../site.ts";
import { cleanId, componentSlug, customId, mintlifySlug, mintlifySlugger, paramSlug } from "./slug.ts";
import { smart, smartHeading, smartSure } from "./smartText.ts";

export interface PageIds {
  readonly headings: readonly (HeadingId | undefined)[];
  /** Of components. */
  readonly components: readonly string[];
}

/** Attributes that ids come from. */
export const idAttributes: Readonly<Record<string, readonly string[]>> = {
  Accordion: ["title", "id"],
  View: ["title", "id"],
  Tab: ["title", "id"],
  Steps: ["titleSize"],
  Step: ["title", "id", "titleSize"],
  Update: ["label", "id"],
  ParamField: ["query", "path", "body", "header", "id"],
  Param: ["query", "path", "body", "header", "id"],
  ResponseField: ["name", "id"],
  h1: ["id"],
  h2: ["id"],
  h3: ["id"],
  h4: ["id"],
};

/** A heading that is written as a tag, `<h2>`: Mintlify makes its id of its text, which is not read. */
export function isBareHeading({ name, attributes }: ComponentTag): boolean {
  return /^h[1-4]$/.test(name) && !attributes?.["id"];
}

export function mintlifyIds(page: ScannedPage): PageIds {
  const texts = (heading: Heading) => smartHeading(page, heading);
  // Pages of these modes have no headings of Mintlify's own (AVOIDED_PAGE_MODES).
  const plain = ["custom", "frame"].includes(stringKey(page.frontmatter, "mode") ?? "");
  const { ids, others } = numbered(page.headings, texts, plain ? [] : titled(page.components), plain);
  return { headings: ids, components: [...others, ...componentIds(page.components)] };
}

/** Of headings of several files that one page shows. */
export function idsTogether(headings: readonly Heading[]): readonly (HeadingId | undefined)[] {
  return numbered(headings, ({ source, text }) => smartSure(source, text), [], false).ids;
}

interface Titled {
  readonly at: number;
  readonly id: string;
}

function numbered(
  headings: readonly Heading[],
  textOf: (heading: Heading) => string | undefined,
  components: readonly Titled[],
  plain: boolean,
): { readonly ids: readonly (HeadingId | undefined)[]; readonly others: readonly string[] } {
  const slugger = mintlifySlugger();
  const unique = uniqueIds();
  const others: string[] = [];
  const waiting = [...components];
  const ids = headings.map((heading) => {
    while (waiting[0] && waiting[0].at < heading.span.start) others.push(unique(waiting.shift()?.id ?? ""));
    const own = heading.explicitId && customId(heading.explicitId.id);
    if (heading.level > 4) return undefined;
    if (plain) return (own || undefined) as HeadingId | undefined;
    if (own) return unique(own) as HeadingId;
    const text = textOf(heading);
    const slug = text === undefined ? "" : slugger(text);
    if (slug === "") return undefined;
    return (cleanId(unique(cleanId(slug) || slug)) || undefined) as HeadingId | undefined;
  });
  for (const { id } of waiting) others.push(unique(id));
  return { ids, others };
}

/** `deduplicateSlug`: the second "setup" is "setup-2", or the next that is free. */
function uniqueIds(): (id: string) => string {
  const seen = new Map<string, number>();
  return (id) => {
    const count = seen.get(id) ?? 0;
    seen.set(id, count + 1);
    if (count === 0) return id;
    let suffix = count + 1;
    while (seen.has(`${id}-${suffix}`)) suffix++;
    seen.set(`${id}-${suffix}`, 1);
    return `${id}-${suffix}`;
  };
}

/** `<Update label>` and the steps whose titles are headings. */
function titled(components: readonly ComponentTag[]): readonly Titled[] {
  let inherited = "";
  return components.flatMap(({ name, span, attributes = {} }) => {
    if (name === "Steps") inherited = attributes["titleSize"] ?? "";
    const title =
      name === "Update"
        ? attributes["label"]
        : name === "Step" && /^h[23]$/.test(attributes["titleSize"] ?? inherited)
          ? attributes["title"]
          : undefined;
    if (!title) return [];
    const id = cleanId(attributes["id"] ?? "") || cleanId(mintlifySlug(smart(title)));
    return id === "" ? [] : [{ at: span.start, id }];
  });
}

function componentIds(components: readonly ComponentTag[]): readonly string[] {
  const tabs = mintlifySlugger();
  const counts = new Map<string, number>();
  const next = (name: string) => {
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    return count;
  };
  return components.flatMap(({ name, attributes = {} }) => {
    const { id, title } = attributes;
    if (!Object.hasOwn(idAttributes, name)) return [];
    if (id) return [id];
    if (name === "Tab") return title ? spellings(tabs(title)) : [];
    if (name === "Accordion" || name === "View") {
      const slug = componentSlug(title ?? "");
      const count = next(`${name} ${slug}`);
      return slug === "" ? [] : [count === 0 ? slug : `${slug}-${count}`];
    }
    const field = fieldName(name, attributes);
    return field ? [paramSlug(field, next(`param ${paramSlug(field, 0)}`))] : [];
  });
}

/** A browser finds a tab by its id as it is encoded, and Mintlify by what it says. */
function spellings(slug: string): readonly string[] {
  return [...new Set([slug, cleanId(slug)])].filter((one) => one !== "");
}

function fieldName(name: string, attributes: Readonly<Record<string, string>>): string | undefined {
  if (name === "ResponseField") return attributes["name"];
  if (name !== "ParamField" && name !== "Param") return undefined;
  return attributes["query"] || attributes["path"] || attributes["body"] || attributes["header"];
}
