import { expect, test } from "vitest";
import { readLintConfig, readsForLint } from "../../server/src/lint/lintConfig.ts";
import { presetNames, ruleNames } from "../../server/src/lint/ruleNames.ts";

test("the configuration is read from JSON, YAML and package.json", () => {
  const rule = [{ name: "rule-style", kind: "rule", options: "---" }];
  const plugins = '{"plugins":[["remark-lint-rule-style","---"]],"settings":{"bullet":"*"}}';
  const files: readonly (readonly [string, string])[] = [
    [".remarkrc", plugins],
    ["docs/.remarkrc.json", plugins],
    [".remarkrc.yaml", 'plugins:\n  - - remark-lint-rule-style\n    - "---"\nsettings:\n  bullet: "*"\n'],
    [".remarkrc.yml", 'plugins: {remark-lint-rule-style: "---"}\nsettings: {bullet: "*"}\n'],
    ["package.json", `{"name":"x","remarkConfig":${plugins}}`],
  ];
  for (const [path, text] of files) {
    expect(readsForLint(path)).toBe(true);
    expect(readLintConfig(path, text)).toEqual({ path, plugins: rule, settings: { bullet: "*" }, notes: [] });
  }
});

test("a package.json without remarkConfig is no configuration", () => {
  expect(readLintConfig("package.json", '{"name":"x"}')).toBeUndefined();
});

test("a plugin that does not come with us is named and never loaded", () => {
  const config = readLintConfig(
    ".remarkrc.json",
    '{"plugins":["./rules/mine.js","remark-gfm","heading-increment"]}',
  );
  expect(config?.plugins?.map(({ name }) => name)).toEqual(["heading-increment"]);
  expect(config?.notes).toEqual([
    {
      kind: "unknown-plugin",
      name: "./rules/mine.js",
      message:
        "The plugin ./rules/mine.js is not among those that come with Handbook, so it is left out here.",
    },
  ]);
});

test("a configuration that is code is named and never run", () => {
  for (const name of [".remarkrc.js", ".remarkrc.cjs", ".remarkrc.mjs"]) {
    const config = readLintConfig(name, "globalThis.ran = true; export default { plugins: [] }");
    expect(config?.notes.map(({ kind }) => kind)).toEqual(["code-config"]);
    expect(config?.plugins).toBeUndefined();
  }
  expect("ran" in globalThis).toBe(false);
});

test("a broken configuration is told, and what could be read of it holds", () => {
  const config = readLintConfig(".remarkrc.json", '{"plugins":["heading-increment"], "settings": {');
  expect(config?.notes.map(({ kind }) => kind)).toEqual(["unreadable"]);
  expect(config?.plugins?.map(({ name }) => name)).toEqual(["heading-increment"]);
});

test("expressions in a configuration's options are dropped, for they could run for ever", () => {
  const config = readLintConfig(
    ".remarkrc.json",
    '{"plugins":[["no-undefined-references",{"allow":["x",{"source":"(a+)+$"}]}]]}',
  );
  expect(config?.plugins?.[0]?.options).toEqual({ allow: ["x"] });
});

test("the names that we know are those of the presets' rules, and our own", async () => {
  const presets = await Promise.all([
    import("remark-preset-lint-recommended"),
    import("remark-preset-lint-consistent"),
    import("remark-preset-lint-markdown-style-guide"),
  ]);
  expect(presets.length).toBe(presetNames.size);
  const names = presets.flatMap(({ default: preset }) =>
    (preset.plugins ?? []).map((one: unknown) =>
      Array.isArray(one) ? one[0].name : (one as { name: string }).name,
    ),
  );
  const rules = names.filter((name) => name.startsWith("remark-lint:")).map((name) => name.slice(12));
  expect([...ruleNames].sort()).toEqual([...new Set([...rules, "image-alt-text", "no-empty-url"])].sort());
});
