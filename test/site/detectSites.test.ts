import { expect, test } from "vitest";
import { detectSites, readsAny } from "../../server/src/site/detectSites.ts";
import type { FilePath } from "../../server/src/site/site.ts";

const five = (folder: string) => ["a", "b", "c", "d", "e"].map((name) => `${folder}/${name}.md`);

function detect(
  files: readonly string[],
  texts: Record<string, string> = {},
  enable: "auto" | "on" | "off" = "auto",
): readonly string[] {
  const paths = new Set([...files, ...Object.keys(texts)] as FilePath[]);
  for (const path of Object.keys(texts)) expect(readsAny(path), `${path} is read`).toBe(true);
  const tree = {
    root: "file:///w",
    files: paths,
    texts: new Map(Object.entries(texts) as [FilePath, string][]),
  };
  return detectSites(tree, { enable, overrides: {} }).map(({ root, model }) => `${root}: ${model.id}`);
}

test("a generator's configuration beside Markdown pages makes a handbook", () => {
  expect(detect(["contents/handbook/a.md"], { "gatsby-config.js": "", "vercel.json": "{}" })).toEqual([
    ": posthog",
  ]);
  expect(detect(["content/a.md"], { "hugo.toml": "" })).toEqual([": hugo"]);
  expect(detect(["content/a.md"], { "config/_default/config.yaml": "" })).toEqual([": hugo"]);
  expect(detect(["src/a.md"], { "config.toml": "port = 1" })).toEqual([]);
  expect(detect(["docs/a.md", "docusaurus.config.js"])).toEqual([": docusaurus"]);
  expect(detect([...five("docs"), "website/docusaurus.config.js"])).toEqual([": docusaurus"]);
});

test("a content folder with pages makes a plain handbook, a code repository with READMEs does not", () => {
  expect(detect(five("content"))).toEqual([": plain"]);
  expect(detect(["README.md", "src/README.md", "docs/a.md", "CHANGELOG.md"])).toEqual([]);
  expect(detect(five("docs"))).toEqual([]);
  const linked = Object.fromEntries(
    five("docs").map((path) => [path, "---\ntitle: A\n---\nSee [b](./b.md).\n"]),
  );
  expect(detect([], linked)).toEqual([": plain"]);
});

test.each(["content", "contents", "handbook", "pages", "src/content"])(
  "bare files in %s/ beside code make no handbook; pages with frontmatter and links do",
  (folder) => {
    const code = ["package.json", "src/index.ts"];
    const bare = Object.fromEntries(five(folder).map((path) => [path, "# A fixture\n"]));
    expect(detect(code, bare)).toEqual([]);
    const linked = Object.fromEntries(
      five(folder).map((path) => [path, "---\ntitle: A\n---\nSee [b](./b.md).\n"]),
    );
    expect(detect(code, linked)).toEqual([": plain"]);
    expect(detect([...code, ...five(`${folder}/fixtures`)])).toEqual([]);
    const start = { [`${folder}/people/index.md`]: "---\ntitle: People\n---\n[a](./a.md)\n" };
    expect(detect([...code, ...five(`${folder}/people`)], start)).toEqual([": plain"]);
    expect(detect(["package.json", "scripts/check.js"], bare)).toEqual([": plain"]);
  },
);

test("several sites in one tree keep their own roots", () => {
  expect(
    detect(["a/content/x.md", "b/contents/x.md"], { "a/hugo.toml": "", "b/gatsby-config.js": "" }),
  ).toEqual(["a: hugo", "b: posthog"]);
});

test("settings decide against the looks", () => {
  expect(detect(["README.md"], {}, "on")).toEqual([": plain"]);
  expect(detect(five("content"), {}, "off")).toEqual([]);
});
