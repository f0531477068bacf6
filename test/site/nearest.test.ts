import { expect, test } from "vitest";
import { linkHabit } from "../../server/src/site/linkHabit.ts";
import { nearestFiles, nearestIds, nearestRoutes } from "../../server/src/site/nearest.ts";
import { pagesWithId } from "../../server/src/site/pagesWithId.ts";
import { destinationsOf, linksTo, pathOf, uriOf } from "../../server/src/site/queries.ts";
import { handbook, pageOf } from "../support/handbook.ts";
import { plain } from "../support/models.ts";

const book = handbook(
  plain,
  `
//- people/feedback.md
---
title: Giving feedback
---
## Giving it
## Taking it
See [a](/company/small-teams), [b][x] and [c](/people/feedback#giving-it).

[x]: ../company/management.md
[unused]: /nothing
//- company/small-teams.md
//- company/management.md
//- img/screen shot.png
`,
);
const page = pageOf(book, "people/feedback.md");
const paths = (pages: readonly { readonly path: string }[]) => pages.map(({ path }) => path);

test("a missing route is near to a page by its path, wherever it moved, and by its title", () => {
  expect(paths(nearestRoutes(book.site, "/people/fedback", 1))).toEqual(["people/feedback.md"]);
  expect(paths(nearestRoutes(book.site, "/handbook/management", 1))).toEqual(["company/management.md"]);
  expect(paths(nearestRoutes(book.site, "/giving-feedback", 1))).toEqual(["people/feedback.md"]);
  expect(nearestRoutes(book.site, "/zzz", 3)).toEqual([]);
});

test("missing ids and files have near ones, too", () => {
  expect(nearestIds(page, "givin-it", 1)).toEqual(["giving-it"]);
  expect(nearestFiles(book.site, "img/screenshot.png", 1)).toEqual(["img/screen shot.png"]);
  expect(paths(pagesWithId(book.site, "taking-it"))).toEqual(["people/feedback.md"]);
});

test("each destination that is written and used is told once", () => {
  expect(
    destinationsOf(page).map(({ destination, definition }) =>
      `${destination.value} ${definition?.label ?? ""}`.trim(),
    ),
  ).toEqual(["/company/small-teams", "/people/feedback#giving-it", "../company/management.md x"]);
});

test("a page knows the links to it", () => {
  expect(linksTo(book.site, pageOf(book, "company/management.md")).map(({ link }) => link.text)).toEqual([
    "b",
  ]);
  expect(linksTo(book.site, page)).toHaveLength(1);
});

test("the habit is what most links do", () => {
  expect(linkHabit(book.site)).toEqual({ form: "site-root", extension: false, trailingSlash: false });
});

test("URIs and paths turn into one another, however the editor encodes them", () => {
  const uri = uriOf(book.site, "img/screen shot.png");
  expect(uri).toBe("file:///handbook/img/screen%20shot.png");
  expect(pathOf(book.site, uri)).toBe("img/screen shot.png");
  expect(pathOf(book.site, "file:///handbooks/x.md")).toBeUndefined();
});
