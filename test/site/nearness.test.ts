// The quick search for what was meant answers as the plain one does.

import fc from "fast-check";
import { expect, test } from "vitest";
import { best } from "../../server/src/site/best.ts";
import { closeness, closenessTo } from "../../server/src/site/closeness.ts";
import { nearestFiles, nearestIds, nearestRoutes } from "../../server/src/site/nearest.ts";
import { handbook } from "../support/handbook.ts";
import { plain } from "../support/models.ts";
import { plainCloseness, plainFiles, plainIds, plainRoutes } from "../support/plainNearness.ts";

const letter = fc.constantFrom("a", "b", "c", "-", "é", "日");
const text = (maxLength: number) => fc.array(letter, { maxLength }).map((letters) => letters.join(""));

/** A text, and one that a few strokes make of it. */
const slip = fc
  .tuple(text(100), fc.array(fc.tuple(fc.nat(100), fc.nat(3), letter), { maxLength: 8 }))
  .map(([start, strokes]): [string, string] => [start, strokes.reduce(struck, start)]);

function struck(before: string, [place, kind, put]: readonly [number, number, string]): string {
  const at = place % (before.length + 1);
  const [start, here, next, end] = [
    before.slice(0, at),
    before.charAt(at),
    before.charAt(at + 1),
    before.slice(at + 2),
  ];
  return start + [put + here + next, next, put + next, next + here][kind] + end;
}

const pair = fc.oneof(slip, fc.tuple(text(12), text(12)), fc.tuple(text(100), text(100)));

test("closeness counts strokes as their table does, below and above 32 letters", () => {
  fc.assert(
    fc.property(pair, ([a, b]) => closeness(a, b) === plainCloseness(a, b)),
    { numRuns: 3000 },
  );
});

test("closeness that need not be told is told as something smaller", () => {
  fc.assert(
    fc.property(pair, fc.double({ min: 0, max: 1, noNaN: true }), ([a, b], least) => {
      const [quick, exact] = [closenessTo(a)(b, least), plainCloseness(a, b)];
      return exact >= least ? quick === exact : quick < least;
    }),
    { numRuns: 3000 },
  );
  expect(closenessTo("team")("team", 1)).toBe(1);
});

test("the best of many are those that sorting all of them puts first", () => {
  const scored = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 30 });
  fc.assert(
    fc.property(scored, fc.nat(4), fc.nat(9), (things, max, least) => {
      const first = ([, a]: readonly [number, number], [, b]: readonly [number, number]) => a < b;
      const quick = best(things, { max, least, first }, ([score]) => score);
      const sorted = things
        .filter(([score]) => score >= least)
        .sort(([a, x], [b, y]) => b - a || x - y)
        .slice(0, max);
      expect(quick).toEqual(sorted);
    }),
  );
});

const words = [
  "team",
  "teams",
  "tema",
  "Feedback",
  "feedbakc",
  "giving",
  "people",
  "pay",
  "pay-and-benefits",
];
const name = fc
  .array(fc.constantFrom(...words, "été", "日本", "a", "index", "README"), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join("-"));
const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => parts.join("/"));
const file = fc.tuple(path, fc.constantFrom(".md", ".md", ".md", ".png", ".html"), name);
const asked = fc.oneof(
  path,
  path.map((one) => `/${one}/`),
  path.map((one) => `${one}.png`),
  fc.constantFrom("", "/"),
);

/** A handbook of such files; every page has a title and headings that are named like others. */
function bookOf(files: readonly (readonly [string, string, string])[]) {
  const unique = new Map(files.map(([start, end, title]) => [start + end, title]));
  const source = [...unique].map(([path, title], at) => {
    const headings = files.slice(at % 7, (at % 7) + 5).map(([other]) => `## ${other.replaceAll("/", " ")}\n`);
    return `//- ${path}\n${path.endsWith(".md") ? `# ${title.replaceAll("-", " ")}\n${headings.join("")}` : ""}`;
  });
  return handbook(plain, source.join("")).site;
}

test("near pages, files and ids are those that a search through all of them finds", () => {
  const book = fc.array(file, { minLength: 1, maxLength: 120 }).map(bookOf);
  fc.assert(
    fc.property(
      book,
      fc.array(asked, { minLength: 5, maxLength: 20 }),
      fc.constantFrom(1, 3),
      (site, all, max) => {
        for (const one of all) {
          expect(nearestRoutes(site, one, max).map((page) => page.path as string)).toEqual(
            plainRoutes(site, one, max),
          );
          expect(nearestFiles(site, one, max)).toEqual(plainFiles(site, one, max));
          for (const page of [...site.pages.values()].slice(0, 3))
            expect(nearestIds(page, one, max)).toEqual(plainIds(page, one, max));
        }
      },
    ),
    { numRuns: 30 },
  );
});

test("trigrams that hundreds of files share are no reason to compare them", () => {
  const files = Array.from({ length: 700 }, (_, at): [string, string, string] => [
    `images/figure-${at * 37}-${at % 5 === 0 ? "people" : "team"}`,
    ".png",
    "",
  ]);
  const site = bookOf([...files, ["people/feedback", ".md", "team"]]);
  for (const one of [
    "images/figure-3700-people.png",
    "figure-37-team.png",
    "figure.png",
    "peopel/feedbak.md",
  ])
    expect(nearestFiles(site, one, 3)).toEqual(plainFiles(site, one, 3));
});
