// Generators whose sites list pages by themselves: what their navigation names beside that can still be added to.

import { test } from "vitest";
import { checkAdded, checkNotAdded } from "../../support/checkNavigation.ts";
import { hugo, model } from "../../support/models.ts";

const nextra = model("nextra");
const jekyll = model("jekyll");

const nextraPages = `
//- next.config.mjs
import nextra from 'nextra'
export default nextra({})({})
//- app/[[...mdxPath]]/page.jsx
//- content/index.mdx
# Home
//- content/about us.mdx
# About us
//- content/guide/setup.mdx
# Setup
//- content/guide/go-live.mdx
# Let's go
`;

test("Nextra: a folder's _meta gets the page's key and title", () => {
  checkAdded(
    nextra,
    `${nextraPages}
//- content/guide/_meta.js
export default {
  setup: { title: 'Set up', display: 'normal' }, // first
  out: { title: 'Out', href: 'https://out.example' },
}
`,
    "content/guide/go-live.mdx",
    `export default {
  setup: { title: 'Set up', display: 'normal' }, // first
  'go-live': 'Let\\'s go',
  out: { title: 'Out', href: 'https://out.example' },
}
`,
  );
  checkAdded(
    nextra,
    `${nextraPages}
//- content/_meta.json
{
  "index": "Home"
}
`,
    "content/about us.mdx",
    `{
  "index": "Home",
  "about us": "About us"
}
`,
  );
});

test("Nextra: an empty _meta, and one for all folders", () => {
  checkAdded(
    nextra,
    `${nextraPages}
//- content/guide/_meta.ts
const meta: MetaRecord = {}
export default meta
`,
    "content/guide/setup.mdx",
    `const meta: MetaRecord = {setup: "Setup"}
export default meta
`,
  );
  checkAdded(
    nextra,
    `${nextraPages}
//- app/_meta.global.js
export default { guide: { items: { setup: "Set up" } } }
`,
    "content/guide/go-live.mdx",
    `export default { guide: { items: { setup: "Set up", "go-live": "Let's go" } } }
`,
  );
});

const jekyllPages = `
//- index.md
---
title: Home
---
//- people/pay.md
---
title: Pay
---
//- people/benefits.md
---
title: Benefits
permalink: /people/benefits/
---
`;

test("Jekyll: an entry of _data has the keys of its neighbour, whatever they are called", () => {
  checkAdded(
    jekyll,
    `${jekyllPages}
//- _config.yml
baseurl: /docs
//- _data/navigation.yml
main:
  - label: "Home"
    link: "/"

  - label: "Pay"   # and more
    link: "/people/pay.html"
    icon: coin
footer: []
`,
    "people/benefits.md",
    `main:
  - label: "Home"
    link: "/"

  - label: "Pay"   # and more
    link: "/people/pay.html"
    icon: coin
  - label: "Benefits"
    link: "/people/benefits/"
footer: []
`,
  );
  checkAdded(
    jekyll,
    `${jekyllPages}
//- _config.yml
title: Handbook
//- _data/toc.yml
- { title: Home, url: / }
- title: People
  children:
    - { title: Pay, url: /people/pay.html }
`,
    "people/benefits.md",
    `- { title: Home, url: / }
- title: People
  children:
    - { title: Pay, url: /people/pay.html }
    - { title: Benefits, url: /people/benefits/ }
`,
  );
});

test("Jekyll: header pages are named by their files", () =>
  checkAdded(
    jekyll,
    `${jekyllPages}
//- _config.yml
header_pages:
- people/pay.md
title: Handbook
`,
    "people/benefits.md",
    `header_pages:
- people/pay.md
- people/benefits.md
title: Handbook
`,
  ));

test("Jekyll: where no file names pages there is nothing to add to", () =>
  checkNotAdded(
    jekyll,
    `${jekyllPages}
//- _config.yml
header_pages: []
title: Handbook
`,
    "people/benefits.md",
  ));

const hugoPages = `
//- content/_index.md
---
title: Home
---
//- content/people/pay.md
---
title: Pay
---
//- content/people/benefits.md
---
title: Benefits
---
`;

test("Hugo: a menu's item comes after its neighbour's table, with its place in the menu", () => {
  checkAdded(
    hugo,
    `${hugoPages}
//- hugo.toml
title = "Handbook"

[[menus.main]]
  name = "Home"
  pageRef = "/"
  weight = 10

[[menus.main]]
  name = "Pay" # and more
  pageRef = "/people/pay"
  weight = 20
  [menus.main.params]
    icon = "coin"

[params]
  color = "red"
`,
    "content/people/benefits.md",
    `title = "Handbook"

[[menus.main]]
  name = "Home"
  pageRef = "/"
  weight = 10

[[menus.main]]
  name = "Pay" # and more
  pageRef = "/people/pay"
  weight = 20
  [menus.main.params]
    icon = "coin"

[[menus.main]]
  name = "Benefits"
  pageRef = "/people/benefits"
  weight = 20

[params]
  color = "red"
`,
  );
});

test("Hugo: menus in YAML, in JSON, in arrays of TOML, and in a file of their own", () => {
  checkAdded(
    hugo,
    `${hugoPages}
//- hugo.yaml
menu:
  main:
    - name: Pay
      url: /people/pay/
      weight: 1
`,
    "content/people/benefits.md",
    `menu:
  main:
    - name: Pay
      url: /people/pay/
      weight: 1
    - name: Benefits
      url: /people/benefits/
      weight: 1
`,
  );
  checkAdded(
    hugo,
    `${hugoPages}
//- config.json
{ "menu": { "main": [{ "url": "people/pay/", "name": "Pay" }] } }
`,
    "content/people/benefits.md",
    `{ "menu": { "main": [{ "url": "people/pay/", "name": "Pay" }, { "url": "people/benefits/", "name": "Benefits" }] } }
`,
  );
  checkAdded(
    hugo,
    `${hugoPages}
//- hugo.toml
menus.main = [
  { name = 'Pay', pageRef = 'people/pay' },
]
`,
    "content/people/benefits.md",
    `menus.main = [
  { name = 'Pay', pageRef = 'people/pay' },
  { name = 'Benefits', pageRef = 'people/benefits' },
]
`,
  );
  checkAdded(
    hugo,
    `${hugoPages}
//- hugo.toml
title = "Handbook"
//- config/_default/menus.toml
[[main]]
name = "Pay"
pageRef = "/people/pay"
`,
    "content/people/benefits.md",
    `[[main]]
name = "Pay"
pageRef = "/people/pay"

[[main]]
name = "Benefits"
pageRef = "/people/benefits"
`,
  );
});
