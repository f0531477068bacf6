import fc from "fast-check";
import { expect, test } from "vitest";
import { splitDestination } from "../../server/src/site/destination.ts";
import { hrefTo } from "../../server/src/site/hrefTo.ts";
import { resolveLink } from "../../server/src/site/resolveLink.ts";
import { handbook, pageOf } from "../support/handbook.ts";
import { hugo, plain, posthog } from "../support/models.ts";

const names = [
  "a b",
  "50%",
  "c#d",
  "why?",
  "f(x)",
  "été",
  "日本",
  "🎉",
  "a:b",
  "it's",
  "x&y",
  "_under",
  "Upper",
  "index",
  "README",
  "a.b",
  "[z]",
  "p*q",
];
const segment = fc.constantFrom(...names, "people", "pay", "team");
const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("/"));
const style = fc.record({
  form: fc.constantFrom("site-root" as const, "relative" as const),
  extension: fc.boolean(),
  trailingSlash: fc.boolean(),
});

test.each([
  ["plain", plain, "docs/"],
  ["posthog", posthog, "contents/"],
  ["hugo", hugo, "content/"],
] as const)("a link that is written to a page leads to it: %s", (_, model, below) => {
  fc.assert(
    fc.property(
      fc.uniqueArray(path, { minLength: 2, maxLength: 6, selector: (one) => one.toLowerCase() }),
      style,
      (paths, linkStyle) => {
        const text = [
          "//- hugo.toml\n[markup.goldmark.renderHooks.link]\nuseEmbedded = 'always'\n",
          ...paths.map((one) => `//- ${below}${one}.md\n# T\n`),
        ].join("");
        const book = handbook(model, `\n${text}`);
        const pages = [...book.site.pages.values()].filter((page) => page.route !== undefined);
        for (const from of pages) {
          for (const target of pages) {
            const served = book.site.served.get(splitKey(target.route ?? ""));
            if (served?.page !== target) continue;
            const href = hrefTo(book.site, from, target, linkStyle);
            const found = resolveLink(book.site, from, href);
            expect(found.kind === "page" ? found.page.path : `${found.kind} ${href}`).toBe(target.path);
          }
        }
      },
    ),
    { seed: 20, numRuns: 150 },
  );
});

function splitKey(route: string): string {
  return route.length > 1 ? route.replace(/\/$/, "") : route;
}

test("a link to a heading of the same page is its fragment alone, encoded", () => {
  const book = handbook(plain, "\n//- a.md\n# Größe (neu)\n");
  const page = pageOf(book, "a.md");
  const href = hrefTo(
    book.site,
    page,
    page,
    { form: "relative", extension: true, trailingSlash: false },
    "größe-neu",
  );
  expect(href).toBe("#größe-neu");
  expect(splitDestination("/a%23b?x#y").fragment).toBe("y");
});
