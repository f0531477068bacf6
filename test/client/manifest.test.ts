import { expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { defaultConfig, defaultLevels, parseConfig } from "../../server/src/config.ts";
import { modelDetectors } from "../../server/src/site/models/index.ts";

interface Setting {
  readonly default: unknown;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly markdownDescription: string;
}

const settings: Readonly<Record<string, Setting>> = Object.assign(
  {},
  ...manifest.contributes.configuration.map((group) => group.properties),
);

/** `{ a: { b: 1 } }` as `{ "a.b": 1 }`; lists and empty objects are values. */
function flat(value: object, prefix = ""): Record<string, unknown> {
  return Object.assign(
    {},
    ...Object.entries(value).map(([key, one]) =>
      typeof one === "object" && one !== null && !Array.isArray(one)
        ? flat(one, `${prefix}${key}.`)
        : { [prefix + key]: one },
    ),
  );
}

test("every setting of the server is in the manifest, with its default, and no other", () => {
  const server = { ...flat(defaultConfig), ...flat({ diagnostics: defaultLevels }) };
  const listed = Object.entries(settings).filter(([key]) => key !== "handbook.trace.server");
  expect(Object.fromEntries(listed.map(([key, { default: value }]) => [key, value]))).toEqual(
    Object.fromEntries(Object.entries(server).map(([key, value]) => [`handbook.${key}`, value])),
  );
});

test("every value that the settings editor offers is one that the server takes", () => {
  for (const [key, { enum: values = [] }] of Object.entries(settings)) {
    for (const value of values) {
      const sent = key
        .split(".")
        .slice(1)
        .reduceRight<unknown>((inner, part) => ({ [part]: inner }), value);
      expect(parseConfig(sent).problems, `${key}: ${value}`).toEqual([]);
    }
  }
});

test("the site models to choose from are those that there are", () => {
  const offered = settings["handbook.site.model"]?.enum ?? [];
  expect([...offered].sort()).toEqual(["auto", ...modelDetectors.map(({ id }) => id)].sort());
});

test("every setting is described, and every value of a choice", () => {
  for (const [key, setting] of Object.entries(settings)) {
    expect(setting.markdownDescription, key).toMatch(/[.?]/u);
    expect(setting.enumDescriptions?.length, key).toBe(setting.enum?.length);
  }
});

test("every command that a menu, a key or the palette names is contributed", () => {
  const { commands, keybindings, menus } = manifest.contributes;
  const ids = new Set(commands.map(({ command }) => command));
  const named = [...keybindings, ...Object.values(menus).flat()].map(({ command }) => command);
  expect(named.filter((command) => !ids.has(command))).toEqual([]);
  expect(commands.every(({ category }) => category === "Handbook")).toBe(true);
});

test("VS Code's own path completion is switched off by a default, which an author may override", () => {
  expect(manifest.contributes.configurationDefaults).toEqual({ "markdown.suggest.paths.enabled": false });
});
