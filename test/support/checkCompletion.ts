import { expect } from "vitest";
import type { CompletionItem } from "vscode-languageserver-types";
import { type Config, defaultConfig } from "../../server/src/config.ts";
import { completion } from "../../server/src/features/completion.ts";
import { indexLines, offsetAt } from "../../server/src/text/lineIndex.ts";
import { applyEdits } from "../../server/src/text/textEdit.ts";
import { cursorOf, handbook } from "./handbook.ts";
import type { TestModel } from "./models.ts";

/** What a completion should come to; each part is looked at only where it is given. */
export interface ExpectedCompletion {
  /** All items in order, as `label (detail)`. */
  readonly items?: readonly string[];
  /** Labels that must be the first ones, in order. */
  readonly first?: readonly string[];
  /** Labels that must not be there. */
  readonly without?: readonly string[];
  /** The line of the cursor (the page's text when it has several lines here) after the first item was taken. */
  readonly takenFirst?: string;
  /** The same for an item by its label. */
  readonly taken?: Readonly<Record<string, string>>;
  readonly config?: Config;
}

export function checkCompletion(model: TestModel, source: string, expected: ExpectedCompletion): void {
  const { text, offset, items } = complete(model, source, expected.config ?? defaultConfig);
  const labels = items.map((item) => item.label);
  if (expected.items) expect(items.map((item) => `${item.label} (${item.detail})`)).toEqual(expected.items);
  if (expected.first) expect(labels.slice(0, expected.first.length)).toEqual(expected.first);
  for (const label of expected.without ?? []) expect(labels).not.toContain(label);
  if (expected.takenFirst !== undefined) expect(taken(text, offset, items[0])).toBe(expected.takenFirst);
  for (const [label, line] of Object.entries(expected.taken ?? {})) {
    expect(
      taken(
        text,
        offset,
        items.find((item) => item.label === label),
      ),
    ).toBe(line);
  }
}

/** Nothing is offered at `$0`. */
export function checkNoCompletion(model: TestModel, source: string): void {
  expect(complete(model, source, defaultConfig).items.map((item) => item.label)).toEqual([]);
}

function complete(model: TestModel, source: string, config: Config) {
  const cursor = cursorOf(handbook(model, source));
  const list = completion(cursor, config);
  return { text: cursor.text, offset: cursor.offset, items: list.items };
}

/** The cursor's line as it is after the item was taken, with the rules that VS Code holds the edit to. */
function taken(text: string, offset: number, item: CompletionItem | undefined): string {
  if (!item?.textEdit || !("range" in item.textEdit)) return "(no such item)";
  const lines = indexLines(text);
  const edits = [item.textEdit, ...(item.additionalTextEdits ?? [])].map(({ range, newText }) => ({
    span: { start: offsetAt(lines, range.start), end: offsetAt(lines, range.end) },
    newText,
  }));
  const main = edits[0];
  expect(item.textEdit.range.start.line).toBe(item.textEdit.range.end.line);
  expect(main && main.span.start <= offset && offset <= main.span.end).toBe(true);
  const typed = text.slice(main?.span.start ?? offset, offset);
  expect(item.filterText?.startsWith(typed.trimStart())).toBe(true);
  const lineNumber = item.textEdit.range.start.line;
  return applyEdits(text, edits).split("\n")[lineNumber] ?? "";
}
