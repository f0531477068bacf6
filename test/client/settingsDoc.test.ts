import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };

const text = readFileSync(new URL("../../docs/settings.md", import.meta.url), "utf8");

test("the page about settings names every setting with its default, and no other", () => {
  const rows = [...text.matchAll(/^\| `(handbook\.[\w.-]+)` +\| `([^`]*)` +\|/gmu)].map(
    ([, key, value]) => `${key} = ${value}`,
  );
  const keys = manifest.contributes.configuration.flatMap(({ properties }) =>
    Object.entries(properties).map(([key, setting]) => `${key} = ${JSON.stringify(setting.default)}`),
  );
  expect([...rows].sort()).toEqual([...keys].sort());
});
