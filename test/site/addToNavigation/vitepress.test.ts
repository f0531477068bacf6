import { test } from "vitest";
import { checkAdded, checkNotAdded } from "../../support/checkNavigation.ts";
import { model } from "../../support/models.ts";

const vitepress = model("vitepress");

const pages = `
//- index.md
---
layout: home
---
//- guide/index.md
# Guide
//- guide/setup.md
# Setup
//- guide/it's new.md
# It's new
//- api/read.md
# Read
//- api/write.md
# Write
`;

test("an entry is a text and a link, on several lines where its neighbour is", () =>
  checkAdded(
    vitepress,
    `${pages}
//- .vitepress/config.mts
import { defineConfig } from 'vitepress'

export default defineConfig({
  themeConfig: {
    nav: [{ text: 'API', link: '/api/write' }],
    sidebar: [
      {
        text: 'Guide',
        collapsed: false,
        items: [
          {
            text: 'Overview',
            link: '/guide/',
          },
          {
            link: '/guide/setup',
            text: 'Setup',
            docFooterText: 'Set up',
          },
        ],
      },
      { text: 'API', items: [{ text: 'Read', link: '/api/read.html' }] },
    ],
  },
})
`,
    "guide/it's new.md",
    `import { defineConfig } from 'vitepress'

export default defineConfig({
  themeConfig: {
    nav: [{ text: 'API', link: '/api/write' }],
    sidebar: [
      {
        text: 'Guide',
        collapsed: false,
        items: [
          {
            text: 'Overview',
            link: '/guide/',
          },
          {
            link: '/guide/setup',
            text: 'Setup',
            docFooterText: 'Set up',
          },
          {
            link: '/guide/it%27s%20new',
            text: 'It\\'s new',
          },
        ],
      },
      { text: 'API', items: [{ text: 'Read', link: '/api/read.html' }] },
    ],
  },
})
`,
  ));

test("a page goes to the sidebar of its path, though an entry of another leads near it", () =>
  checkAdded(
    vitepress,
    `${pages}
//- .vitepress/config.js
const guide = [{ text: "Setup", link: "/guide/setup" }, { text: "Read", link: "/api/read" }];
export default {
  cleanUrls: true,
  themeConfig: { sidebar: { "/guide/": guide, "/api/": [] } },
};
`,
    "api/write.md",
    `const guide = [{ text: "Setup", link: "/guide/setup" }, { text: "Read", link: "/api/read" }];
export default {
  cleanUrls: true,
  themeConfig: { sidebar: { "/guide/": guide, "/api/": [{ text: "Write", link: "/api/write" }] } },
};
`,
  ));

test("a group's base goes before the link, and links keep the ending of the others", () => {
  checkAdded(
    vitepress,
    `${pages}
//- .vitepress/config.js
export default { themeConfig: { sidebar: [{ text: "API", base: "/api/", items: [{ text: "Read", link: "read.md" }] }] } };
`,
    "api/write.md",
    `export default { themeConfig: { sidebar: [{ text: "API", base: "/api/", items: [{ text: "Read", link: "read.md" }, { text: "Write", link: "write.md" }] }] } };
`,
  );
  checkAdded(
    vitepress,
    `${pages}
//- .vitepress/config.js
export default { themeConfig: { sidebar: [{ text: "Read", link: "api/read.html" }] } };
`,
    "api/write.md",
    `export default { themeConfig: { sidebar: [{ text: "Read", link: "api/read.html" }, { text: "Write", link: "api/write.html" }] } };
`,
  );
});

test("each language has its sidebar", () =>
  checkAdded(
    vitepress,
    `${pages}
//- fr/guide/setup.md
# Installer
//- .vitepress/config.js
export default {
  themeConfig: { sidebar: [{ text: "Setup", link: "/guide/setup" }] },
  locales: {
    root: { label: "English" },
    fr: { label: "Français", themeConfig: { sidebar: [] } },
  },
};
`,
    "fr/guide/setup.md",
    `export default {
  themeConfig: { sidebar: [{ text: "Setup", link: "/guide/setup" }] },
  locales: {
    root: { label: "English" },
    fr: { label: "Français", themeConfig: { sidebar: [{ text: "Installer", link: "/fr/guide/setup" }] } },
  },
};
`,
  ));

test("a sidebar that a function makes is left to its author", () =>
  checkNotAdded(
    vitepress,
    `${pages}
//- .vitepress/config.js
export default { themeConfig: { sidebar: sidebarOf("guide"), nav: [{ text: "Setup", link: "/guide/setup" }] } };
`,
    "guide/it's new.md",
  ));
