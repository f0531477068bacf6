// `## Setup {#start}`: the braces are for the generator, not for the reader.

import type { Root } from "mdast";
import { visit } from "unist-util-visit";

const atEnd = /[ \t]*\{[^{}]*\}[ \t]*$/;

/** Takes `{#id .class}` off the end of headings. Longest possible look: the last 200 characters of the heading's last text. */
export function dropHeadingAttributes(tree: Root): void {
  visit(tree, "heading", (heading) => {
    const last = heading.children.at(-1);
    if (last?.type !== "text") return;
    const kept = last.value.slice(0, -200);
    last.value = kept + last.value.slice(kept.length).replace(atEnd, "");
  });
}
