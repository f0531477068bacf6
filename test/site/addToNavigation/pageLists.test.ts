// Generators whose navigation is lists of files: Mintlify's docs.json, Fumadocs' meta.json.

import { test } from "vitest";
import { checkAdded, checkNotAdded } from "../../support/checkNavigation.ts";
import { model } from "../../support/models.ts";

const mintlify = model("mintlify");
const fumadocs = model("fumadocs");

const mintlifyPages = `
//- index.mdx
---
title: Home
---
//- guides/index.mdx
---
title: Guides
---
//- guides/setup.mdx
---
title: Setup
---
//- guides/live.mdx
---
title: Live
---
//- api/read.mdx
---
title: Read
---
`;

test("Mintlify: a page is named by its file, beside those of its folder", () =>
  checkAdded(
    mintlify,
    `${mintlifyPages}
//- docs.json
{
  "name": "Handbook",
  "navigation": {
    "tabs": [
      {
        "tab": "Guides",
        "groups": [
          {
            "group": "Start",
            "pages": [
              "index",
              { "group": "Set up", "root": "guides/index", "pages": ["guides/setup"] }
            ]
          }
        ]
      },
      {
        "tab": "API",
        "pages": [
          "api/read",
          "GET /users"
        ]
      }
    ]
  }
}
`,
    "guides/live.mdx",
    `{
  "name": "Handbook",
  "navigation": {
    "tabs": [
      {
        "tab": "Guides",
        "groups": [
          {
            "group": "Start",
            "pages": [
              "index",
              { "group": "Set up", "root": "guides/index", "pages": ["guides/setup", "guides/live"] }
            ]
          }
        ]
      },
      {
        "tab": "API",
        "pages": [
          "api/read",
          "GET /users"
        ]
      }
    ]
  }
}
`,
  ));

test("Mintlify: below the folder's own page, or in the last list", () => {
  checkAdded(
    mintlify,
    `${mintlifyPages}
//- docs.json
{ "navigation": [{ "group": "Set up", "root": "guides/index", "pages": [ ] }, { "group": "API", "pages": ["api/read"] }] }
`,
    "guides/setup.mdx",
    `{ "navigation": [{ "group": "Set up", "root": "guides/index", "pages": [ "guides/setup" ] }, { "group": "API", "pages": ["api/read"] }] }
`,
  );
  checkAdded(
    mintlify,
    `${mintlifyPages}
//- mint.json
{
  "navigation": [
    { "group": "Start", "pages": ["index"] },
    {
      "group": "API",
      "pages": [
      ]
    }
  ]
}
`,
    "guides/setup.mdx",
    `{
  "navigation": [
    { "group": "Start", "pages": ["index"] },
    {
      "group": "API",
      "pages": [
        "guides/setup"
      ]
    }
  ]
}
`,
  );
});

const fumadocsPages = `
//- source.config.ts
export const docs = defineDocs({ dir: 'content/docs' });
//- app/docs/[[...slug]]/page.tsx
//- lib/source.ts
export const source = loader({ baseUrl: '/docs', source: docs.toFumadocsSource() });
//- content/docs/index.mdx
---
title: Home
---
//- content/docs/setup.mdx
---
title: Setup
---
//- content/docs/api/index.mdx
---
title: API
---
//- content/docs/api/read.mdx
---
title: Read
---
`;

test("Fumadocs: a folder's list names its pages by their names", () =>
  checkAdded(
    fumadocs,
    `${fumadocsPages}
//- content/docs/meta.json
{
  "title": "Docs",
  "pages": ["---Start---", "index", "setup", "[Out](https://out.example)", "api"]
}
//- content/docs/api/meta.json
{
  "pages": [
    "index"
  ]
}
`,
    "content/docs/api/read.mdx",
    `{
  "pages": [
    "index",
    "read"
  ]
}
`,
  ));

test("Fumadocs: a folder that no list names is named as a whole", () =>
  checkAdded(
    fumadocs,
    `${fumadocsPages.replace(/\/\/- content\/docs\/api\/read[\s\S]*/, "")}
//- content/docs/meta.yaml
title: Docs
pages:
  - index
  - setup
`,
    "content/docs/api/index.mdx",
    `title: Docs
pages:
  - index
  - setup
  - api
`,
  ));

test("Fumadocs: where folders list themselves there is nothing to add", () =>
  checkNotAdded(fumadocs, fumadocsPages, "content/docs/setup.mdx"));
