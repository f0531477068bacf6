// Navigation written as Markdown (GitBook's SUMMARY.md, Docsify's _sidebar.md): groups by headings, pages by links in nested lists.

import { scanMarkdown } from "../../../markdown/scanMarkdown.ts";
import { githubSyntax, type MarkdownSyntax } from "../../../markdown/syntax.ts";
import type { Span } from "../../../text/span.ts";
import { decodeOnce, folderOf, joinPath } from "../../routeKey.ts";

export interface ListedLink {
  readonly label: string;
  /** As written, and where; undefined of a group. */
  readonly written: { readonly value: string; readonly span: Span } | undefined;
  /** The file that it names, below the repository's root, without fragment; undefined of groups and full addresses. */
  readonly path: string | undefined;
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
        children: [],
        indent: -1,
      };
      top.push(entry);
      group = entry.children;
      stack = [];
    } else if (link) {
      const entry = entryOf(text, file, link.text, link.destination, link.span.start);
      while ((stack.at(-1)?.indent ?? -1) >= entry.indent) stack.pop();
      (stack.at(-1)?.children ?? group).push(entry);
      stack.push(entry);
    }
  }
  return top;
}

function entryOf(
  text: string,
  file: string,
  label: string,
  destination: { readonly value: string; readonly span: Span },
  at: number,
): Open {
  const line = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
  const indent = /^[ \t]*/.exec(line)?.[0].replaceAll("\t", "    ").length ?? 0;
  const { value, span } = destination;
  const full = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(value);
  const bare = decodeOnce(value.split("#", 1)[0] ?? "");
  const path = full || bare === "" ? undefined : joinPath(bare.startsWith("/") ? "" : folderOf(file), bare);
  return { label, written: { value, span }, path, children: [], indent };
}
