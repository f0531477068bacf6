import { test } from "vitest";
import { checkDiagnostics } from "../../support/checkDiagnostics.ts";
import { checkAdded, checkNotAdded } from "../../support/checkNavigation.ts";
import { model } from "../../support/models.ts";

const docusaurus = model("docusaurus");

const site = `
//- docusaurus.config.js
export default { presets: [["classic", { docs: { sidebarPath: "./sidebars.js" } }]],
  themeConfig: { navbar: { items: [{ to: "/docs/about", label: "About" }] } } };
//- docs/intro.md
# Intro
//- docs/about.md
# About
//- docs/guides/index.md
# Guides
//- docs/guides/01-install.md
# Install
//- docs/guides/configure.md
---
id: settings
title: "It's configured"
---
//- docs/guides/deep/tune.md
# Tune
`;

test("a sidebar gets the doc's id, in its own quotes", () =>
  checkAdded(
    docusaurus,
    `${site}
//- sidebars.js
module.exports = {
  docs: [
    'intro', 'about',
    {
      type: 'category',
      label: 'Guides',
      link: { type: 'doc', id: 'guides/index' },
      items: ['guides/install', 'guides/deep/tune'],
    },
  ],
};
`,
    "docs/guides/configure.md",
    `module.exports = {
  docs: [
    'intro', 'about',
    {
      type: 'category',
      label: 'Guides',
      link: { type: 'doc', id: 'guides/index' },
      items: ['guides/install', 'guides/settings', 'guides/deep/tune'],
    },
  ],
};
`,
  ));

test("beside an item with a label it has one, too", () =>
  checkAdded(
    docusaurus,
    `${site}
//- sidebars.js
export default {
  docs: {
    Start: ["intro", "about"],
    Guides: [
      "guides/index",
      { type: "doc", id: "guides/install", label: "Install", className: "new" },
      "guides/deep/tune",
    ],
  },
};
`,
    "docs/guides/configure.md",
    `export default {
  docs: {
    Start: ["intro", "about"],
    Guides: [
      "guides/index",
      { type: "doc", id: "guides/install", label: "Install", className: "new" },
      { type: "doc", id: "guides/settings", label: "It's configured" },
      "guides/deep/tune",
    ],
  },
};
`,
  ));

test("a doc whose folder has only its page there comes into that one's category", () =>
  checkAdded(
    docusaurus,
    `${site}
//- sidebars.js
export default {
  docs: [
    "intro",
    { type: "category", label: "Guides", link: { type: "doc", id: "guides/index" }, items: [] },
    "about",
  ],
};
`,
    "docs/guides/01-install.md",
    `export default {
  docs: [
    "intro",
    { type: "category", label: "Guides", link: { type: "doc", id: "guides/index" }, items: ["guides/install"] },
    "about",
  ],
};
`,
  ));

test("a doc whose folder is not there at all comes after those of the folder above", () =>
  checkAdded(
    docusaurus,
    `${site}
//- sidebars.js
export default {
  docs: [
    "intro",
    "about",
    { type: "category", label: "Guides", link: { type: "doc", id: "guides/index" }, items: [] },
    "guides/install",
    "guides/settings",
  ],
};
`,
    "docs/guides/deep/tune.md",
    `export default {
  docs: [
    "intro",
    "about",
    { type: "category", label: "Guides", link: { type: "doc", id: "guides/index" }, items: [] },
    "guides/install",
    "guides/settings",
    "guides/deep/tune",
  ],
};
`,
  ));

test("a link to the page in the navigation bar is no place for its neighbours", () =>
  checkAdded(
    docusaurus,
    `${site}
//- sidebars.js
export default { docs: ["guides/index"], more: ["guides/install", "guides/settings", "guides/deep/tune"] };
`,
    "docs/intro.md",
    `export default { docs: ["guides/index", "intro"], more: ["guides/install", "guides/settings", "guides/deep/tune"] };
`,
  ));

test("a version's docs go to its own sidebars", () =>
  checkAdded(
    docusaurus,
    `
//- docusaurus.config.js
export default { presets: [["classic", { docs: { sidebarPath: "./sidebars.js" } }]] };
//- versions.json
["1.0"]
//- versioned_docs/version-1.0/a.md
# A
//- versioned_docs/version-1.0/b.md
# B
//- versioned_sidebars/version-1.0-sidebars.json
{
  "docs": [
    "a"
  ]
}
//- docs/a.md
# A
//- docs/b.md
# B
//- sidebars.js
export default { docs: ["a", "b"] };
`,
    "versioned_docs/version-1.0/b.md",
    `{
  "docs": [
    "a",
    "b"
  ]
}
`,
  ));

test("a sidebar that code makes is left to its author", () =>
  checkNotAdded(
    docusaurus,
    `${site}
//- sidebars.js
export default { docs: make(["intro"]), more: ["guides/index"].concat("guides/install") };
`,
    "docs/about.md",
  ));

test("docs that are meant to have no sidebar, of an instance or of a version, are no orphans", () =>
  checkDiagnostics(
    docusaurus,
    `
//- docusaurus.config.js
export default {
  presets: [["classic", { docs: { sidebarPath: "./sidebars.js" } }]],
  plugins: [["@docusaurus/plugin-content-docs", { id: "rules", path: "rules", routeBasePath: "rules", sidebarPath: false }]],
};
//- sidebars.js
export default { docs: ["a"] };
//- docs/a.md
# A
//- docs/b.md
# B
  ^ page-orphan
//- rules/c.md
# C
//- versions.json
["1.0"]
//- versioned_docs/version-1.0/a.md
# A
`,
    { only: ["page-orphan"] },
  ));
