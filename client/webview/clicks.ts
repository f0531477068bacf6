// What a click in the page does. No link is left to the webview itself: it would take a handbook's path for its own.

import type { ToPanel } from "../src/preview/messages.ts";
import { scrollToFragment } from "./scroll.ts";

export function followClicks(page: HTMLElement, post: (message: ToPanel) => void): void {
  page.addEventListener("click", (event) => {
    const link = closest(event.target, "a[href], .picture-card[data-url]");
    if (!link) return;
    event.preventDefault();
    event.stopPropagation();
    const message = messageFor(page, link);
    if (message) post(message);
  });
  page.addEventListener("auxclick", (event) => {
    if (closest(event.target, "a[href]")) event.preventDefault();
  });
  page.addEventListener("keydown", (event) => {
    const card = closest(event.target, ".picture-card[data-url]");
    if (card instanceof HTMLElement && event.key === "Enter") card.click();
  });
}

/** Undefined when the page answers by itself, by scrolling. */
function messageFor(page: HTMLElement, link: Element): ToPanel | undefined {
  const url = link.getAttribute("data-url");
  if (url !== null) return { kind: "openExternal", url };
  const reason = link.getAttribute("data-handbook-reason");
  if (reason !== null) return { kind: "deadLink", reason };
  const href = link.getAttribute("data-handbook-href") ?? link.getAttribute("href") ?? "";
  if (href.startsWith("#") && scrollToFragment(page, href.slice(1))) return undefined;
  if (link.hasAttribute("data-handbook-href") || !/^[a-z][a-z\d+.-]*:|^\/\//i.test(href))
    return { kind: "open", href };
  return { kind: "openExternal", url: href.startsWith("//") ? `https:${href}` : href };
}

function closest(target: EventTarget | null, selector: string): Element | undefined {
  return (target instanceof Element && target.closest(selector)) || undefined;
}
