import { test } from "vitest";
import { checkDefinition } from "../support/checkDefinition.ts";
import { hugo, plain, posthog } from "../support/models.ts";

test("a link by route leads to its page", () =>
  checkDefinition(
    posthog,
    `
//- contents/handbook/people/feedback.md
---
title: Feedback
---
# Feedback
//- contents/handbook/team.md
Give [feedback](/handbook/people/feed$0back) often.
`,
    "contents/handbook/people/feedback.md: # Feedback",
  ));

test("a link with a fragment leads to the heading", () =>
  checkDefinition(
    posthog,
    `
//- contents/handbook/people/feedback.md
---
title: Feedback
---
## Why
## Giving it
//- contents/handbook/team.md
Give [feed$0back](/handbook/people/feedback#giving-it) often.
`,
    "contents/handbook/people/feedback.md: ## Giving it",
  ));

test("a page without a heading of its own is opened where its words begin", () =>
  checkDefinition(
    posthog,
    `
//- contents/handbook/pay.md
---
title: Pay
---
Everybody is paid.
//- contents/handbook/team.md
[pay](/handbook/p$0ay)
`,
    "contents/handbook/pay.md: Everybody is paid.",
  ));

test("a link to a heading that is gone still opens its page", () =>
  checkDefinition(
    plain,
    `
//- a.md
# A
//- b.md
[a](a.md#g$0one)
`,
    "a.md: # A",
  ));

test("a redirect is followed to its end", () =>
  checkDefinition(
    posthog,
    `
//- vercel.json
{ "redirects": [{ "source": "/handbook/team-structure", "destination": "/handbook/small-teams" }] }
//- contents/handbook/small-teams.md
# Small teams
//- contents/handbook/a.md
[teams](/handbook/team-$0structure)
`,
    "contents/handbook/small-teams.md: # Small teams",
  ));

test("an image opens its file", () =>
  checkDefinition(
    plain,
    `
//- img/office space.png
//- a.md
![The office](img/off$0ice%20space.png)
`,
    "img/office space.png",
  ));

const labelled = `
//- setup.md
# Setup
//- a.md
See [the setup][set$0up] first.

[setup]: setup.md
`;

test("a label leads to its definition", () => checkDefinition(plain, labelled, "a.md: [setup]: setup.md"));

test("a definition's destination leads to the page", () =>
  checkDefinition(
    plain,
    `
//- setup.md
# Setup
//- a.md
See [setup] first.

[setup]: set$0up.md
`,
    "setup.md: # Setup",
  ));

test("a link to nothing, to another site, and no link at all lead nowhere", () => {
  checkDefinition(plain, "//- a.md\n[a](go$0ne.md)\n", undefined);
  checkDefinition(plain, "//- a.md\n[a](https://exa$0mple.com)\n", undefined);
  checkDefinition(plain, "//- a.md\n# Wo$0rds\n", undefined);
});

test("what VS Code's own Markdown extension answers is left to it, and nothing else", () => {
  const leave = { leaveToEditor: true };
  checkDefinition(plain, labelled, undefined, leave);
  checkDefinition(plain, "//- a.md\n[a](#words$0)\n# Words\n", undefined, leave);
  checkDefinition(plain, "//- b.md\n# Words\n//- a.md\n[a](b.md#words$0)\n", undefined, leave);
  checkDefinition(plain, "//- b.md\n# Words\n//- a.md\n[a](/b.md#words$0)\n", "b.md: # Words", leave);
  checkDefinition(plain, "//- b.md\n# Words\n//- a.md\n[a](b.md$0)\n", "b.md: # Words", leave);
  checkDefinition(
    hugo,
    "//- content/a.md\n[a](#wo$0)\n## Some words {#wo}\n",
    "content/a.md: ## Some words {#wo}",
    leave,
  );
});
