import { expect } from "vitest";
import { hover, hoverNeeds } from "../../server/src/features/hover.ts";
import { cursorOf, handbook } from "./handbook.ts";
import type { TestModel } from "./models.ts";

/** What is shown for the link at `$0`, as Markdown without blank lines; undefined for nothing. */
export function checkHover(model: TestModel, source: string, expected: string | undefined): void {
  const book = handbook(model, source);
  const cursor = cursorOf(book);
  const path = hoverNeeds(cursor);
  const shown = hover(cursor, path && book.texts.get(path));
  const contents = shown?.contents as { readonly value: string } | undefined;
  expect(contents?.value.replace(/\n+/g, "\n").trim()).toBe(expected?.trim());
}
