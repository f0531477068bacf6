import { expect, test } from "vitest";
import { isNoise } from "../../client/src/noise.ts";

test("what version control and package managers write is noise", () => {
  expect(isNoise("file:///h/.git/index.lock")).toBe(true);
  expect(isNoise("file:///h/node_modules/a/readme.md")).toBe(true);
});

test("pages and configuration are not, whatever their names hold", () => {
  expect(isNoise("file:///h/contents/node_modules.md")).toBe(false);
  expect(isNoise("file:///h/.github/README.md")).toBe(false);
  expect(isNoise("file:///h/.gitignore")).toBe(false);
  expect(isNoise("file:///h/.vitepress/config.ts")).toBe(false);
});
