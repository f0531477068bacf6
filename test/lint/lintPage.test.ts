import { expect, test } from "vitest";
import { findLintConfig, readLintConfig } from "../../server/src/lint/lintConfig.ts";
import { type LintRequest, lintPage, maxLintedLength } from "../../server/src/lint/lintPage.ts";

/** Each message as `rule at what`. */
async function checkLint(
  text: string,
  expected: readonly string[],
  more: Partial<LintRequest> = {},
): Promise<void> {
  const messages = await lintPage({ path: "people/feedback.md", text, ...more });
  expect(messages.map(({ ruleId, span }) => `${ruleId} at ${text.slice(span.start, span.end)}`)).toEqual(
    expected,
  );
}

const config = (json: unknown) => readLintConfig(".remarkrc.json", JSON.stringify(json));

test("a skipped heading level is reported on the heading", () =>
  checkLint("# Feedback\n\n### How to give it\n", ["heading-increment at ### How to give it"]));

test("a second first-level heading is reported", () =>
  checkLint("# Feedback\n\n# Reviews\n", ["no-multiple-toplevel-headings at # Reviews"]));

test("an empty link and an image without alternative text are reported", () =>
  checkLint("[Reviews]() and ![](office.png)\n", [
    "no-empty-url at [Reviews]()",
    "image-alt-text at ![](office.png)",
  ]));

test("a reference to no definition is reported, a word in brackets is not", () =>
  checkLint("[reviews][plan] and [sic] and [ ] and [x]\n\n- [ ] ask\n- [x] answer\n", [
    "no-undefined-references at [reviews][plan]",
  ]));

test("footnotes and GitHub's alerts are no undefined references", () =>
  checkLint("> [!NOTE]\n> Read this.[^1]\n\n[^1]: Twice.\n", []));

test("frontmatter is no prose", () => checkLint("---\ntitle: [Feedback][x]\n---\n\n## How\n", []));

test("places are right after a byte order mark and with CRLF line ends", () =>
  checkLint("\ufeff# Feedback 🎉\r\n\r\n### How\r\n", ["heading-increment at ### How"]));

test("a page in MDX is read as MDX", () =>
  checkLint(
    '<Tabs>\n\n# One\n\n</Tabs>\n\n{"# no heading"}\n\n### Three\n',
    ["heading-increment at ### Three"],
    {
      mdx: true,
    },
  ));

test("a page that is no valid MDX is linted as Markdown", () =>
  checkLint("# One\n\n<!-- note -->\n\n### Three\n", ["heading-increment at ### Three"], { mdx: true }));

test("each message says where its rule is documented", async () => {
  const [message] = await lintPage({ path: "a.md", text: "# A\n\n### B\n" });
  expect(message?.url).toMatch(/^https:\/\/github\.com\/remarkjs\/remark-lint\//);
});

test("a message may say what could stand there", async () => {
  const recommended = config({ plugins: ["remark-lint-strong-marker"] });
  const messages = await lintPage({ path: "a.md", text: "**a** and __b__\n", config: recommended });
  expect(messages.map(({ ruleId }) => ruleId)).toEqual(["strong-marker"]);
});

test("a page over 250,000 characters is not linted", async () => {
  const text = `# A\n\n### B\n${"x".repeat(maxLintedLength)}`;
  expect(await lintPage({ path: "a.md", text })).toEqual([]);
});

test.each([">", "[", "> ", "- ", "* ", "1. ", "> - ", "[^a]: ", "[a](", "<b>", "<b>\n"])(
  "10,000 nested %j are not linted, and cost no time",
  async (opening) => {
    const text = opening.repeat(10_000);
    const began = process.cpuUsage();
    expect(await lintPage({ path: "a.md", text })).toEqual([]);
    expect(await lintPage({ path: "a.mdx", text, mdx: true })).toEqual([]);
    expect(process.cpuUsage(began).user / 1e6).toBeLessThan(1);
  },
);

test("a rule can be switched off in a comment on the page", () =>
  checkLint("# A\n\n<!-- lint disable heading-increment -->\n\n### B\n", []));

test("the handbook's own rules replace the default ones", async () => {
  await checkLint("# A\n\n### B!\n\n* c\n", ["no-heading-punctuation at ### B!"], {
    config: config({ plugins: [["remark-lint-no-heading-punctuation", "!"]] }),
  });
});

test("a rule may be named with or without its prefix", async () => {
  for (const name of ["remark-lint-heading-increment", "lint-heading-increment", "heading-increment"]) {
    await checkLint("# A\n\n### B\n", ["heading-increment at ### B"], {
      config: config({ plugins: [name] }),
    });
  }
});

test("a preset stands for its rules, and a later line changes one of them", async () => {
  const text = "Read https://example.com now.";
  const plugins = ["remark-preset-lint-recommended"];
  await checkLint(text, ["no-literal-urls at https://example.com", "final-newline at "], {
    config: config({ plugins }),
  });
  await checkLint(text, ["final-newline at "], {
    config: config({ plugins: [...plugins, ["remark-lint-no-literal-urls", false]] }),
  });
});

test("plugins may be written as an object", () =>
  checkLint("# A\n\n### B\n", [], {
    config: config({ plugins: { "remark-lint-heading-increment": false } }),
  }));

test("a severity in the configuration is the message's", async () => {
  const severe = config({ plugins: [["remark-lint-heading-increment", ["error"]]] });
  const [message] = await lintPage({ path: "a.md", text: "# A\n\n### B\n", config: severe });
  expect(message?.severity).toBe("error");
  const off = config({ plugins: [["remark-lint-heading-increment", ["off"]]] });
  expect(await lintPage({ path: "a.md", text: "# A\n\n### B\n", config: off })).toEqual([]);
});

test("options that a rule refuses do not stop the others", async () => {
  const wrong = config({ plugins: ["heading-increment", ["maximum-line-length", ["loud"]]] });
  const messages = await lintPage({ path: "a.md", text: "# A\n\n### B\n", config: wrong });
  expect(messages.map(({ ruleId }) => ruleId)).toContain("heading-increment");
});

test("a page is linted by the configuration of the nearest folder upwards", () => {
  const texts = new Map([
    [".remarkrc.json", '{"plugins":["remark-lint-final-newline"]}'],
    ["people/package.json", '{"name":"x"}'],
    ["people/reviews/.remarkrc.yaml", "plugins:\n  - remark-lint-hard-break-spaces\n"],
  ]);
  const rulesFor = (page: string) => findLintConfig(page, texts)?.plugins?.map(({ name }) => name);
  expect(rulesFor("people/feedback.md")).toEqual(["final-newline"]);
  expect(rulesFor("people/reviews/plan.md")).toEqual(["hard-break-spaces"]);
  expect(findLintConfig("a.md", new Map())).toBeUndefined();
});
