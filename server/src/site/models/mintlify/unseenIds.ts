// Why a page may have an id that its Markdown does not show: what its own components and API specifications make.

import { entryOf } from "../../../frontmatter/keys.ts";
import type { Heading } from "../../../markdown/markdownScan.ts";
import type { ScannedPage } from "../../../page/scannedPage.ts";
import { folderOf, joinPath } from "../../routeKey.ts";
import type { FilePath } from "../../site.ts";
import { isBareHeading } from "./headingIds.ts";
import { cleanId, customId, mintlifySlug } from "./slug.ts";
import { smart, smartHeading } from "./smartText.ts";

export function unseenId(
  page: ScannedPage,
  id: string | undefined,
  files: ReadonlySet<FilePath>,
): string | undefined {
  if (["openapi", "asyncapi", "api"].some((key) => entryOf(page.frontmatter, key)))
    return "The page is made of an API specification, which gives it ids of its own.";
  const own = ownComponent(page, files);
  if (own !== undefined) return `The component <${own}>, which is written in code, may have the id.`;
  const heading = page.headings.find((one) => isSpelledAnyhow(page, one, id));
  if (heading) return `How Mintlify spells the id of "${heading.text}" is not known.`;
  if (page.components.some(isBareHeading)) return "A heading that is written as a tag may have the id.";
  // What id a step has whose title is no heading is decided in the browser.
  const step = page.components.find(
    ({ name, attributes }) =>
      name === "Step" && id !== undefined && stepIds(attributes?.["title"] ?? "").includes(cleanId(id)),
  );
  return step && "Whether a step can be linked to by its title is not known.";
}

/**
 * Which way a quote at an end of a heading is turned depends on the text around it; and a heading of level 5 or 6 with an id of
 * its own is left out of the page, unless Mintlify's servers say otherwise (remarkMdxRemoveUnknownJsx in @mintlify/common).
 */
function isSpelledAnyhow(page: ScannedPage, heading: Heading, id: string | undefined): boolean {
  if (id === undefined) return false;
  if (heading.level > 4) return heading.explicitId !== undefined && customId(heading.explicitId.id) === id;
  const unquoted = (text: string) => text.replace(/[‘’“”'"]/g, "").replace(/-\d+$/, "");
  return (
    smartHeading(page, heading) === undefined &&
    unquoted(cleanId(id)) === unquoted(cleanId(mintlifySlug(smart(heading.text))))
  );
}

function stepIds(title: string): readonly string[] {
  return [cleanId(mintlifySlug(smart(title))), cleanId(mintlifySlug(title))];
}

/** The first component on the page that is imported from code, or exported by the page itself. */
function ownComponent(page: ScannedPage, files: ReadonlySet<FilePath>): string | undefined {
  const own = new Set(page.exports.map(({ name }) => name));
  for (const { name, from } of page.imports) {
    const path = from.startsWith(".") ? joinPath(folderOf(page.path), from) : from.replace(/^\//, "");
    if (!/\.mdx?$/i.test(from) || path === undefined || !files.has(path as FilePath)) own.add(name);
  }
  return page.components.find(({ name }) => own.has(name))?.name;
}
