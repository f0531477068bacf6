import fc from "fast-check";
import matter from "gray-matter";
import { expect, test } from "vitest";
import type { FrontmatterEntry, FrontmatterValue } from "../../server/src/frontmatter/frontmatter.ts";
import { entryOf, stringKey } from "../../server/src/frontmatter/keys.ts";
import { scanFrontmatter } from "../../server/src/frontmatter/scanFrontmatter.ts";

/** Each entry as `key kind: source of the value`, and what is left for Markdown. */
function checkEntries(text: string, expected: readonly string[], body = "Hello"): void {
  const { frontmatter, bodyStart, problems } = scanFrontmatter(text);
  expect(problems).toEqual([]);
  expect(frontmatter?.entries.map((entry) => shown(text, entry))).toEqual(expected);
  expect(text.slice(bodyStart)).toBe(body);
}

function shown(text: string, { key, keySpan, value }: FrontmatterEntry): string {
  expect(text.slice(keySpan.start, keySpan.end)).toContain(key);
  return `${key} ${value.kind}: ${text.slice(value.span.start, value.span.end)}`;
}

/** Each problem as `code at source: message`. */
function checkProblems(text: string, expected: readonly string[]): void {
  const found = scanFrontmatter(text).problems.map(
    ({ code, span, message }) =>
      `${code.replace("frontmatter-", "")} at ${text.slice(span.start, span.end)}: ${message.replace("The site can't read the frontmatter. ", "")}`,
  );
  expect(found).toEqual(expected);
}

/** The same, of the lines between the fences, and the keys that are read all the same. */
function checkBroken(lines: string, problems: readonly string[], keys: readonly string[]): void {
  const text = `---\n${lines}\n---\n`;
  checkProblems(text, problems);
  expect(scanFrontmatter(text).frontmatter?.entries.map(({ key }) => key)).toEqual(keys);
}

const typed = [
  "title string: Career progression",
  "showTitle boolean: true",
  "order number: 12",
  "date date: 2024-05-31",
  "author null: ",
];

test("YAML between --- is read with the place of each key and value", () =>
  checkEntries(
    "---\ntitle: Career progression\nshowTitle: true\norder: 12\ndate: 2024-05-31\nauthor:\n---\nHello",
    typed,
  ));

test("a byte order mark and CRLF line ends change no place and no value", () => {
  const text = "\ufeff---\r\ntitle: Career progression\r\ndate: 2024-05-31\r\n---\r\nHello";
  checkEntries(text, ["title string: Career progression", "date date: 2024-05-31"]);
  expect(entryOf(scanFrontmatter(text).frontmatter, "date")?.value).toMatchObject({ value: "2024-05-31" });
});

test("where the generator allows it, blank lines or an opening comment may stand before the block", () => {
  const loose = { looseFrontmatter: true } as const;
  for (const [text, body] of [
    ["\n \n---\ntitle: A\n---\nHello", "Hello"],
    ["<!--\n+++\ntitle = 'A'\n+++\n-->\nHello", "\nHello"],
  ] as const) {
    const { frontmatter, bodyStart } = scanFrontmatter(text, loose);
    expect(frontmatter?.entries.map(({ key }) => key)).toEqual(["title"]);
    expect(text.slice(bodyStart)).toBe(body);
    expect(scanFrontmatter(text).frontmatter).toBeUndefined();
  }
  expect(scanFrontmatter("\n<!-- note -->\nHello", loose)).toMatchObject({
    frontmatter: undefined,
    bodyStart: 0,
  });
});

test("where only a mapping counts, any other block is text", () => {
  const place = { mapFrontmatter: true } as const;
  for (const text of ["---\n# Title\n---\nHello", "+++\ntitle = 'A'\n+++\nHello"])
    expect(scanFrontmatter(text, place)).toEqual({ frontmatter: undefined, bodyStart: 0, problems: [] });
  expect(scanFrontmatter("---\ntitle: A\n---\nHello", place).frontmatter?.entries).toHaveLength(1);
});

test("mixed line ends, lone carriage returns among them, end lines", () => {
  checkEntries("---\r\ntitle: A\nlayout: b\r\n---\nHello", ["title string: A", "layout string: b"]);
  checkEntries("---\rtitle: A\r---\rHello", ["title string: A"]);
});

test("YAML may be closed by three dots", () =>
  checkEntries("---\ntitle: A\n...\nHello", ["title string: A"]));

test("the closing fence may have spaces behind it, and four dashes close nothing", () =>
  checkEntries("---\ntitle: |\n  a\n  ----\nb: 1\n---  \nHello", [
    "title string: |\n  a\n  ----",
    "b number: 1",
  ]));

test("values over several lines, in quotes and in brackets have exact places", () =>
  checkEntries(
    "---\na: \"x \\\" y\"\nb: 'it''s'\nc: [x, {y: z}]\nd:\n  - 1\n  - 2\ne: >-\n  folded\n  text\n---\nHello",
    [
      'a string: "x \\" y"',
      "b string: 'it''s'",
      "c list: [x, {y: z}]",
      "d list: - 1\n  - 2",
      "e string: >-\n  folded\n  text",
    ],
  ));

test("a text in quotes may go on at the left margin, as the sites' own parsers have it", () => {
  const text = '---\ndescription: "One line\nand another"\ntitle: A\n---\nHello';
  checkEntries(text, ['description string: "One line\nand another"', "title string: A"]);
  expect(stringKey(scanFrontmatter(text).frontmatter, "description")).toBe("One line and another");
});

test("what looks like a truth value or a date in quotes is text", () => {
  const { frontmatter } = scanFrontmatter('---\na: "true"\nb: no\nc: "2024-05-31"\n---\n');
  expect(frontmatter?.entries.map(({ value }) => value.kind)).toEqual(["string", "string", "string"]);
});

test("TOML between +++ is read, tables and dotted keys as maps", () =>
  checkEntries(
    '+++\ntitle = "Career progression"\ndate = 2024-05-31\nseo.a = 1\nseo.b = true\n[menu]\nweight = 2\n[[cards]]\nname = "x"\n+++\nHello',
    [
      'title string: "Career progression"',
      "date date: 2024-05-31",
      "seo map: seo.a = 1",
      "menu map: [menu]\nweight = 2",
      'cards list: [[cards]]\nname = "x"',
    ],
  ));

test("JSON is read between ;;;, after ---json and as a bare object", () => {
  const json = '{ "title": "Career progression", "tags": ["a"] }';
  const expected = ['title string: "Career progression"', 'tags list: ["a"]'];
  checkEntries(`;;;\n${json}\n;;;\nHello`, expected);
  checkEntries(`---json\n${json}\n---\nHello`, expected);
  checkEntries(`{\n"title": "Career progression",\n"tags": ["a"] }\nHello`, expected);
});

test("a component, a shortcode or an expression in braces at the top is no JSON", () => {
  for (const text of ["{{< toc >}}\nHello", "{% raw %}\n", "{/* note */}\n", '{"a"} is text', "{ }\n"]) {
    expect(scanFrontmatter(text)).toMatchObject({ frontmatter: undefined, bodyStart: 0, problems: [] });
  }
});

test("a page that begins with a thematic break has no frontmatter, and none that is unterminated", () => {
  for (const text of [
    "---\n\nHello: there\n\nmore",
    "---\nHello there.\n",
    "---\n\nHello\n\n---\nmore",
    "---",
    "----\na: b\n----\n",
  ]) {
    expect(scanFrontmatter(text)).toMatchObject({ frontmatter: undefined, bodyStart: 0, problems: [] });
  }
});

test("an empty block, and one of comments only, is frontmatter without keys", () => {
  for (const text of ["---\n---\n", "---\n# soon\n---\n", "+++\n+++\n", ";;;\n;;;\n", "---\n\n---\n"]) {
    expect(scanFrontmatter(text).frontmatter).toMatchObject({ shape: "empty", entries: [] });
  }
});

test("a block that is never closed is told on its fence", () => {
  checkProblems("---\ntitle: A\n\n# A\n", [
    "unterminated at ---: The frontmatter that begins here is never closed, so the site shows it as text. Write a line `---` after its last key.",
  ]);
  expect(scanFrontmatter('+++\ntitle = "A"\n').problems[0]?.code).toBe("frontmatter-unterminated");
  expect(scanFrontmatter('{ "title": "A",\n').problems[0]?.code).toBe("frontmatter-unterminated");
});

test("frontmatter that is a list or a text is told, and the page goes on below it", () => {
  for (const [lines, what] of [
    ["- a\n- b", "a list"],
    ["just a text", "plain text"],
  ] as const) {
    const { problems, frontmatter, bodyStart } = scanFrontmatter(`---\n${lines}\n---\nHello`);
    expect(problems.map(({ message }) => message.split(",")[0])).toEqual([`The frontmatter is ${what}`]);
    expect(frontmatter?.shape).toBe("other");
    expect(bodyStart).toBe(lines.length + 9);
  }
});

test("a colon in a value", () =>
  checkBroken(
    "title: Feedback: how\nb: 1",
    [
      "syntax at Feedback: how: The value has a colon in it, which begins another key. Put the value in quotes.",
    ],
    ["title", "b"],
  ));

test("a tab as indentation", () =>
  checkBroken(
    "tags:\n\t- a\nb: 1",
    ["syntax at \t: A tab can't indent a line in YAML. Use spaces."],
    ["tags", "b"],
  ));

test("a missing quote", () =>
  checkBroken(
    'title: "Feedback\nb: 1',
    ['syntax at "Feedback: The closing " of this value is missing.'],
    ["title", "b"],
  ));

test("a missing bracket", () =>
  checkBroken(
    "tags: [a, b\nc: 1",
    ["syntax at [a, b: The closing ] of this value is missing."],
    ["tags", "c"],
  ));

test("a wrong indentation", () =>
  checkBroken(
    "a: 1\n  b: 2\nc: 3",
    ["syntax at b: 2: This line is indented differently from the one it belongs to. Line them up."],
    ["a", "c"],
  ));

test("a line that is no key", () =>
  checkBroken(
    "a: 1\nsome words\nc: 2",
    ["syntax at some words: This line is no `key: value`, and belongs to no value above."],
    ["a", "c"],
  ));

test("a missing space after the colon", () =>
  checkBroken("a:b\nc: 1", ["syntax at a:b: A space is missing after the colon."], ["c"]));

test("a value that begins with a mark", () =>
  checkBroken(
    "a: @anna\nb: **bold**",
    [
      "syntax at @anna: A value can't begin with @ unless it is in quotes.",
      "syntax at **bold**: A value can't begin with * unless it is in quotes.",
    ],
    ["a", "b"],
  ));

test("words behind a closing quote", () =>
  checkBroken(
    'a: "x" y\nb: 1',
    [
      "syntax at y: Nothing may follow the closing quote of a value. Put the whole value in quotes of the other kind.",
    ],
    ["a", "b"],
  ));

test("each later key of the same name is told, in maps within too", () => {
  checkBroken(
    "a: 1\na: 2\nb:\n  c: 1\n  c: 2\na: 3",
    [
      "duplicate-key at a: The key a is written twice, and a site takes only one of them or refuses the page. Keep one.",
      "duplicate-key at c: The key c is written twice, and a site takes only one of them or refuses the page. Keep one.",
      "duplicate-key at a: The key a is written twice, and a site takes only one of them or refuses the page. Keep one.",
    ],
    ["a", "a", "b", "a"],
  );
  const json = scanFrontmatter('---json\n{"a": 1, "a": 2}\n---\n');
  expect(json.problems.map(({ code }) => code)).toEqual(["frontmatter-duplicate-key"]);
});

test("one bad line of TOML does not lose the others", () => {
  const text = "+++\ntitle = Feedback\norder = 2\norder = 3\n[menu]\nweight = 1\n+++\n";
  checkProblems(text, [
    "syntax at Feedback: Text needs double quotes, and each key a line of its own.",
    "duplicate-key at order: The key order is written twice, and a site takes only one of them or refuses the page. Keep one.",
  ]);
  expect(scanFrontmatter(text).frontmatter?.entries.map(({ key }) => key)).toEqual(["order", "menu"]);
});

test("what is behind an error in JSON is still read", () => {
  const { frontmatter, problems } = scanFrontmatter('---json\n{ "a": 1 "b": 2, }\n---\n');
  expect(problems.map(({ code }) => code)).toContain("frontmatter-syntax");
  expect(frontmatter?.entries.map(({ key }) => key)).toEqual(["a", "b"]);
});

test("frontmatter in a programming language is told and never run", () => {
  for (const name of ["js", "javascript", "JS", "coffee", "cson", "ruby", "constructor"]) {
    const { problems, frontmatter } = scanFrontmatter(
      `---${name}\n{ title: (globalThis.ran = true) && "A" }\n---\nHello`,
    );
    expect(problems.map(({ message }) => message.split(".")[0])).toEqual([
      `Frontmatter in ${name} is not read`,
    ]);
    expect(frontmatter?.entries).toEqual([]);
  }
  expect("ran" in globalThis).toBe(false);
});

test("gray-matter's own engines are never reached, whatever a large page says", () => {
  const text = `---js\n${"// note\n".repeat(4000)}globalThis.ran = true\n---\n`;
  expect(scanFrontmatter(text).problems).toHaveLength(1);
  expect("ran" in globalThis).toBe(false);
});

test("gray-matter keeps no page in its cache", () => {
  for (let i = 0; i < 50; i++) scanFrontmatter(`---\ntitle: Page ${i}\n---\nHello`);
  expect(Object.keys((matter as unknown as { cache: object }).cache)).toEqual([]);
});

test("an anchor gives its value where it is named", () => {
  const { frontmatter } = scanFrontmatter("---\na: &x [1, 2]\nb: *x\n---\n");
  expect(entryOf(frontmatter, "b")?.value).toMatchObject({ kind: "list", span: { start: 20, end: 22 } });
});

test("anchors that multiply a list are read without multiplying it", () => {
  const levels = [..."bcdefghi"].map(
    (name, i) => `${name}: &${name} [${Array(9).fill(`*${"abcdefgh"[i]}`).join(",")}]`,
  );
  const before = performance.now();
  scanFrontmatter(`---\na: &a [x,x,x,x,x,x,x,x,x]\n${levels.join("\n")}\n---\n`);
  expect(performance.now() - before).toBeLessThan(5000);
});

test("an anchor within itself ends", () => {
  expect(scanFrontmatter("---\na: &a [*a]\n---\n").frontmatter?.entries).toHaveLength(1);
});

test("thousands of nested brackets are told and throw nothing", () => {
  for (const text of [
    `---\na: ${"[".repeat(10_000)}\n---\n`,
    `---\na: ${"{a: ".repeat(10_000)}\n---\n`,
    `---json\n{"a": ${"[".repeat(10_000)}\n---\n`,
    `+++\na = ${"[".repeat(10_000)}\n+++\n`,
  ]) {
    expect(scanFrontmatter(text).problems[0]?.code).toBe("frontmatter-syntax");
  }
});

test("a block of a megabyte of empty lines takes no time", () => {
  const before = performance.now();
  expect(
    scanFrontmatter(`---\na: 1\n${"\n".repeat(1_000_000)}b: 2\n---\n`).frontmatter?.entries,
  ).toHaveLength(2);
  expect(performance.now() - before).toBeLessThan(10_000);
});

test("a large block is read as a small one is", () => {
  const filler = `${"# note\n".repeat(3000)}`;
  const small = scanFrontmatter("---\na: 1\nb: [x]\n---\n").frontmatter?.entries ?? [];
  const large = scanFrontmatter(`---\n${filler}a: 1\nb: [x]\n---\n`).frontmatter?.entries ?? [];
  expect(large.map(({ key, value }) => [key, value.kind])).toEqual(
    small.map(({ key, value }) => [key, value.kind]),
  );
});

test("any text is scanned, and every place lies inside it", () => {
  const piece = fc.constantFrom(
    "---",
    "+++",
    ";;;",
    "\n",
    "\r\n",
    "a: ",
    "b",
    " ",
    "\t",
    '"',
    "'",
    "[",
    "]",
    "{",
    "}",
    "- ",
    ": ",
    "= ",
    "#",
    "*x",
    "&x ",
    "|",
    "...",
    "json",
    "🎉",
    "\ufeff",
    ",",
  );
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(fc.constantFrom("---\n", "+++\n", ";;;\n", "---json\n", "{", ""), text, (open, rest) => {
      const page = `${open}${rest}\n${open === "---json\n" ? "---\n" : open}`;
      const { frontmatter, problems, bodyStart } = scanFrontmatter(page);
      const spans = [...problems, ...allValues(frontmatter?.entries ?? [])].map(({ span }) => span);
      for (const { start, end } of [...spans, { start: bodyStart, end: page.length }]) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(end).toBeLessThanOrEqual(page.length);
      }
    }),
    { seed: 3, numRuns: 500 },
  );
});

function allValues(entries: readonly FrontmatterEntry[]): readonly FrontmatterValue[] {
  return entries.flatMap(({ value }) => [value, ...(value.kind === "map" ? allValues(value.entries) : [])]);
}
