import { test } from "vitest";
import { checkAdded, checkNotAdded } from "../../support/checkNavigation.ts";
import { model } from "../../support/models.ts";

const mkdocs = model("mkdocs");

const pages = `
//- docs/index.md
# Home
//- docs/about.md
# About
//- docs/guide/index.md
# Guide
//- docs/guide/install.md
# Install
//- docs/guide/upgrade.md
# Upgrade: step by step
//- docs/guide/remove.md
# Remove
//- docs/api/read.md
# Read
`;

test("an entry gets a line of its own, with its title as its neighbour has one", () =>
  checkAdded(
    mkdocs,
    `${pages}
//- mkdocs.yml
site_name: Handbook
nav:
  - Home: index.md
  - Guide:
      - guide/index.md
      - Install: guide/install.md   # first
      # - Later: guide/later.md
      - Remove: guide/remove.md

  - About: about.md
plugins: [search]
`,
    "docs/guide/upgrade.md",
    `site_name: Handbook
nav:
  - Home: index.md
  - Guide:
      - guide/index.md
      - Install: guide/install.md   # first
      # - Later: guide/later.md
      - Remove: guide/remove.md
      - 'Upgrade: step by step': guide/upgrade.md

  - About: about.md
plugins: [search]
`,
  ));

test("beside a path alone it is a path alone, and at the left margin it stays there", () =>
  checkAdded(
    mkdocs,
    `${pages}
//- mkdocs.yml
nav:
- index.md
- Guide:
  - "guide/index.md"
  - "guide/install.md"
- about.md
`,
    "docs/guide/upgrade.md",
    `nav:
- index.md
- Guide:
  - "guide/index.md"
  - "guide/install.md"
  - "guide/upgrade.md"
- about.md
`,
  ));

test("without a neighbour it is the last of all", () =>
  checkAdded(
    mkdocs,
    `${pages}
//- mkdocs.yml
nav:
  -   Home: index.md
  -   Guide:
      -   Install: 'guide/install.md'
`,
    "docs/api/read.md",
    `nav:
  -   Home: index.md
  -   Guide:
      -   Install: 'guide/install.md'
  -   Read: api/read.md
`,
  ));

test("lists between brackets stay between them", () =>
  checkAdded(
    mkdocs,
    `${pages}
//- mkdocs.yml
nav: [index.md, {Guide: [guide/install.md, {Remove: guide/remove.md}]}, about.md]
`,
    "docs/guide/upgrade.md",
    `nav: [index.md, {Guide: [guide/install.md, {Remove: guide/remove.md}, {'Upgrade: step by step': guide/upgrade.md}]}, about.md]
`,
  ));

test("empty lists and entries over several lines are no hindrance", () =>
  checkAdded(
    mkdocs,
    `${pages}
//- mkdocs.yml
nav:
  - Home: index.md
  - Guide: []
  -
    Read:
      api/read.md
  - []
`,
    "docs/about.md",
    `nav:
  - Home: index.md
  - Guide: []
  -
    Read:
      api/read.md
  - []
  - About: about.md
`,
  ));

test("the navigation of a file that is taken over is written to there", () =>
  checkAdded(
    mkdocs,
    `${pages}
//- mkdocs.yml
INHERIT: ./base.yml
site_name: Handbook
//- base.yml
nav:
  - index.md
`,
    "docs/about.md",
    `nav:
  - index.md
  - about.md
`,
  ));

test("a navigation that is broken for now is left to its author", () =>
  checkNotAdded(
    mkdocs,
    `${pages}
//- mkdocs.yml
nav:
  - index.md
site_name: "Handbook
`,
    "docs/about.md",
  ));
