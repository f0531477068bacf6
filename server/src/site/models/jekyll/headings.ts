// The texts that heading ids are made of, Liquid's values among them.

import type { Heading } from "../../../markdown/markdownScan.ts";
import type { ScannedPage } from "../../../page/scannedPage.ts";
import type { HeadingId } from "../../site.ts";
import type { JekyllConfig } from "./config.ts";
import { isSpelledUnknown, kramdownIds } from "./headingIds.ts";
import { fillLiquid, hasLiquid } from "./liquid.ts";

interface Around {
  readonly page: ScannedPage;
  readonly route: string | undefined;
}

/** The ids of headings in order; `around` is the page that they stand on, where it is one. */
export function idsOf(
  headings: readonly Heading[],
  config: JekyllConfig,
  around: Around | undefined,
): readonly (HeadingId | undefined)[] {
  return kramdownIds(headings, config.kramdown, (heading) => headingText(heading, config, around));
}

export function isTextUnknown(heading: Heading, page: ScannedPage, config: JekyllConfig): boolean {
  if (heading.explicitId) return false;
  const text = headingText(heading, config, { page, route: undefined });
  return text === undefined || (config.kramdown.transliterated && isSpelledUnknown(text));
}

function headingText(heading: Heading, config: JekyllConfig, around: Around | undefined): string | undefined {
  const { source, text } = heading;
  if (!hasLiquid(source)) return text;
  if (!around) return undefined;
  const filled = fillLiquid(source, { config, page: around.page, route: around.route });
  return filled && "text" in filled ? withoutMarks(filled.text) : undefined;
}

/** The marks that stand beside Liquid in headings: code, emphasis, links. */
function withoutMarks(source: string): string {
  return source
    .replace(/!\[[^\]]*\]\([^)]*\)/g, "")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/<[^>]+>/g, "")
    .replace(/`+|\*+|(?<![\p{L}\p{N}])_+(?=\S)|(?<=\S)_+(?![\p{L}\p{N}])/gu, "")
    .trim();
}
