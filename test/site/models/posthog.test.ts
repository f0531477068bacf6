import { expect, test } from "vitest";
import { handbook, pageOf } from "../../support/handbook.ts";
import { posthog } from "../../support/models.ts";
import { verdicts } from "../verdicts.ts";

const book = `
//- gatsby-config.js
module.exports = { siteMetadata: { siteUrl: "https://posthog.example.com" },
  plugins: [{ resolve: "gatsby-source-git", options: { name: "main", patterns: "docs/published/**" } }] }
//- vercel.json
{ "redirects": [
  { "source": "/handbook/team-structure", "destination": "/handbook/company/small-teams" },
  { "source": "/old/:path*", "destination": "/handbook/:path*" },
  { "source": "/(cs|support)/guide", "destination": "/handbook/people/feedback#giving" },
  { "source": "/v(\\\\d+)", "destination": "/handbook/$1" },
  { "source": "/one", "destination": "/two" }, { "source": "/two", "destination": "/one" },
  { "source": "/dead", "destination": "/nowhere" },
  { "source": "/out", "destination": "https://other.example.com/x" },
  { "source": "/first", "destination": "/dead2" }, { "source": "/first", "destination": "/handbook" },
  { "source": "/maybe/:x", "has": [{ "type": "host", "value": "a" }], "destination": "/handbook/:x" },
  { "source": "/bad/((?!x).*)", "destination": "/handbook" },
  { "source": "/handbook/shadowed", "destination": "/handbook/people/feedback" }
], "rewrites": [{ "source": "/ingest/:path*", "destination": "https://eu.example.com/:path*" }] }
//- contents/handbook/people/feedback.md
---
title: Feedback
---
## Giving
## 1:1s and \`code\`
//- contents/handbook/people/index.mdx
---
title: People
---
//- contents/handbook/company/small-teams.mdx
---
title: Small teams
---
//- contents/handbook/_snippets/list.mdx
- x
//- contents/handbook/shadowed.md
---
title: Shadowed
---
//- contents/handbook/empty.md
---
title: ""
---
//- static/images/a.png
//- src/pages/pricing.tsx
`;

test("routes are paths below contents/, index folded, partials and untitled pages not served", () => {
  const { site } = handbook(posthog, book);
  expect([...site.pages.values()].map(({ path, route }) => `${path} ${route}`)).toEqual([
    "contents/handbook/people/feedback.md /handbook/people/feedback",
    "contents/handbook/people/index.mdx /handbook/people",
    "contents/handbook/company/small-teams.mdx /handbook/company/small-teams",
    "contents/handbook/_snippets/list.mdx undefined",
    "contents/handbook/shadowed.md /handbook/shadowed",
    "contents/handbook/empty.md undefined",
  ]);
  expect(pageOf(handbook(posthog, book), "contents/handbook/people/feedback.md").headingIds).toEqual([
    "giving",
    "11s-and-code",
  ]);
});

test("relative links go by the page's address, full ones of the own site are internal", () => {
  expect(
    verdicts(posthog, book, "contents/handbook/people/feedback.md", [
      "./feedback.md#giving",
      "../people",
      "../company/small-teams.mdx",
      "https://posthog.example.com/handbook/people/",
      "/images/a.png",
      "/pricing",
      "/handbook",
      "/handbook/engineering/deploy",
      "/handbook/empty",
    ]),
  ).toEqual([
    "ok contents/handbook/people/feedback.md # Giving",
    "ok contents/handbook/people/index.mdx",
    "ok contents/handbook/company/small-teams.mdx",
    "ok contents/handbook/people/index.mdx",
    "ok static/images/a.png",
    "ok /pricing",
    "ok /handbook",
    "unknown",
    "missing-page /handbook/empty",
  ]);
  expect(
    verdicts(posthog, book, "contents/handbook/people/index.mdx", ["./feedback.md", "people/feedback"]),
  ).toEqual(["missing-page /handbook/feedback", "ok contents/handbook/people/feedback.md"]);
});

test("redirects: patterns, chains, circles, dead ends, first rule, anchors, conditions", () => {
  expect(
    verdicts(posthog, book, "contents/handbook/people/feedback.md", [
      "/handbook/team-structure",
      "/old/people/feedback/#gone",
      "/cs/guide",
      "/support/guide#other",
      "/one",
      "/dead",
      "/out",
      "/first",
      "/maybe/y",
      "/bad/y",
      "/handbook/shadowed",
      "/ingest/a/b",
    ]),
  ).toEqual([
    "redirect /handbook/team-structure > /handbook/company/small-teams = contents/handbook/company/small-teams.mdx",
    "missing-anchor /old/people/feedback/ > /handbook/people/feedback = #gone",
    "redirect /cs/guide > /handbook/people/feedback#giving = contents/handbook/people/feedback.md # Giving",
    "redirect /support/guide > /handbook/people/feedback#giving = contents/handbook/people/feedback.md # Giving",
    "missing-page redirect-loop: /one > /two > /one",
    "missing-page dead-redirect: /dead > /nowhere",
    "redirect /out > https://other.example.com/x = https://other.example.com/x",
    "missing-page dead-redirect: /first > /dead2",
    "unknown",
    "unknown",
    "redirect /handbook/shadowed > /handbook/people/feedback = contents/handbook/people/feedback.md",
    "unknown",
  ]);
});

test("gatsby-config is read as data: what is commented out or broken says nothing, and takes no time", () => {
  const at = (config: string) =>
    verdicts(
      posthog,
      `//- gatsby-config.js\n${config}\n//- contents/a.md\n---\ntitle: A\n---\n`,
      "contents/a.md",
      ["https://a.org/a", "/tools/x"],
    );
  const plugin = `{ resolve: \`gatsby-source-git\`, options: { name: 'x', patterns: ['docs/published/tools/**'] } }`;
  expect(
    at(`const url = "https://a.org";
module.exports = { siteMetadata: { siteUrl: url }, plugins: ["other", ${plugin}] };`),
  ).toEqual(["ok contents/a.md", "unknown"]);
  expect(
    at(`module.exports = { /* siteMetadata: { siteUrl: "https://a.org" }, */ plugins: [/* ${plugin} */] }`),
  ).toEqual(["external https://a.org/a", "missing-page /tools/x"]);
  const since = performance.now();
  at("/* ".repeat(100_000));
  expect(performance.now() - since).toBeLessThan(2000);
});
