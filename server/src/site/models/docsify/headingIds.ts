// Heading ids as Docsify makes them (src/core/render/slugify.js): version 4 of a heading's HTML, so that `&` and quotes leave
// the names of their entities behind; version 5 of its source, without emoji.

import type { Heading } from "../../../markdown/markdownScan.ts";
import type { HeadingId } from "../../site.ts";

const dropped = /[\u2000-\u206F\u2E00-\u2E7F\\'!"#$%&()*+,./:;<=>?@[\]^`{|}~]/g;

export function docsifyIds(headings: readonly Heading[], newer: boolean): readonly (HeadingId | undefined)[] {
  const counts = new Map<string, number>();
  return headings.map((heading) => {
    const { text, id } = withoutConfig(newer ? heading.source : escaped(heading.text));
    const slug = newer ? newSlug(id ?? text) : oldSlug(id ?? text);
    const count = counts.get(slug);
    counts.set(slug, count === undefined ? 0 : count + 1);
    const unique = count === undefined ? slug : `${slug}-${count + 1}`;
    return unique === "" ? undefined : (unique as HeadingId);
  });
}

/** ` :id=start` names the id; other ` :key=value` are settings, too. `{docsify-ignore}` is a note for the sidebar. */
function withoutConfig(source: string): { readonly text: string; readonly id: string | undefined } {
  let id: string | undefined;
  const text = source
    .replace(/(?:^|\s):([\w-]+:?)=?([\w-%]+)?/g, (whole, key: string, value: string | undefined) => {
      if (key.includes(":")) return whole;
      if (key === "id") id = value ?? "true";
      return "";
    })
    .replace(/(?:<!-- )?\{docsify-ignore(?:-all)?\}(?: -->)?/g, "");
  return { text: text.trim(), id };
}

/** As marked writes text into HTML. */
function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

function lowered(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

function oldSlug(text: string): string {
  return lowered(text.trim())
    .replace(/<[^>]+>/g, "")
    .replace(dropped, "")
    .replace(/\s/g, "-")
    .replace(/-+/g, "-")
    .replace(/^(\d)/, "_$1");
}

function newSlug(text: string): string {
  const plain = text
    .trim()
    .normalize("NFKD")
    .replace(/\ufe0f/g, "")
    .replace(/[\p{Emoji_Presentation}\p{Extended_Pictographic}]/gu, "");
  return lowered(plain)
    .replace(/<[^>]+>/g, "")
    .replace(dropped, "")
    .replace(/\s/g, "-")
    .replace(/^(\d)/, "_$1");
}
