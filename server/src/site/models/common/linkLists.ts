// Navigation written as Markdown (GitBook's SUMMARY.md, Docsify's _sidebar.md): groups by headings, pages by links in nested lists.

import type { Link } from "../../../markdown/markdownScan.ts";
import { scanMarkdown } from "../../../markdown/scanMarkdown.ts";
import { githubSyntax, type MarkdownSyntax } from "../../../markdown/syntax.ts";
import type { Span } from "../../../text/span.ts";
import { decodeOnce, folderOf, joinPath } from "../../routeKey.ts";
import type { EntryShape } from "../../siteModel.ts";

export interface ListedLink {
  readonly label: string;
  /** As written, and where; undefined of a group. */
  readonly written: { readonly value: string; readonly span: Span } | undefined;
  /** The file that it names, below the repository's root, without fragment; undefined of groups and full addresses. */
  readonly path: string | undefined;
  /** Is it `[Pay](pay.md)` or `[[Pay]]`? */
  readonly shape: EntryShape;
  readonly children: readonly ListedLink[];
}

interface Open extends ListedLink {
  readonly indent: number;
  readonly children: Open[];
}

export function readLinkLists(
  text: string,
  file: string,
  syntax: MarkdownSyntax = githubSyntax,
): readonly ListedLink[] {
  const { headings, links } = scanMarkdown(text, 0, syntax);
  const top: Open[] = [];
  let group: Open[] = top;
  let stack: Open[] = [];
  const marks = [
    ...headings
      .filter(({ level }) => level > 1)
      .map((heading) => ({ at: heading.span.start, heading, link: undefined })),
    ...links.filter(({ image }) => !image).map((link) => ({ at: link.span.start, heading: undefined, link })),
  ].sort((a, b) => a.at - b.at);
  for (const { heading, link } of marks) {
    if (heading) {
      const entry: Open = {
        label: heading.text,
        written: undefined,
        path: undefined,
        shape: plainLink,
        children: [],
        indent: -1,
      };
      top.push(entry);
      group = entry.children;
      stack = [];
    } else if (link) {
      const entry = entryOf(text, file, link);
      while ((stack.at(-1)?.indent ?? -1) >= entry.indent) stack.pop();
      (stack.at(-1)?.children ?? group).push(entry);
      stack.push(entry);
    }
  }
  return top;
}

export const plainLink: EntryShape = { kind: "link" };
const wikiLink: EntryShape = { kind: "wiki-link" };

function entryOf(text: string, file: string, link: Link): Open {
  const at = link.span.start;
  const line = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
  const indent = /^[ \t]*/.exec(line)?.[0].replaceAll("\t", "    ").length ?? 0;
  const { value, span } = link.destination;
  const full = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(value);
  const bare = decodeOnce(value.split("#", 1)[0] ?? "");
  const path = full || bare === "" ? undefined : joinPath(bare.startsWith("/") ? "" : folderOf(file), bare);
  const shape = link.kind === "wiki" ? wikiLink : plainLink;
  return { label: link.text, written: { value, span }, path, shape, children: [], indent };
}
