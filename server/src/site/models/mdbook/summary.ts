// SUMMARY.md decides which chapters there are, their names and their order (mdBook guide, format/summary): lists of links, links
// before and after them, headings as titles of parts.

import type { Link } from "../../../markdown/markdownScan.ts";
import { scanMarkdown } from "../../../markdown/scanMarkdown.ts";
import { githubSyntax } from "../../../markdown/syntax.ts";
import type { Span } from "../../../text/span.ts";
import { joinPath } from "../../routeKey.ts";

export interface Chapter {
  readonly name: string;
  /** From the site's root; undefined for a draft (`[Later]()`). */
  readonly path: string | undefined;
  readonly written: { readonly value: string; readonly span: Span };
  /** Chapters below it. */
  readonly children: readonly Chapter[];
}

export interface Part {
  /** "" before the first heading that is one. */
  readonly title: string;
  readonly chapters: readonly Chapter[];
}

interface OpenChapter extends Chapter {
  readonly children: OpenChapter[];
  readonly indent: number;
}

export function readSummary(text: string, src: string): readonly Part[] {
  const { links, headings } = scanMarkdown(text, 0, { ...githubSyntax, math: false });
  const titles = headings.filter(
    (heading, at) => at > 0 || links.some((link) => link.span.start < heading.span.start),
  );
  const parts: { title: string; chapters: OpenChapter[]; open: OpenChapter[] }[] = [
    { title: "", chapters: [], open: [] },
  ];
  let next = 0;
  for (const link of links) {
    if (link.image || link.kind === "attribute" || link.kind === "literal") continue;
    for (let title = titles[next]; title && title.span.start < link.span.start; title = titles[++next])
      parts.push({ title: title.text, chapters: [], open: [] });
    const part = parts.at(-1);
    if (part) addChapter(part, chapterOf(text, link, src));
  }
  return parts.filter(({ title, chapters }) => title !== "" || chapters.length > 0);
}

/** All chapters in reading order. */
export function allChapters(parts: readonly Part[]): readonly Chapter[] {
  const walk = (chapter: Chapter): readonly Chapter[] => [chapter, ...chapter.children.flatMap(walk)];
  return parts.flatMap((part) => part.chapters.flatMap(walk));
}

function addChapter(part: { chapters: OpenChapter[]; open: OpenChapter[] }, chapter: OpenChapter): void {
  while ((part.open.at(-1)?.indent ?? -1) >= chapter.indent) part.open.pop();
  (part.open.at(-1)?.children ?? part.chapters).push(chapter);
  part.open.push(chapter);
}

function chapterOf(text: string, link: Link, src: string): OpenChapter {
  const { value, span } = link.destination;
  const path = value === "" ? undefined : joinPath(src, decode(value.replace(/^\//, "")));
  const line =
    Math.max(text.lastIndexOf("\n", link.span.start - 1), text.lastIndexOf("\r", link.span.start - 1)) + 1;
  const indent = text.slice(line, link.span.start).replaceAll("\t", "    ").length;
  return { name: link.text, path, written: { value, span }, children: [], indent };
}

function decode(path: string): string {
  return path.replaceAll("%20", " ");
}
