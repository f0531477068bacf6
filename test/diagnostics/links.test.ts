import { test } from "vitest";
import { checkDiagnostics } from "../support/checkDiagnostics.ts";
import { plain, posthog } from "../support/models.ts";

test("a link to no page is reported, with the page that was meant", () =>
  checkDiagnostics(
    plain,
    `
//- docs/setup.md
# Setup
//- docs/guide.md
# Guide
[Setup](./setpu.md)
        ^^^^^^^^^^ link-missing-page: No page is served at /docs/setpu. Did you mean /docs/setup?
`,
  ));

test("a link whose words are a page's title offers that page", () =>
  checkDiagnostics(
    plain,
    `
//- docs/setup.md
# Expenses
//- docs/guide.md
# Guide
[expenses](./xyzzy.md)
           ^^^^^^^^^^ link-missing-page: No page is served at /docs/xyzzy. Did you mean /docs/setup?
`,
  ));

test("a broken definition is reported once, at its path, and only when it is used", () =>
  checkDiagnostics(
    plain,
    `
//- docs/guide.md
# Guide
[one][a], [two][a] and [a].

[a]: gone.md "Title"
     ^^^^^^^ link-missing-page: No page is served at /docs/gone.
[b]: gone.md
^^^^^^^^^^^^ reference-unused: No link on this page uses [b]. Remove the definition.
[//]: # (a note to ourselves)
`,
  ));

test("an id that moved to another page is found there", () =>
  checkDiagnostics(
    plain,
    `
//- docs/new.md
# New
## Performance reviews
//- docs/old.md
# Old
//- docs/guide.md
# Guide
[Reviews](old.md#performance-reviews)
                 ^^^^^^^^^^^^^^^^^^^ link-missing-anchor: No heading of /docs/old has the id "performance-reviews". #performance-reviews is now on /docs/new.
`,
  ));

test("a fragment of the page itself that has a slash before it is told", () =>
  checkDiagnostics(
    posthog,
    `
//- contents/index.md
---
title: Home
---
//- contents/guide.md
---
title: Guide
---
## Part time
As said [above](/#part-time).
                  ^^^^^^^^^ link-missing-anchor: No heading of / has the id "part-time". Did you mean #part-time on this page?
`,
  ));

test("a fragment of this page that no heading has is reported", () =>
  checkDiagnostics(
    plain,
    `
//- docs/guide.md
# Guide
## Pay and benefits
[below](#pay-and-benifits) and [right](#pay-and-benefits)
         ^^^^^^^^^^^^^^^^ link-missing-anchor: No heading of this page has the id "pay-and-benifits". Did you mean #pay-and-benefits?
`,
  ));

const redirects = `
//- vercel.json
{ "redirects": [
  { "source": "/a", "destination": "/b" },
  { "source": "/b", "destination": "/c" },
  { "source": "/x", "destination": "/y" },
               ^^ redirect-loop
  { "source": "/y", "destination": "/x" },
               ^^ redirect-loop
  { "source": "/dead", "destination": "/nowhere-at-all" }
                                       ^^^^^^^^^^^^^^^ redirect-dead: /dead is redirected to /nowhere-at-all, where nothing is served.
] }
//- contents/c.md
---
title: C
---
## Here
`;

test("a redirect is told with its whole way", () =>
  checkDiagnostics(
    posthog,
    `${redirects}//- contents/guide.md
---
title: Guide
---
[a](/a#here)
    ^^ link-redirected: /a is redirected to /b, then to /c. Link straight to /c.
`,
  ));

test("a heading that is missing behind a redirect is a fault of its own", () =>
  checkDiagnostics(
    posthog,
    `${redirects}//- contents/guide.md
---
title: Guide
---
[a](/b#gone)
    ^^ link-redirected: /b is redirected to /c. Link straight to /c.
       ^^^^ link-missing-anchor: /b is redirected to /c. No heading of /c has the id "gone".
`,
  ));

test("redirects to nothing and in a circle are told at the link and in their own file", () =>
  checkDiagnostics(
    posthog,
    `${redirects}//- contents/guide.md
---
title: Guide
---
[x](/x) and
    ^^ link-redirect-loop: The site redirects this in a circle and shows nothing: /x → /y → /x. Link to the page that was meant.
[dead](/dead)
       ^^^^^ link-missing-page: /dead is redirected to /nowhere-at-all, where no page is served.
`,
  ));

const own = `
//- gatsby-config.js
module.exports = { siteMetadata: { siteUrl: "https://example.com" } }
//- contents/team.md
---
title: Team
---
//- contents/our-team.md
---
title: Our team
---
`;

test("a full address of the own site is told apart from what is missing behind it", () =>
  checkDiagnostics(
    posthog,
    `${own}//- contents/guide.md
---
title: Guide
---
<a href="https://example.com/our-taem">
         ^^^^^^^^^^^^^^^^^^^ link-own-site: This is the handbook's own site: its full address makes readers load everything anew. Write /our-taem instead.
                            ^^^^^^^^^ link-missing-page: No page is served at /our-taem. Did you mean /our-team?

[elsewhere](https://example.org/taem)
`,
  ));

test("a link to the own computer is reported unless it shows itself", () =>
  checkDiagnostics(
    posthog,
    `${own}//- contents/guide.md
---
title: Guide
---
Run it and open [localhost:8000](http://localhost:8000/) or http://localhost:8000/admin.
See [the team](http://127.0.0.1:8000/team) and [it](http://[::1]:80/team).
               ^^^^^^^^^^^^^^^^^^^^^ link-local-host: 127.0.0.1:8000 is each reader's own computer, where this page is not. Did you mean /team?
                                                    ^^^^^^^^^^^^^^^ link-local-host: [::1] is each reader's own computer, where this page is not. Did you mean /team?
`,
  ));

test("a path without its slash is not also a missing page, and without a page at the root it is one", () =>
  checkDiagnostics(
    posthog,
    `
//- contents/handbook/team.md
---
title: Team
---
//- contents/handbook/people/guide.md
---
title: Guide
---
[a](handbook/team) and
    ^^^^^^^^^^^^^ link-missing-slash
[b](other/team)
    ^^^^^^^^^^ link-missing-page
`,
  ));

test("empty addresses are reported, a lone hash is not", () =>
  checkDiagnostics(
    plain,
    `
//- docs/guide.md
# Guide
[a]() and [b](#) and [c](<>)
   ^^ link-empty
                         ^^ link-empty
<a href="">d</a> <a href="#">e</a>
        ^^ link-empty
`,
  ));

test("an image tag says on purpose that it is decoration, empty brackets do not", () =>
  checkDiagnostics(
    plain,
    `
//- docs/a.png
//- docs/guide.md
# Guide
<img src="a.png" alt=""> <img src="a.png">
                          ^^^ image-alt-missing
![](a.png) [![](a.png)](guide.md)
 ^^ image-alt-missing
             ^^ image-alt-missing
`,
  ));

test("a link that holds an image or a tag has something to click", () =>
  checkDiagnostics(
    plain,
    `
//- docs/a.png
//- docs/guide.md
# Guide
[![An office](a.png)](guide.md) [](guide.md) []()
                                ^^ link-text-empty
                                               ^^ link-empty
`,
  ));

test("links in code, comments and math are no links", () =>
  checkDiagnostics(
    plain,
    `
//- docs/guide.md
# Guide
\`[a](gone.md)\` <!-- [b](gone.md) --> \\[c](gone.md) $[d](gone.md)$

\`\`\`
[e](gone.md)
\`\`\`
`,
  ));

test("an address with a space is none in Markdown, and wrong in a tag; a script is no address", () =>
  checkDiagnostics(
    plain,
    `
//- docs/Team list.md
# Team
//- docs/guide.md
# Guide
[a](Team list.md) and [b](<Team list.md>) and [c](Team%20list.md "Our team")
    ^^^^^^^^^^^^ link-unencoded
<a href="Team list.md">d</a> <a href="javascript:void 0">e</a>
         ^^^^^^^^^^^^ link-unencoded: An address has no spaces. Write %20 for each.
`,
  ));
