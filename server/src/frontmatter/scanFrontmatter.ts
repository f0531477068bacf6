// The frontmatter of a page: found by its fences, read in its language. Broken input still yields what could be read.

import { findBlock, type OpenBlock } from "./block.ts";
import type { FrontmatterScan } from "./frontmatter.ts";
import { readBlock } from "./readBlock.ts";

const byteOrderMark = 0xfeff;

export interface FrontmatterPlace {
  /** May blank lines, or the line that opens an HTML comment, stand before it? (Hugo: parser/pageparser/pagelexer_intro.go) */
  readonly looseFrontmatter?: true;
  /** Does only a mapping of YAML count, so that any other block is text? (MkDocs: mkdocs/utils/meta.py) */
  readonly mapFrontmatter?: true;
}

/** Reads YAML (`---`), TOML (`+++`) and JSON (`;;;`, `---json`, or a bare object as Hugo has it). Looks at no more of the text than its head. */
export function scanFrontmatter(text: string, place: FrontmatterPlace = {}): FrontmatterScan {
  const start = text.charCodeAt(0) === byteOrderMark ? 1 : 0;
  const [, blank = "", comment = ""] =
    (place.looseFrontmatter && /^(\s*)(<!--[^\r\n]*\s*)?/.exec(text.slice(start))) || [];
  const found = scanFrom(text, start + blank.length + comment.length);
  if (!found.frontmatter) return found.problems.length > 0 ? found : { ...found, bodyStart: start };
  if (place.mapFrontmatter && isText(found))
    return { frontmatter: undefined, bodyStart: start, problems: [] };
  const end = comment === "" ? -1 : text.indexOf("-->", found.frontmatter.span.end);
  return end < 0 ? found : { ...found, bodyStart: end + "-->".length };
}

function isText({ frontmatter, problems }: FrontmatterScan): boolean {
  return frontmatter?.language !== "yaml" || (frontmatter.shape !== "map" && problems.length === 0);
}

function scanFrom(text: string, start: number): FrontmatterScan {
  const block = findBlock(text, start);
  if (!block) return { frontmatter: undefined, bodyStart: start, problems: [] };
  if ("open" in block) return unterminated(block);
  const { language, shape, entries, problems } = readBlock(text, block);
  return {
    frontmatter: {
      language,
      span: { start: block.start, end: block.end },
      contentSpan: { start: block.contentStart, end: block.contentEnd },
      shape,
      entries,
    },
    bodyStart: block.bodyStart,
    problems,
  };
}

function unterminated({ start, end, fence }: OpenBlock): FrontmatterScan {
  const closing = fence === "{" ? "}" : fence;
  const message = `The frontmatter that begins here is never closed, so the site shows it as text. Write a line \`${closing}\` after its last key.`;
  return {
    frontmatter: undefined,
    bodyStart: start,
    problems: [{ code: "frontmatter-unterminated", span: { start, end }, message }],
  };
}
