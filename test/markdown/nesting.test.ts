import { expect, test } from "vitest";
import { isTooNested } from "../../server/src/markdown/nesting.ts";

test.each([
  ["a list of many items", "- an item\n".repeat(5000)],
  ["a deep list", Array.from({ length: 20 }, (_, depth) => `${"  ".repeat(depth)}- item\n`).join("")],
  [
    "many quotes, links and footnotes",
    "> A [link](/a) and [another][b].\n\n[^1]: Note [x](y)\n".repeat(2000),
  ],
  ["a list of tasks", "- [ ] to do\n- [x] done\n".repeat(2000)],
  ["a rule", `${"- ".repeat(40)}\n`.repeat(50)],
  [
    "paragraphs that nobody closes, breaks and pictures",
    '<p>one<br>two<img src="a.png">\n<li>three\n'.repeat(2000),
  ],
  ["components that close themselves", '<Card\n  title="A" />\n'.repeat(2000)],
  ["tags that are closed", "<div>\n\n<b>text</b>\n\n</div>\n".repeat(2000)],
  ["comparisons", "if a < b and c < d\n".repeat(2000)],
])("%s is not nested too deeply", (_, text) => {
  expect(isTooNested(text)).toBe(false);
});

test("a half-written tag, ten thousand times, costs no time", () => {
  const began = process.cpuUsage();
  isTooNested("<br ".repeat(60_000));
  isTooNested("<a ".repeat(80_000));
  expect(process.cpuUsage(began).user / 1e6).toBeLessThan(1);
});
