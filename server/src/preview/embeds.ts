// Frames, films and sounds are not loaded in the preview: each becomes a box that names its address.

import type { Element, Root } from "hast";
import { SKIP, visit } from "unist-util-visit";

const embeds: Readonly<Record<string, string>> = {
  iframe: "Embedded page",
  video: "Video",
  audio: "Audio",
  embed: "Embedded content",
  object: "Embedded content",
};

/** Runs before sanitising, which judges the addresses. */
export function boxEmbeds(root: Root): void {
  visit(root, "element", (element) => {
    const label = Object.hasOwn(embeds, element.tagName) ? embeds[element.tagName] : undefined;
    if (label === undefined) return;
    const address = addressOf(element);
    element.tagName = "span";
    element.properties = { className: ["handbook-embed"] };
    element.children = [{ type: "text", value: address === undefined ? label : `${label}: ` }];
    if (address !== undefined) {
      element.children.push({
        type: "element",
        tagName: "a",
        properties: { href: address },
        children: [{ type: "text", value: address }],
        ...(element.position ? { position: element.position } : {}),
      });
    }
    return SKIP;
  });
}

function addressOf(element: Element): string | undefined {
  const own = element.properties["src"] ?? element.properties["data"];
  if (typeof own === "string" && own !== "") return own;
  const source = element.children.find((one) => one.type === "element" && one.tagName === "source");
  const src = source?.type === "element" ? source.properties["src"] : undefined;
  return typeof src === "string" && src !== "" ? src : undefined;
}
