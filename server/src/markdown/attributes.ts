// What tags say to a reader of links: addresses in their attributes, and ids.

import { type Content, sourceSpan } from "./content.ts";
import { decodeAttribute } from "./entities.ts";
import { type TagAttribute, tagAttributes, tagName } from "./htmlTags.ts";
import { jsxAttributes } from "./jsxTags.ts";
import type { ComponentTag } from "./markdownScan.ts";
import type { PageContext } from "./output.ts";
import { shortcodeEnd, shortcodeOf } from "./shortcodes.ts";
import { addressAttributes, isMdx } from "./syntax.ts";

/** Emits links and anchors of the whole opening tag at `at`–`end` of the content. */
export function emitTag(page: PageContext, content: Content, at: number, end: number): void {
  const { text } = content;
  if (text.charCodeAt(at + 1) === 47) return;
  const name = tagName(text, at);
  const first = name.charCodeAt(0);
  const isKept = page.syntax.keptAttributes !== undefined && Object.hasOwn(page.syntax.keptAttributes, name);
  if ((first >= 65 && first <= 90) || isKept) page.out.components.push(componentAt(page, content, at, end));
  if (end - at <= name.length + 4) return;
  if (page.syntax.shortcodes === "hugo") emitShortcodes(page, content, at, end);
  const mdx = isMdx(page.syntax);
  const attributes = mdx ? jsxAttributes(text, at, end) : tagAttributes(text, at, end);
  const addresses =
    addressAttributes(page.syntax, name) ??
    (mdx ? undefined : addressAttributes(page.syntax, name.toLowerCase()));
  for (const attribute of attributes) {
    const key = mdx ? attribute.name : attribute.name.toLowerCase();
    const value = decodeAttribute(text.slice(attribute.start, attribute.end));
    const span = sourceSpan(content, attribute.start, attribute.end);
    const hidden = page.syntax.tagsWithoutIds?.includes(name);
    if ((key === "id" && !hidden) || (key === "name" && name.toLowerCase() === "a"))
      page.out.anchors.push({ id: value, span, tag: name, attribute: key });
    if (addresses?.includes(key)) emitAddress(page, content, { at, end, name, attributes, attribute });
  }
}

/** Shortcodes in the values of attributes are read like any other. */
function emitShortcodes(page: PageContext, content: Content, at: number, end: number): void {
  const tag = content.text.slice(at, end);
  for (let pos = tag.indexOf("{{"); pos !== -1; pos = tag.indexOf("{{", pos + 2)) {
    const after = shortcodeEnd(tag, pos, tag.length, page.syntax);
    if (after === -1) continue;
    const found = shortcodeOf(tag.slice(pos, after), sourceSpan(content, at + pos, at + after));
    if (found) page.out.shortcodes.push(found);
  }
}

function componentAt(page: PageContext, content: Content, at: number, end: number): ComponentTag {
  const { text } = content;
  const name = tagName(text, at);
  const span = sourceSpan(content, at + 1, at + 1 + name.length);
  const kept = page.syntax.keptAttributes?.[name]?.flatMap((attribute) => {
    const value = new RegExp(`\\s${attribute}=(?:\\{([^]*?)\\}(?=[\\s/>])|"([^"]*)"|'([^']*)')`).exec(
      text.slice(at, end),
    );
    return value ? [[attribute, value[1] ?? value[2] ?? value[3] ?? ""] as const] : [];
  });
  return { name, span, ...(kept && { attributes: Object.fromEntries(kept) }) };
}

interface Address {
  readonly at: number;
  readonly end: number;
  readonly name: string;
  readonly attributes: readonly TagAttribute[];
  readonly attribute: TagAttribute;
}

function emitAddress(page: PageContext, content: Content, address: Address): void {
  const { at, end, name, attribute } = address;
  const image = name.toLowerCase() === "img";
  const raw = content.text.slice(attribute.start, attribute.end);
  const alt = image ? address.attributes.find((other) => other.name.toLowerCase() === "alt") : undefined;
  page.out.links.push({
    kind: "attribute",
    image,
    span: sourceSpan(content, at, end),
    text: alt ? decodeAttribute(content.text.slice(alt.start, alt.end)) : "",
    ...(alt && { textSpan: sourceSpan(content, alt.start, alt.end) }),
    destination: {
      raw,
      value: decodeAttribute(raw),
      span: sourceSpan(content, attribute.start, attribute.end),
    },
    tag: { name, attribute: attribute.name },
    hasContent: false,
  });
}
