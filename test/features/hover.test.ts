import { test } from "vitest";
import { checkHover } from "../support/checkHover.ts";
import { hugo, plain, posthog } from "../support/models.ts";

test("a link shows its page's title, route, place and beginning", () =>
  checkHover(
    posthog,
    `
//- contents/handbook/people/index.md
---
title: People
---
//- contents/handbook/people/feedback.md
---
title: Feedback
---
# Feedback
We give it [early](/handbook/people) and **often**.

- to peers
//- contents/a.md
[f](/handbook/people/feed$0back)
`,
    `**Feedback**
\`/handbook/people/feedback\` · People
We give it early and **often**.
- to peers`,
  ));

test("a link with a fragment shows the section that it points at", () =>
  checkHover(
    plain,
    `
//- feedback.md
# Feedback
Much.
## Giving it
Kindly.
### How
At once.
## Taking it
Calmly.
//- a.md
[f](feedback.md#giving$0-it)
`,
    `**Feedback** › Giving it
\`/feedback\`
Kindly.
### How
At once.`,
  ));

test("at most eight lines are shown, and a cut code block is closed", () =>
  checkHover(
    plain,
    `
//- b.md
# B
one
two
~~~sh
<1>
2
3
4
5
6
~~~
//- a.md
[f](b.m$0d)
`,
    `**B**
\`/b\`
one
two
\`\`\`sh
<1>
2
3
4
5
\`\`\`
…`,
  ));

test("nothing of a page gets into a hover but words", () =>
  checkHover(
    hugo,
    `
//- content/b.md
---
title: "<img src=x> [B](command:x)"
---
<script>alert(1)</script> <img src="https://evil.example/x.png"> <a href="command:rm">click</a>
![pixel](https://evil.example/p.png) [run](command:workbench.action.quit) {{< secret >}} <!-- not this -->
[x]: command:run
//- content/a.md
[f](/b$0/)
`,
    `**\\<img src=x\\> \\[B\\](command:x)**
\`/b/\`
alert(1)  click
 run`,
  ));

const pixel = "![x](https://evil.test/p.png)";

/** What a hover on a link to a page with this text shows of it. */
const checkPassage = (text: string, expected: string) =>
  checkHover(plain, `//- b.md\n${text}\n//- a.md\n[f](b.m$0d)\n`, `**B**\n\`/b\`\n${expected}`);

test("code stays code, however it is written and wherever it is cut", () => {
  checkPassage(`    ${pixel}`, `\`\`\`\n${pixel}\n\`\`\``);
  checkPassage(`- a\n\n      ${pixel}`, `- a\n\`\`\`\n${pixel}\n\`\`\``);
  checkPassage(`> ~~~js\n> ${pixel}\n> \`\`\`\n> ~~~`, `>\n\`\`\`\`js\n${pixel}\n\`\`\`\n\`\`\`\``);
  checkPassage(`\`${pixel}${"x".repeat(1200)}\``, "…");
  checkPassage(`${"words ".repeat(250)}\`${pixel}\``, "words ".repeat(200).trim());
  checkPassage(`${"1\n".repeat(7)}\`a\n${pixel}\``, `${"1\n".repeat(7)}\`a ${pixel}\``);
});

test("a stray backtick opens no code that would end where the page's own begins", () => {
  checkPassage(`<https://a\`b> \`${pixel}\``, `https\\://a\\\`b \`${pixel}\``);
});

test("a redirect shows each address that is passed", () =>
  checkHover(
    posthog,
    `
//- vercel.json
{ "redirects": [
  { "source": "/old", "destination": "/older" },
  { "source": "/older", "destination": "/handbook/pay" }
] }
//- contents/handbook/pay.md
---
title: Pay
---
Well.
//- contents/a.md
[f](/ol$0d)
`,
    `Redirected: \`/old\` → \`/older\` → \`/handbook/pay\`
**Pay**
\`/handbook/pay\`
Well.`,
  ));

test("a dead link says why", () => {
  checkHover(posthog, "//- contents/a.md\n[f](/gon$0e)\n", "No page is served at `/gone`.");
  checkHover(
    plain,
    "//- b.md\n# B\nWords.\n//- a.md\n[f](b.md#gon$0e)\n",
    "The page has no heading with the id `gone`.\n**B**\n`/b`\nWords.",
  );
});

test("a file shows its path", () =>
  checkHover(plain, "//- img/a.png\n//- a.md\n![A](img/a$0.png)\n", "`img/a.png`"));

test("a link to another site and a heading show nothing", () => {
  checkHover(plain, "//- a.md\n[f](https://exam$0ple.com)\n", undefined);
  checkHover(plain, "//- a.md\n# Hea$0ding\n", undefined);
});
