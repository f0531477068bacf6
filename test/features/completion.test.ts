import { expect, test } from "vitest";
import { defaultConfig } from "../../server/src/config.ts";
import { plainModel } from "../../server/src/site/models/plain/index.ts";
import { checkCompletion, checkNoCompletion } from "../support/checkCompletion.ts";
import { model, plain, posthog, type TestModel } from "../support/models.ts";

/** A handbook with the habit of site-root links, around a page that an author is at work on. */
const people = (page: string) => `
//- contents/handbook/people/feedback.md
---
title: Giving feedback
---
## Why
## How to give it
See [management](/handbook/company/management) and [career](/handbook/people/career-progression).
//- contents/handbook/people/career-progression.md
---
title: Career progression
---
## Career check-ins
//- contents/handbook/company/management.md
---
title: Management
---
## 1:1s
//- contents/handbook/people/index.md
---
title: People
---
//- contents/handbook/people/here.md
---
title: Here
---
${page}
`;

test("a page is found by its title", () =>
  checkCompletion(posthog, people("[](career pro$0)"), {
    first: ["Career progression"],
    takenFirst: "[Career progression](/handbook/people/career-progression)",
  }));

test("a page is found by its route, by a word of it, by its file's name and by letters of it", () => {
  for (const typed of [
    "/handbook/company/man",
    "management",
    "mgmt",
    "management.md",
    "company/manag",
    "/manag",
  ]) {
    checkCompletion(posthog, people(`[boss](${typed}$0)`), {
      first: ["Management"],
      takenFirst: "[boss](/handbook/company/management)",
    });
  }
});

test("a heading is found by its words and written as page and fragment", () =>
  checkCompletion(posthog, people("[](give it$0)"), {
    first: ["How to give it"],
    takenFirst: "[How to give it](/handbook/people/feedback#how-to-give-it)",
  }));

test("the words between the brackets bring page and heading to the top", () =>
  checkCompletion(posthog, people("Have a [career check-in]($0) twice a year"), {
    first: ["Career check-ins", "Career progression"],
    takenFirst: "Have a [career check-in](/handbook/people/career-progression#career-check-ins) twice a year",
  }));

test("an item shows title and route; the page itself is not offered; near pages come first", () =>
  checkCompletion(posthog, people("[words]($0)"), {
    items: [
      "Career progression (/handbook/people/career-progression)",
      "Giving feedback (/handbook/people/feedback)",
      "People (/handbook/people)",
      "Management (/handbook/company/management)",
    ],
  }));

test("in the middle of a link the whole path is replaced", () => {
  const taken = { Management: "[x](/handbook/company/management) (y)" };
  checkCompletion(posthog, people("[x](/handbook/compan$0y/magament) (y)"), { taken });
  checkCompletion(posthog, people("[x](/handbook/comp$0any/mana(ge)ment#gone) (y)"), { taken });
  checkCompletion(posthog, people("[x](</handbook/comp$0any/old name>) (y)"), {
    taken: { Management: "[x](</handbook/company/management>) (y)" },
  });
  checkCompletion(posthog, people('<a class="b" href="/handbook/comp$0any/gone" id="c">'), {
    taken: { Management: '<a class="b" href="/handbook/company/management" id="c">' },
  });
  checkCompletion(posthog, people('[x]($0/handbook/company/gone "Title")'), {
    taken: { Management: '[x](/handbook/company/management "Title")' },
  });
  checkCompletion(posthog, people('[x](/handbook/comp$0any/gone "Title")'), {
    taken: { Management: '[x](/handbook/company/management "Title")' },
  });
});

test("one letter between the brackets says nothing, typed words do", () =>
  checkCompletion(posthog, people("## g\n[g](manag$0)"), { first: ["Management"] }));

test("a page whose last segment is the words is before a heading that begins with them", () =>
  checkCompletion(posthog, people("[management](/handbook$0)"), { first: ["Management"] }));

test("a fragment behind the cursor stays when the page has it, and goes when not", () => {
  checkCompletion(posthog, people("[x](/handbook/feedb$0#why)"), {
    taken: { "Giving feedback": "[x](/handbook/people/feedback#why)" },
  });
  checkCompletion(posthog, people("[x](/handbook/feedb$0#whence)"), {
    taken: { "Giving feedback": "[x](/handbook/people/feedback)" },
  });
});

test("after # the target page's headings are offered in their order", () => {
  checkCompletion(posthog, people("[x](/handbook/people/feedback#$0)"), {
    items: [
      "Why (/handbook/people/feedback#why)",
      "How to give it (/handbook/people/feedback#how-to-give-it)",
    ],
    taken: { Why: "[x](/handbook/people/feedback#why)" },
  });
  checkCompletion(posthog, people("[](/handbook/people/feedback#gi$0ve)"), {
    takenFirst: "[How to give it](/handbook/people/feedback#how-to-give-it)",
  });
});

test("after a lone # this page's own headings and ids are offered", () =>
  checkCompletion(posthog, people('## One\n<a id="two"></a>\n\n[x](#$0)\n## Three'), {
    items: ["One (#one)", "Three (#three)", "two (#two)"],
  }));

test("after ## the headings of the whole handbook are offered", () => {
  checkCompletion(posthog, people("## Mine\n[](##$0)"), {
    items: [
      "Mine (#mine)",
      "Career check-ins (/handbook/people/career-progression#career-check-ins)",
      "Why (/handbook/people/feedback#why)",
      "How to give it (/handbook/people/feedback#how-to-give-it)",
      "1:1s (/handbook/company/management#11s)",
    ],
  });
  checkCompletion(posthog, people("[](##how to$0)"), {
    takenFirst: "[How to give it](/handbook/people/feedback#how-to-give-it)",
  });
});

test("a definition, an angle destination and JSX attributes are completed, too", () => {
  checkCompletion(posthog, people("[boss]: manag$0"), { takenFirst: "[boss]: /handbook/company/management" });
  checkCompletion(posthog, people("[boss]:$0"), {
    taken: { Management: "[boss]: /handbook/company/management" },
  });
  checkCompletion(posthog, people("[boss](<manag$0>)"), {
    takenFirst: "[boss](</handbook/company/management>)",
  });
  checkCompletion(posthog, people("<a href='manag$0'>"), {
    takenFirst: "<a href='/handbook/company/management'>",
  });
  checkCompletion(posthog, people('<Link to={"manag$0"}>'), {
    takenFirst: '<Link to={"/handbook/company/management"}>',
  });
});

test("a tag that is half written or begun lines above is completed", () => {
  checkCompletion(posthog, people('Text <a href="/handbook/manag$0'), {
    takenFirst: 'Text <a href="/handbook/company/management',
  });
  checkCompletion(posthog, people('<Link\n  className="x"\n  to="manag$0\n'), {
    takenFirst: '  to="/handbook/company/management',
  });
});

test("an angle bracket in running text becomes a link with the page's title", () => {
  const page = "//- docs/setup.md\n# Set it up\n//- docs/a.md\n";
  checkCompletion(plain, `${page}Go to <set$0> now\n`, { takenFirst: "Go to [Set it up](setup.md) now" });
  checkNoCompletion(posthog, people("<di$0"));
  checkNoCompletion(plain, `${page}<div></di$0`);
});

test("a half-written line in a table, a list, a quote, between merge-conflict markers", () => {
  const end = "/handbook/company/management";
  checkCompletion(posthog, people("| a | b |\n|--|--|\n| [x](manag$0 | y |"), {
    takenFirst: `| [x](${end} | y |`,
  });
  checkCompletion(posthog, people("> - [x](manag$0\n"), { takenFirst: `> - [x](${end}` });
  checkCompletion(posthog, people("<<<<<<< HEAD\n[x](manag$0\n=======\n[x](y)\n>>>>>>> other\n"), {
    takenFirst: `[x](${end}`,
  });
});

test("nothing is offered in code, comments, frontmatter and running text", () => {
  checkNoCompletion(posthog, people("```\n[x](man$0\n```"));
  checkNoCompletion(posthog, people("`[x](man$0)`"));
  checkNoCompletion(posthog, people("<!-- [x](man$0) -->"));
  checkNoCompletion(posthog, "//- contents/b.md\n# B\n//- contents/a.md\n---\ntitle: '[x]($0)'\n---\n");
  checkNoCompletion(posthog, people("See (man) or [man$0"));
  checkNoCompletion(posthog, people("[x](/handbook) man$0"));
  checkNoCompletion(posthog, people("[x](https://example.com/man$0)"));
  checkNoCompletion(posthog, people("[x\\](man$0"));
  checkNoCompletion(posthog, people('<a title="man$0">'));
});

test("pictures are offered for images, with their files' own habit, and downloads behind them", () => {
  const files =
    "//- img/our office.png\n//- img/plan.pdf\n//- img/make.ts\n//- b.md\n# B\n[b](/b)\n//- docs/a.md\n";
  checkCompletion(plain, `${files}![The office]($0)\n`, {
    items: ["our office.png (img/our office.png)", "plan.pdf (img/plan.pdf)"],
    takenFirst: "![The office](/img/our%20office.png)",
  });
  checkCompletion(plain, `${files}![](../$0)\n`, { takenFirst: "![](../img/our%20office.png)" });
  checkCompletion(plain, `${files}<img src="off$0">\n`, { takenFirst: '<img src="/img/our%20office.png">' });
  checkCompletion(plain, `${files}[the plan](pla$0)\n`, { takenFirst: "[the plan](/img/plan.pdf)" });
});

const relative = `
//- docs/team/roles.md
# Roles
[x](../pay.md) [y](../pay.md)
//- docs/pay.md
# Pay
//- docs/team/a.md
`;

test("links are written as the handbook mostly does", () => {
  checkCompletion(plain, `${relative}[x](pay$0)\n`, { takenFirst: "[x](../pay.md)" });
  checkCompletion(plain, `${relative}[x](roles$0)\n`, { takenFirst: "[x](roles.md)" });
});

test("where no link shows a habit, what is written is what the site serves", () => {
  const pages = "//- docs/pay.md\n# Pay\n//- docs/team/a.md\n[x](pay$0)\n";
  checkCompletion(plain, pages, { takenFirst: "[x](../pay.md)" });
  checkCompletion(model("mkdocs"), pages, { takenFirst: "[x](../pay.md)" });
  const book = "//- book.toml\n//- src/SUMMARY.md\n- [Pay](pay.md)\n- [A](a.md)\n//- src/pay.md\n# Pay\n";
  checkCompletion(model("mdbook"), `${book}//- src/a.md\n[x](pay$0)\n`, { takenFirst: "[x](pay.md)" });
  checkCompletion(model("vitepress"), "//- pay.md\n# Pay\n//- a.md\n[x](pay$0)\n", {
    takenFirst: "[x](/pay)",
  });
});

test("what is typed wins over the habit, the setting does otherwise", () => {
  checkCompletion(plain, `${relative}[x](/pay$0)\n`, { takenFirst: "[x](/docs/pay.md)" });
  checkCompletion(plain, `${relative}[x](./ro$0)\n`, { takenFirst: "[x](./roles.md)" });
  checkCompletion(posthog, people("[x](../company/manag$0)"), { takenFirst: "[x](../company/management)" });
  const config = { ...defaultConfig, completion: { linkStyle: "site-root" as const } };
  checkCompletion(plain, `${relative}[x](pay$0)\n`, { takenFirst: "[x](/docs/pay.md)", config });
});

test("an address of the site's own keeps its origin", () => {
  const page = "//- pay.md\n# Pay\n//- a.md\n";
  const own = model("plain", { hosts: ["example.org"] });
  checkCompletion(own, `${page}[x](https://example.org/p$0)\n`, {
    takenFirst: "[x](https://example.org/pay)",
  });
  checkCompletion(own, `${page}<https://example.org/p$0>\n`, { takenFirst: "<https://example.org/pay>" });
  checkCompletion(own, `${page}<https://example.org/pay#$0>\n`, {
    takenFirst: "<https://example.org/pay#pay>",
  });
});

test("labels that the page defines are offered for references", () =>
  checkCompletion(plain, "//- b.md\n# B\n//- a.md\n[x][$0] y\n\n[First label]: b.md\n[second]: b.md#b\n", {
    items: ["First label (b.md)", "second (b.md#b)"],
    takenFirst: "[x][First label] y",
  }));

test("CRLF, emoji and a byte order mark before the cursor do not shift the edit", () =>
  checkCompletion(plain, "//- b.md\n# Béta 😀\n[b](/b)\n//- a.md\n\ufeff😀 é\r\n😀😀 [](beta$0)\r\n", {
    takenFirst: "😀😀 [Béta 😀](/b)\r",
  }));

test("an unfinished link is followed by prose that stays", () =>
  checkCompletion(posthog, people("[x]($0 and more words"), {
    taken: { Management: "[x](/handbook/company/management and more words" },
  }));

test("the check of a completion fails when the item is not there", () => {
  expect(() => checkCompletion(plain, "//- a.md\n[x]($0)\n", { takenFirst: "[x](b)" })).toThrow();
});

/** What a page outside of any handbook knows: some of the files around it are pages, the others only names. */
const noHandbook: TestModel = () => ({
  ...plainModel,
  syntaxOf: (path) => (path.startsWith("docs/") ? undefined : plainModel.syntaxOf(path)),
});

const repository = (page: string) => `
//- package.json
{}
//- src/main.ts
export {};
//- docs/use.md
# Use
//- docs/setup.md
# Setup
//- img/pump.png
//- PLAN.md
# The plan
//- README.md
${page}
`;

test("outside of a handbook every file is offered by its path, pages first, as GitHub serves it", () => {
  checkCompletion(noHandbook, repository("[y]($0)"), {
    items: [
      "The plan (/PLAN)",
      "setup.md (docs/setup.md)",
      "use.md (docs/use.md)",
      "pump.png (img/pump.png)",
      "package.json (package.json)",
      "main.ts (src/main.ts)",
    ],
    taken: {
      "The plan": "[y](PLAN.md)",
      "use.md": "[y](docs/use.md)",
      "pump.png": "[y](img/pump.png)",
    },
  });
  checkCompletion(noHandbook, repository("[x](docs/$0)"), {
    first: ["use.md", "setup.md"],
    taken: { "use.md": "[x](docs/use.md)" },
  });
  checkCompletion(noHandbook, repository("![x]($0)"), { items: ["pump.png (img/pump.png)"] });
});

test("outside of a handbook links to folders teach no habit, and links to files do", () => {
  checkCompletion(noHandbook, repository("[a](src) [b](docs) [c](LICENSE) [z](us$0)"), {
    takenFirst: "[a](src) [b](docs) [c](LICENSE) [z](docs/use.md)",
  });
  checkCompletion(noHandbook, repository("[a](/PLAN.md) [z](us$0)"), {
    takenFirst: "[a](/PLAN.md) [z](/docs/use.md)",
  });
});
