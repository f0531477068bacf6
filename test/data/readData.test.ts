import fc from "fast-check";
import { expect, test } from "vitest";
import { readData } from "../../server/src/data/readData.ts";
import { readScript } from "../../server/src/data/readScript.ts";
import { at, type DataValue, stringAt, unreadIn } from "../../server/src/data/value.ts";

/** The value as JavaScript has it; what is unread as `‹expression›`. */
function plain(value: DataValue | undefined): unknown {
  if (!value) return undefined;
  switch (value.kind) {
    case "list":
      return value.items.map(plain);
    case "map":
      return Object.fromEntries(value.entries.map((entry) => [entry.key, plain(entry.value)]));
    case "null":
      return null;
    case "unread":
      return `‹${value.expression}›`;
    default:
      return value.value;
  }
}

const read = (path: string, text: string, other: Readonly<Record<string, string>> = {}) =>
  plain(readData(path, text, (name) => other[name]));

test.each([
  [
    "export default { base: '/docs/', list: [1, -2, true, null] }",
    { base: "/docs/", list: [1, -2, true, null] },
  ],
  ["module.exports = { a: `x` + 'y' }", { a: "xy" }],
  ["const base = '/x'; const more = { b: 1 }; export default { base, ...more }", { base: "/x", b: 1 }],
  ["export default defineConfig({ a: 1 })", { a: 1 }],
  ["import { defineConfig } from 'x'; export default withMermaid(defineConfig({ a: 1 }))", { a: 1 }],
  ["export default async function () { const a = 1; return { a } }", { a: 1 }],
  ["const config = () => ({ a: 1 }); module.exports = config", { a: 1 }],
  ["const config: Config = { a: 1 } satisfies Config; export default config as Config", { a: 1 }],
  ["export default { a: process.env.A || 'b', c: process.env.C }", { a: "b", c: "‹process.env.C›" }],
  ["export default { a: path.join(__dirname, 'b', 'c') }", { a: "b/c" }],
  ["export default { a: [...['b'], false && 'c'].filter(Boolean) }", { a: ["b"] }],
  ["const { a } = { a: 1 }; exports.default = { a }", { a: 1 }],
  ["const o = { k: { l: 'm' } }; export default { a: o.k['l'], b: o.x }", { a: "m", b: "‹o.x›" }],
  ["const a = b; const b = a; export default { a }", { a: "‹a›" }],
])("a script's literals are read: %s", (text, expected) => {
  expect(read("config.ts", text)).toEqual(expected);
});

test("what a script imports by a relative path is read, and its values say where they stand", () => {
  const other = {
    "site/nav/index.ts": "export const nav = [{ text: 'A', link: '/a' }]; export default 1",
    "site/data.json": '{ "b": [true] }',
  };
  const text = "import { nav } from './nav'; import data from './data.json'; export default { nav, data }";
  expect(read("site/config.ts", text, other)).toEqual({
    nav: [{ text: "A", link: "/a" }],
    data: { b: [true] },
  });
  const value = readData("site/config.ts", text, (name) => other[name as keyof typeof other]);
  expect(at(value, "nav", 0, "link")?.file).toBe("site/nav/index.ts");
  expect(at(value, "data", "b")?.file).toBe("site/data.json");
});

test("modules that import one another end", () => {
  const other = {
    "a.js": "import b from './b.js'; export default { b }",
    "b.js": "import a from './a.js'; export default { a }",
  };
  expect(read("a.js", other["a.js"], other)).toEqual({ b: { a: "‹a›" } });
});

test("a value's span is its place in the file", () => {
  const text = "module.exports = { redirects: [{ from: '/old' }] }";
  const value = at(readData("c.js", text), "redirects", 0, "from");
  expect(text.slice(value?.span.start, value?.span.end)).toBe("'/old'");
});

test("what only running the file would tell is named", () => {
  const value = readData("c.js", "export default { a: load('x'), b: [c()] }");
  expect(unreadIn(value).map(({ expression }) => expression)).toEqual(["load('x')", "c()"]);
});

test("YAML, TOML and JSON give the same values; a list may be the whole file", () => {
  const expected = { nav: [{ Home: "index.md" }], on: true };
  expect(read("a.yml", "nav:\n  - Home: index.md\non: true\n")).toEqual(expected);
  expect(read("a.toml", 'on = true\n[[nav]]\nHome = "index.md"\n')).toEqual(expected);
  expect(read("a.json", '// why\n{ "nav": [{ "Home": "index.md" }], "on": true, }')).toEqual(expected);
  expect(read("a.yaml", "- a\n- b: c\n")).toEqual(["a", { b: "c" }]);
});

test("a tag of another language's types does not break reading, and is told", () => {
  const value = readData(
    "mkdocs.yml",
    "a: !!python/name:x.y\nb: !ENV [X, 'z']\nc: !!python/object/apply:f {kwds: {case: lower}}\n",
  );
  expect(at(value, "a")?.tag).toBe("!!python/name:x.y");
  expect(at(value, "b")?.tag).toBe("!ENV");
  expect(stringAt(value, "c", "kwds", "case")).toBe("lower");
});

test("half-written and hostile files are read without an error", () => {
  expect(read("c.js", "export default { a: 1, b: ")).toEqual(undefined);
  expect(readData("c.js", `export default ${"[".repeat(50_000)}`)).toBeUndefined();
  expect(readData("c.json", "[".repeat(50_000))).toBeUndefined();
  fc.assert(
    fc.property(
      fc.constantFrom("a.js", "a.ts", "a.json", "a.yml", "a.toml"),
      fc.string({ unit: "binary" }),
      (path, text) => {
        readData(path, text);
      },
    ),
    { numRuns: 2000, seed: 4 },
  );
});

test("the calls that a configuration makes are read with their arguments, in the function that it exports, too", () => {
  const text = `
    import anchor from "markdown-it-anchor";
    const img = "img";
    export default function (config) {
      config.addPassthroughCopy({ "src/static": "/" }).addPassthroughCopy(img);
      config.addPlugin(anchor, { level: 2 });
      if (x) config.addPlugin(other);
      return { dir: { input: "src" } };
    }`;
  const { calls, main } = readScript("eleventy.config.js", text);
  expect(calls.map((call) => [call.callee, ...call.arguments.map(plain)])).toEqual([
    ["addPassthroughCopy", { "src/static": "/" }],
    ["addPassthroughCopy", "img"],
    ["addPlugin", "‹anchor›", { level: 2 }],
  ]);
  expect(plain(main)).toEqual({ dir: { input: "src" } });
});

test("a call that is not read tells its name and what it is given", () => {
  const text = "const title = 'A'; export default { integrations: [starlight({ title, sidebar: [b()] })] }";
  const call = at(readData("astro.config.mjs", text), "integrations", 0);
  expect(call?.kind === "unread" && call.call?.name).toBe("starlight");
  const [options] = (call?.kind === "unread" && call.call?.arguments) || [];
  expect(plain(options)).toEqual({ title: "A", sidebar: ["‹b()›"] });
  expect(unreadIn(call)).toEqual([call]);
});

test("conditions on the environment are those of a build for production, with nothing else set", () => {
  const text = `
    const preview = !!process.env.NETLIFY && process.env.CONTEXT === "deploy-preview";
    export default {
      preview,
      base: process.env.BASE ?? "/",
      mode: process.env.NODE_ENV === "production" ? "site" : "work",
      last: preview || process.env.FAST ? "current" : "2.0",
      other: process.env.CI !== "true",
      url: process.env.URL,
      when: Date.now() === 1,
    };`;
  expect(plain(readData("a.config.js", text))).toEqual({
    preview: false,
    base: "/",
    mode: "site",
    last: "2.0",
    other: true,
    url: "‹process.env.URL›",
    when: "‹Date.now() === 1›",
  });
});
