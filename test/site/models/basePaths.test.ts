// The setting `base`, for the kinds of site whose own configuration has none.

import { expect, test } from "vitest";
import { model } from "../../support/models.ts";
import { verdicts } from "../verdicts.ts";

const overrides = { base: "/docs", hosts: ["x.example"] };

test("plain files: links count with the base and without, and are written with it", () => {
  const plain = model("plain", { ...overrides, contentRoots: ["content"] });
  const book = "\n//- content/a.md\n# A\n//- content/b.md\n# B\n";
  const links = ["/docs/b", "/b", "https://x.example/docs/b", "b.md", "/docs/c", "/docs"];
  expect(verdicts(plain, book, "content/a.md", links)).toEqual([
    "ok content/b.md",
    "ok content/b.md",
    "ok content/b.md",
    "ok content/b.md",
    "missing-page /c",
    "ok /content",
  ]);
});

test("PostHog's: Gatsby adds the base to Markdown's links, full addresses have it", () => {
  const posthog = model("posthog", overrides);
  const book = "\n//- contents/handbook/a.md\n# A\n//- contents/handbook/b.md\n# B\n";
  const links = ["/handbook/b", "https://x.example/docs/handbook/b", "/docs/handbook/b"];
  expect(verdicts(posthog, book, "contents/handbook/a.md", links)).toEqual([
    "ok contents/handbook/b.md",
    "ok contents/handbook/b.md",
    "missing-page /docs/handbook/b",
  ]);
});

test("a wiki of a repository: its pages are below its own address", () => {
  const wiki = model("wiki", { base: "/harbour/handbook/wiki", hosts: ["github.com"] });
  const book = "\n//- Home.md\n# A\n//- _Sidebar.md\n//- Pay.md\n# B\n";
  const links = [
    "https://github.com/harbour/handbook/wiki/Pay",
    "https://github.com/harbour/handbook/wiki",
    "https://github.com/harbour",
  ];
  expect(verdicts(wiki, book, "Home.md", links)).toEqual(["ok Pay.md", "ok Home.md", "unknown"]);
});

test("Docsify and GitBook: a full address has the base, before the route too", () => {
  const docsify = `\n//- index.html\n<script>window.$docsify = {}</script>\n//- README.md\n# A\n//- pay.md\n# B\n`;
  expect(
    verdicts(model("docsify", overrides), docsify, "README.md", [
      "https://x.example/docs/#/pay",
      "https://x.example/#/pay",
    ]),
  ).toEqual(["ok pay.md", "ok pay.md"]);
  const gitbook =
    "\n//- .gitbook.yaml\nroot: ./\n//- README.md\n# A\n//- SUMMARY.md\n- [B](pay.md)\n//- pay.md\n# B\n";
  expect(
    verdicts(model("gitbook", overrides), gitbook, "README.md", ["https://x.example/docs/pay", "/pay"]),
  ).toEqual(["ok pay.md", "ok pay.md"]);
});
