import { expect, test } from "vitest";
import { withoutDuplicates } from "../../server/src/lint/withoutDuplicates.ts";

const message = (ruleId: string, start: number) => ({ ruleId, span: { start, end: start + 4 }, message: "" });

test("a message that says what our own diagnostic says at the same place is left out", () => {
  const messages = [
    message("no-empty-url", 10),
    message("no-empty-url", 30),
    message("heading-increment", 10),
  ];
  expect(withoutDuplicates(messages, [{ code: "link-empty", span: { start: 12, end: 12 } }])).toEqual([
    message("no-empty-url", 30),
    message("heading-increment", 10),
  ]);
});

test("a diagnostic of another meaning hides nothing", () => {
  const messages = [message("no-empty-url", 10)];
  expect(withoutDuplicates(messages, [{ code: "link-missing-page", span: { start: 10, end: 14 } }])).toEqual(
    messages,
  );
});
