// Heading ids as GitBook makes them. There is no description of the rule; it is read off the anchors that GitBook writes
// beside headings when it exports pages: `### 1. Scan APs <a href="#id-1.-scan-aps" id="id-1.-scan-aps"></a>`, `Q & A` as "q-a",
// `Stub (optional)` as "stub-optional", `1. Truy cập:` as "id-1.-truy-cap". Other scripts are spelled in Latin letters.

import type { Heading } from "../../../markdown/markdownScan.ts";
import type { ScannedPage } from "../../../page/scannedPage.ts";
import type { HeadingId } from "../../site.ts";

/** In order: the id of the anchor in the heading, else that of its text; later ones of a name get `-1`, `-2`. */
export function gitbookIds(page: ScannedPage): readonly (HeadingId | undefined)[] {
  const counts = new Map<string, number>();
  return page.headings.map((heading) => {
    const own = anchorIn(heading, page);
    if (own !== undefined) return own as HeadingId;
    const name = gitbookId(heading.text);
    if (name === undefined || name === "") return undefined;
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    return (count === 0 ? name : `${name}-${count}`) as HeadingId;
  });
}

/** `## Setup <a href="#start" id="start"></a>`: "start". */
function anchorIn(heading: Heading, page: ScannedPage): string | undefined {
  const { start, end } = heading.contentSpan;
  return page.anchors.find(({ span }) => span.start >= start && span.end <= end)?.id;
}

/** Why the page's ids are not all known; undefined where they are. */
export function unknownId(page: ScannedPage, id: string | undefined): string | undefined {
  const near = id === undefined ? undefined : loosely(id);
  const heading = page.headings.find((one) => {
    if (anchorIn(one, page) !== undefined) return false;
    const name = gitbookId(one.text);
    return name === undefined || (near !== undefined && loosely(name) === near);
  });
  return heading && `How GitBook spells the heading "${heading.text}" in its address is not known.`;
}

/** Exported pages differ in these: "values." beside "connection" for `connection.`, a leading digit, `&`. */
function loosely(id: string): string {
  return id.replace(/^id-|\./g, "").replace(/-and-/g, "-");
}

/** Undefined where the text has signs whose spelling is not known. */
function gitbookId(text: string): string | undefined {
  const plain = text
    .normalize("NFD")
    .replace(/\p{M}|\u200b|\u200c|\u200d|\ufe0f/gu, "")
    .replace(/\p{Extended_Pictographic}/gu, "")
    .replace(/[‘’“”"'`–—…]/g, "")
    .toLowerCase();
  if (/[^\x20-\x7e]|[_/\\+=@#$%^*|~<>[\]{}]/.test(plain)) return undefined;
  const id = plain
    .replace(/[^a-z0-9. -]/g, "")
    .trim()
    .replace(/[\s-]+/g, "-");
  return /^\d/.test(id) ? `id-${id}` : id;
}
