// Source lines and places in the page, both ways. Blocks carry their line in `data-line`; between two of them the place is
// taken in proportion.

/** Is the place that this gives one the reader can go to? Then the page is there. */
export function scrollToFragment(page: HTMLElement, fragment: string): boolean {
  if (fragment === "" || fragment.toLowerCase() === "top") {
    window.scrollTo(0, 0);
    return true;
  }
  const target = [fragment, decoded(fragment)]
    .map((id) => document.getElementById(`user-content-${id}`))
    .find((one) => one !== null && page.contains(one));
  target?.scrollIntoView();
  return target !== undefined && target !== null;
}

export function scrollToLine(page: HTMLElement, line: number): void {
  const blocks = blocksOf(page);
  const at = lastIndex(blocks, (block) => lineOf(block) <= line);
  const block = blocks[at];
  if (!block) {
    window.scrollTo(0, 0);
    return;
  }
  const next = blocks.slice(at + 1).find((one) => lineOf(one) > lineOf(block));
  const top = block.getBoundingClientRect().top;
  const bottom = next ? next.getBoundingClientRect().top : block.getBoundingClientRect().bottom;
  const share = next ? (line - lineOf(block)) / (lineOf(next) - lineOf(block)) : 0;
  window.scrollBy(0, top + (bottom - top) * share);
}

/** The source line at the top of the window. */
export function topLine(page: HTMLElement): number {
  const blocks = blocksOf(page);
  const at = lastIndex(blocks, (block) => block.getBoundingClientRect().top <= 1);
  const block = blocks[at];
  if (!block) return 0;
  const next = blocks.slice(at + 1).find((one) => lineOf(one) > lineOf(block));
  if (!next) return lineOf(block);
  const top = block.getBoundingClientRect().top;
  const height = next.getBoundingClientRect().top - top;
  const share = height > 0 ? Math.min(1, -top / height) : 0;
  return lineOf(block) + share * (lineOf(next) - lineOf(block));
}

export interface ScrollWatch {
  /** Scrolls without telling the panel: it was the panel that asked. */
  quietly(scroll: () => void): void;
}

/** Calls `scrolled` with the line at the top when the reader scrolls, at most once a frame. */
export function watchScroll(page: HTMLElement, scrolled: (line: number) => void): ScrollWatch {
  let quietUntil = 0;
  let waiting = false;
  window.addEventListener("scroll", () => {
    if (waiting || performance.now() < quietUntil) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      scrolled(topLine(page));
    });
  });
  return {
    quietly: (scroll) => {
      quietUntil = performance.now() + 200;
      scroll();
    },
  };
}

/** In order of the source; footnotes stand elsewhere than where they are written. */
function blocksOf(page: HTMLElement): HTMLElement[] {
  return [...page.querySelectorAll<HTMLElement>("[data-line]")].filter(
    (block) => !block.closest(".footnotes"),
  );
}

function lineOf(block: HTMLElement): number {
  return Number(block.dataset["line"]);
}

/** The last of a run of blocks that begins the list and holds `test`; -1 when the first does not. */
function lastIndex(blocks: readonly HTMLElement[], test: (block: HTMLElement) => boolean): number {
  let low = -1;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const block = blocks[middle];
    if (block && test(block)) low = middle;
    else high = middle - 1;
  }
  return low;
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    // Not percent-encoded: the id as it stands.
    return fragment;
  }
}
