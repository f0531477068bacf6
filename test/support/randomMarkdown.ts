// Documents that fast-check puts together from the pieces of Markdown that most easily go wrong side by side.

import fc from "fast-check";

const signs = [
  ..."abz <>[]()!*_~`#|-+=:.&\\'\"/@",
  "  ",
  "    ",
  "\t",
  "``",
  "**",
  "](",
  "][",
  "![",
  "[a]",
  "[b][a]",
  "[a][]",
  "[^1]",
  "](/u)",
  "](<u v>)",
  ' "t")',
  "[x](/y 't')",
  "[x](a(b)c)",
  "![i](p.png)",
  "<b>",
  "</b>",
  '<a href="x">',
  "<div>",
  "<!-- c -->",
  "<!--",
  "-->",
  "<https://a.b>",
  "<m@a.b>",
  "https://a.b/c",
  "http://x",
  "www.a.b",
  "m@a.bc",
  "&amp;",
  "&#35;",
  "\\[",
  "\\\\",
  "é",
  "語",
  "😀",
];
const openings = [
  "",
  "",
  "",
  "> ",
  ">",
  "- ",
  "-",
  "* ",
  "1. ",
  "2) ",
  "  ",
  "   ",
  "    ",
  "\t",
  "# ",
  "## ",
  "###### ",
  "[a]: /u",
  "[a]: <u v> 't'",
  "[b]:",
  "[^1]: ",
  "```",
  "~~~",
  "| a | b |",
  "|---|---|",
  ":-",
  "a | b",
  "---",
  "===",
  "***",
  "<div>",
  "<pre>",
  "</pre>",
  "<!--",
  "<b>",
];

const inline = fc.array(fc.constantFrom(...signs), { maxLength: 9 }).map((parts) => parts.join(""));
const line = fc
  .tuple(fc.array(fc.constantFrom(...openings), { maxLength: 3 }), inline)
  .map(([begin, rest]) => begin.join("") + rest);

/** A page of up to nine lines, some blank, with either kind of line end. */
export const randomMarkdown: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(fc.oneof({ weight: 5, arbitrary: line }, { weight: 1, arbitrary: fc.constant("") }), {
      maxLength: 9,
    }),
    fc.constantFrom("\n", "\n", "\n", "\r\n"),
  )
  .map(([lines, end]) => lines.join(end));
