// Blocks of frontmatter that fast-check puts together: mostly what authors write, with the words, signs, comments and
// indents between that YAML reads in a way of its own.

import fc from "fast-check";

const words = [
  ..."null Null NULL nULL ~ true True TRUE tRue false yes no on Off 0 1 -1 +1 00 007 -0 0x10 0X1 0xg 0o7 0o8".split(
    " ",
  ),
  ..."1e3 1E-3 1e 1.5 -1.50 +.5 .5 5. 1.e3 . .. ... - -- --- -a -.inf .inf .Inf +.INF .iNf .nan .NaN .Nan".split(
    " ",
  ),
  ..."1_000 12:30 2024-05-01 2024-5-1 2024-13-01 2024-05-01T10:00:00Z 99999999999999999999 1.2.3 v1.2".split(
    " ",
  ),
  ..."a#b #a a:b :a a: ?a !x &a *a @a `a %a {} {a} a] a} , a,b a'b a\"b a\\b << = | > <a> constructor 🙂 日本".split(
    " ",
  ),
  ..."[] [a] [a,] [,] [a [a]b [-1,~,true] {a:b} '' \"\" 'a' 'it''s' 'it's' \"a\" \"a\\n\" \"a\"b 'a \"a ".split(
    " ",
  ),
  "2024-05-01 10:00:00",
  "http://x.y/z#a",
  "a # b",
  "a: b",
  "日本: 語",
  "[a, 'b c', \"d\"]",
  "[ a , 1.5 ] # c",
  '["a":b]',
  "[a, [b]]",
  "{ a: b }",
  "'#: '",
  '"a: b" # c',
  '"a"# c',
  "a\u00a0",
  "\u3000a",
  "a\u0085b",
  "\ufeffa",
  "a\tb",
  "two  words",
];
const usual = [
  "Team structure",
  "How we work",
  "true",
  "12",
  "2024-05-01",
  '"Ask: why?"',
  "'docs'",
  "[a, b]",
];

const word = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...usual) },
  { weight: 1, arbitrary: fc.constantFrom(...words) },
);
const key = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom("title", "a", "b", "x-y", "x.y", "_z", "null", "__proto__") },
  { weight: 1, arbitrary: fc.constantFrom("two words", '"q"', "1", "a:b", "日本", "?", "<<", "a ") },
);
const end = fc.constantFrom("\n", "\n", "\n", "\n", "\n", " \n", "  # c\n", "\r\n", "\n\n", "\n# c\n");
const indent = fc.constantFrom("  ", "  ", "    ", " ", "");
const line = fc.tuple(key, word, end).map(([name, value, after]) => `${name}: ${value}${after}`);
const below = (lines: fc.Arbitrary<string>) =>
  fc
    .tuple(
      key,
      end,
      indent,
      fc.array(fc.tuple(lines, fc.constantFrom("", "", "", "", " ")), { minLength: 1, maxLength: 4 }),
    )
    .map(
      ([name, after, column, rows]) =>
        `${name}:${after}${rows.map(([row, more]) => column + more + row).join("")}`,
    );
const item = fc.tuple(word, end).map(([value, after]) => `- ${value}${after}`);
const mapItem = fc.tuple(line, indent, line).map(([first, column, second]) => `- ${first}${column}${second}`);
const folded = fc
  .tuple(
    key,
    fc.constantFrom(">", ">-", "|", "|-", "|+", ">2"),
    indent,
    fc.array(fc.tuple(word, end), { minLength: 1, maxLength: 3 }),
  )
  .map(
    ([name, mark, column, rows]) =>
      `${name}: ${mark}\n${rows.map(([value, after]) => column + value + after).join("")}`,
  );

const entry = fc.oneof(
  { weight: 6, arbitrary: line },
  { weight: 1, arbitrary: fc.tuple(key, end).map(([name, after]) => `${name}:${after}`) },
  { weight: 2, arbitrary: below(item) },
  { weight: 1, arbitrary: below(mapItem) },
  { weight: 2, arbitrary: below(line) },
  { weight: 1, arbitrary: below(below(line)) },
  { weight: 1, arbitrary: below(below(item)) },
  { weight: 2, arbitrary: folded },
);

/** What stands between the fences, its last line end included. */
export const randomYaml = fc.array(entry, { minLength: 1, maxLength: 4 }).map((entries) => entries.join(""));
