import { test } from "vitest";
import { checkDiagnostics } from "../../support/checkDiagnostics.ts";
import { checkAdded, checkNotAdded } from "../../support/checkNavigation.ts";
import { model } from "../../support/models.ts";

const gitbook = model("gitbook");
const mdbook = model("mdbook");
const docsify = model("docsify");
const wiki = model("wiki");

const gitbookPages = `
//- .gitbook.yaml
root: ./docs/
//- docs/README.md
# Handbook
//- docs/welcome.md
# Welcome
//- docs/people/README.md
# People
//- docs/people/pay.md
# Pay
//- docs/people/time off (all).md
# Time off [all]
//- docs/people/benefits.md
# Benefits
`;

test("GitBook: a link comes after the last one of its folder, and after what is below that", () =>
  checkAdded(
    gitbook,
    `${gitbookPages}
//- docs/SUMMARY.md
# Table of contents

* [Handbook](README.md)
* [People](people/README.md)
  * [Pay](people/pay.md)
    * [Benefits](people/benefits.md)
      and more

## Other

* [Welcome](welcome.md)
`,
    "docs/people/time off (all).md",
    `# Table of contents

* [Handbook](README.md)
* [People](people/README.md)
  * [Pay](people/pay.md)
    * [Benefits](people/benefits.md)
      and more
  * [Time off \\[all\\]](people/time%20off%20%28all%29.md)

## Other

* [Welcome](welcome.md)
`,
  ));

test("GitBook: the first page of a folder comes below the folder's own", () =>
  checkAdded(
    gitbook,
    `${gitbookPages}
//- docs/SUMMARY.md
* [Welcome](welcome.md)
    * [Handbook](README.md)
* [People](people/README.md)
* [Out](https://out.example)
`,
    "docs/people/pay.md",
    `* [Welcome](welcome.md)
    * [Handbook](README.md)
* [People](people/README.md)
    * [Pay](people/pay.md)
* [Out](https://out.example)
`,
  ));

test("GitBook: a file beside pages that the table of contents does not list is told of, other files are not", () =>
  checkDiagnostics(
    gitbook,
    `
//- .gitbook.yaml
root: .
//- SUMMARY.md
* [Pay](people/pay.md)
//- people/pay.md
# Pay
//- people/benefits.md
# Benefits
  ^^^^^^^^ page-orphan: The site has no page for this file, since its navigation does not name it. Add people/benefits.md to SUMMARY.md.
//- people/CHANGELOG.md
# Changes
//- code/notes.md
# Notes
`,
    { only: ["page-orphan"] },
  ));

const book = `
//- book.toml
[book]
title = "Handbook"
//- src/start.md
# Start
//- src/people/pay.md
# Pay
//- src/people/time off.md
# Time off
//- src/people/benefits.md
# Benefits
//- src/tools.md
# Tools
//- src/end.md
# End
`;

test("mdBook: chapters are numbered as their neighbours are, and a suffix stays one", () =>
  checkAdded(
    mdbook,
    `${book}
//- src/SUMMARY.md
# Summary

[Start](start.md)

1. [Pay](./people/pay.md)
1. [Benefits](./people/benefits.md)
- - -
[End](end.md)
`,
    "src/people/time off.md",
    `# Summary

[Start](start.md)

1. [Pay](./people/pay.md)
1. [Benefits](./people/benefits.md)
1. [Time off](people/time%20off.md)
- - -
[End](end.md)
`,
  ));

test("mdBook: without a neighbour that is a list's item, it is the last item", () =>
  checkAdded(
    mdbook,
    `${book}
//- src/SUMMARY.md
[Start](start.md)

# People

1. [Pay](people/pay.md)
2. [Benefits](people/benefits.md)

[End](end.md)
`,
    "src/tools.md",
    `[Start](start.md)

# People

1. [Pay](people/pay.md)
2. [Benefits](people/benefits.md)
3. [Tools](tools.md)

[End](end.md)
`,
  ));

test("mdBook: a file that a chapter includes is no chapter that is missing", () =>
  checkDiagnostics(
    mdbook,
    `
//- book.toml
[book]
//- src/SUMMARY.md
- [Start](start.md)
//- src/start.md
# Start
{{#include part.md}}
//- src/part.md
Words.
//- src/lost.md
# Lost
  ^^^^ page-orphan: The site has no page for this file, since its navigation does not name it. Add src/lost.md to src/SUMMARY.md.
`,
    { only: ["page-orphan"] },
  ));

const docsifyPages = `
//- index.html
<script>window.$docsify = { loadSidebar: true, loadNavbar: true }</script><script src="//cdn.jsdelivr.net/npm/docsify@4"></script>
//- README.md
# Handbook
//- welcome.md
# Welcome
//- people/README.md
# People
//- people/pay.md
# Pay
//- people/benefits.md
# Benefits
//- _navbar.md
* [Welcome](/welcome)
`;

test("Docsify: addresses are written as the others of the sidebar are", () => {
  checkAdded(
    docsify,
    `${docsifyPages}
//- _sidebar.md
- [Welcome](welcome.md)
- People
  - [Pay](people/pay.md "Pay and more")
  - [Out](https://out.example)
`,
    "people/benefits.md",
    `- [Welcome](welcome.md)
- People
  - [Pay](people/pay.md "Pay and more")
  - [Benefits](people/benefits.md)
  - [Out](https://out.example)
`,
  );
  checkAdded(
    docsify,
    `${docsifyPages}
//- _sidebar.md
- [Welcome](/welcome)
- [Pay](/people/pay)
`,
    "people/README.md",
    `- [Welcome](/welcome)
- [Pay](/people/pay)
- [People](/people/)
`,
  );
});

test("Docsify: a folder's own sidebar is the one that its pages show", () =>
  checkAdded(
    docsify,
    `${docsifyPages}
//- _sidebar.md
- [Welcome](/welcome)
- [Pay](/people/pay)
//- people/_sidebar.md
* [People](/people/)
`,
    "people/benefits.md",
    `* [People](/people/)
  * [Benefits](/people/benefits)
`,
  ));

const wikiPages = `
//- Home.md
Welcome
//- Pay.md
Pay
//- Time-off.md
Time off
`;

test("a wiki's sidebar gets a link of the kind that it has", () => {
  checkAdded(
    wiki,
    `${wikiPages}
//- _Sidebar.md
**Handbook**

- [[Home]]
- [[What we pay|Pay]]
`,
    "Time-off.md",
    `**Handbook**

- [[Home]]
- [[What we pay|Pay]]
- [[Time off]]
`,
  );
  checkAdded(
    wiki,
    `${wikiPages}
//- _Sidebar.md
- [Home](Home)
- [Pay](Pay)
`,
    "Time-off.md",
    `- [Home](Home)
- [Pay](Pay)
- [Time off](Time-off)
`,
  );
});

test("a sidebar without a list gets one", () =>
  checkAdded(
    wiki,
    `${wikiPages}
//- _Sidebar.md
[Home](Home)
`,
    "Time-off.md",
    `[Home](Home)
- [Time off](Time-off)
`,
  ));

test("a site without a file for its navigation is offered nothing", () =>
  checkNotAdded(wiki, wikiPages, "Pay.md"));

test("Docsify: the first page needs no entry, since the site's name leads there", () =>
  checkDiagnostics(
    docsify,
    `
//- index.html
<script>window.$docsify = { loadSidebar: true }</script>
//- README.md
# Handbook
//- pay.md
# Pay
//- benefits.md
# Benefits
  ^^^^^^^^ page-orphan: The navigation does not name this page: readers find it only by a link. Add benefits.md to _sidebar.md.
//- _sidebar.md
- [Pay](/pay)
`,
    { only: ["page-orphan"] },
  ));
