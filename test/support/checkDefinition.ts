import { expect } from "vitest";
import { type DefinitionOptions, definition } from "../../server/src/features/definition.ts";
import { pathOf } from "../../server/src/site/queries.ts";
import { cursorOf, handbook, lineAt } from "./handbook.ts";
import type { TestModel } from "./models.ts";

/**
 * Where does the link at `$0` lead: `docs/install.md: # Install`, the path and the (trimmed) line that is shown; just
 * the path when it is no page; undefined when the editor goes nowhere.
 */
export function checkDefinition(
  model: TestModel,
  source: string,
  expected: string | undefined,
  options: DefinitionOptions = {},
): void {
  const book = handbook(model, source);
  const [target, ...more] = definition(cursorOf(book), options) ?? [];
  expect(more).toEqual([]);
  if (!target) {
    expect(undefined).toBe(expected);
    return;
  }
  const path = pathOf(book.site, target.targetUri) ?? target.targetUri;
  const isPage = [...book.site.pages.keys()].some((one) => String(one) === path);
  expect(isPage ? lineAt(book, path, target.targetSelectionRange.start.line) : path).toBe(expected);
}
