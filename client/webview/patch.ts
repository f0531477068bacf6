// Changes the page into its next state and touches only what differs, so that scroll, selection and open <details> stay.

/** Makes `old`'s children those of `next`, keeping every node that says the same. Empties `next`. */
export function patchChildren(old: Node, next: Node): void {
  const before = [...old.childNodes];
  const after = [...next.childNodes];
  const keysBefore = before.map(keyOf);
  const keysAfter = after.map(keyOf);
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && keysBefore[head] === keysAfter[head]) head++;
  let tail = 0;
  while (tail < most - head && keysBefore.at(-1 - tail) === keysAfter.at(-1 - tail)) tail++;
  for (let at = 0; at < head; at++) copyLines(before[at], after[at]);
  for (let at = 1; at <= tail; at++) copyLines(before.at(-at), after.at(-at));
  patchMiddle(old, before.slice(head, before.length - tail), after.slice(head, after.length - tail));
}

function patchMiddle(parent: Node, before: readonly ChildNode[], after: readonly ChildNode[]): void {
  const end = before.at(-1)?.nextSibling ?? (before.length > 0 ? null : undefined);
  if (before.length === after.length) {
    for (const [at, node] of before.entries()) patchNode(node, after[at]);
    return;
  }
  const open = openDetails(before);
  // Nothing is taken away: the new nodes go before what follows, which `end` cannot tell.
  const place = end === undefined ? insertionPlace(parent, after) : end;
  for (const node of before) node.remove();
  for (const node of after) parent.insertBefore(node, place);
  for (const node of after) reopen(node, open);
}

/** Where nodes go that replace none: `after` still stands in the next tree, between neighbours that `parent` has as well. */
function insertionPlace(parent: Node, after: readonly ChildNode[]): ChildNode | null {
  let following = 0;
  for (let node = after.at(-1)?.nextSibling; node; node = node.nextSibling) following++;
  return parent.childNodes[parent.childNodes.length - following] ?? null;
}

function patchNode(old: ChildNode, next: ChildNode | undefined): void {
  if (!next) old.remove();
  else if (old instanceof Element && next instanceof Element && old.tagName === next.tagName) {
    copyAttributes(old, next);
    patchChildren(old, next);
  } else if (old instanceof Text && next instanceof Text) {
    if (old.data !== next.data) old.data = next.data;
  } else old.replaceWith(next);
}

function copyAttributes(old: Element, next: Element): void {
  const kept = old instanceof HTMLDetailsElement ? "open" : undefined;
  for (const { name } of [...old.attributes]) {
    if (name !== kept && !next.hasAttribute(name)) old.removeAttribute(name);
  }
  for (const { name, value } of next.attributes) {
    if (name !== kept && old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
}

/** Lines move with every line typed above them: no reason to touch more than the attribute. */
function copyLines(old: ChildNode | undefined, next: ChildNode | undefined): void {
  if (!(old instanceof Element) || !(next instanceof Element)) return;
  const lines = [next, ...next.querySelectorAll("[data-line]")];
  for (const [at, node] of [old, ...old.querySelectorAll("[data-line]")].entries()) {
    const line = lines[at]?.getAttribute("data-line");
    if (line !== null && line !== undefined && node.getAttribute("data-line") !== line)
      node.setAttribute("data-line", line);
  }
}

/** What a node says, apart from its place and from what the reader opened. */
function keyOf(node: Node): string {
  if (!(node instanceof Element)) return node.textContent ?? "";
  return node.outerHTML.replace(/ data-line="\d+"/g, "").replace(/(<details(?: [^>]*?)?) open=""/g, "$1");
}

function openDetails(nodes: readonly Node[]): ReadonlyMap<string, boolean> {
  const open = new Map<string, boolean>();
  for (const details of nodes.flatMap(detailsIn)) open.set(summaryOf(details), details.open);
  return open;
}

function reopen(node: Node, open: ReadonlyMap<string, boolean>): void {
  for (const details of detailsIn(node)) details.open = open.get(summaryOf(details)) ?? details.open;
}

function detailsIn(node: Node): HTMLDetailsElement[] {
  if (!(node instanceof Element)) return [];
  const inner = [...node.querySelectorAll("details")];
  return node instanceof HTMLDetailsElement ? [node, ...inner] : inner;
}

function summaryOf(details: HTMLDetailsElement): string {
  return details.querySelector("summary")?.textContent ?? "";
}
