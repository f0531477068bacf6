import { expect, test } from "vitest";
import type { PagePath } from "../../server/src/page/scannedPage.ts";
import { scanPage } from "../../server/src/page/scanPage.ts";
import { makeSite, replaceModel, updateSite } from "../../server/src/site/makeSite.ts";
import { plainModel } from "../../server/src/site/models/index.ts";
import type { FilePath } from "../../server/src/site/site.ts";
import type { SiteModel } from "../../server/src/site/siteModel.ts";

function counting(): { model: SiteModel; placed: string[] } {
  const placed: string[] = [];
  const model: SiteModel = {
    ...plainModel,
    place: (page, others) => {
      placed.push(page.path);
      return plainModel.place(page, others);
    },
  };
  return { model, placed };
}

function scan(path: string, text: string) {
  return scanPage(path as PagePath, text, { ...plainModel.syntaxOf(path as FilePath) } as never);
}

const pages = ["a.md", "b.md", "c.md"].map((path) => scan(path, `# ${path}\n`));
const files = new Set(pages.map(({ path }) => path as string as FilePath));

test("typing in one page never places another again", () => {
  const { model, placed } = counting();
  const site = makeSite({ root: "file:///h/", model, files, pages });
  placed.length = 0;
  const after = updateSite(site, { scanned: [scan("b.md", "# B, changed\n")] });
  expect(placed).toEqual(["b.md"]);
  expect(after.pages.get("a.md" as PagePath)).toBe(site.pages.get("a.md" as PagePath));
  expect(after.pages.get("b.md" as PagePath)?.title).toBe("B, changed");
  expect(after.served.get("/b")?.page.title).toBe("B, changed");
  expect(site.pages.get("b.md" as PagePath)?.title).toBe("b.md");
});

test("a page that goes away is no longer served, and another of its route takes its place", () => {
  const two = [scan("x/index.md", "# One\n"), scan("x/README.md", "# Two\n")];
  const site = makeSite({ root: "file:///h", model: plainModel, files, pages: two });
  expect(site.served.get("/x")?.page.path).toBe("x/README.md");
  const after = updateSite(site, { removed: ["x/README.md" as PagePath] });
  expect(after.served.get("/x")?.page.path).toBe("x/index.md");
});

test("a new model places all pages anew and scans none", () => {
  const { model, placed } = counting();
  const site = makeSite({ root: "file:///h", model: plainModel, files, pages });
  const after = replaceModel(site, model);
  expect(placed).toEqual(["a.md", "b.md", "c.md"]);
  expect(after.pages.get("a.md" as PagePath)?.scanned).toBe(pages[0]);
});

test("what a page hands down is placed anew with it, and nothing is when it hands down the same", () => {
  const { model, placed } = counting();
  const handing: SiteModel = {
    ...model,
    handsDown: (page) => (page.path === "a.md" ? page.excerpt : undefined),
  };
  const site = makeSite({
    root: "file:///h/",
    model: handing,
    files,
    pages: [...pages, scan("a.md", "One.\n")],
  });
  placed.length = 0;
  const same = updateSite(site, { scanned: [scan("a.md", "One.\n\n## More\n")] });
  expect(placed).toEqual(["a.md"]);
  updateSite(same, { scanned: [scan("a.md", "Two.\n")] });
  expect(placed.slice(1)).toEqual(["a.md", "b.md", "c.md"]);
});

test("what other pages take in is no page for as long as they do", () => {
  const { model, placed } = counting();
  const taking: SiteModel = {
    ...model,
    takesIn: (page) =>
      page.headings.some(({ text }) => text.includes("takes b")) ? ["b.md" as PagePath] : [],
  };
  const routeOfB = (site: ReturnType<typeof makeSite>) => site.pages.get("b.md" as PagePath)?.route;
  const plain = makeSite({ root: "file:///h", model: taking, files, pages });
  expect(routeOfB(plain)).toBe("/b");
  const taken = updateSite(plain, { scanned: [scan("a.md", "# A takes b\n")] });
  expect(routeOfB(taken)).toBeUndefined();
  expect(taken.served.has("/b")).toBe(false);
  placed.length = 0;
  const typed = updateSite(taken, { scanned: [scan("b.md", "# B, changed\n")] });
  expect(placed).toEqual(["b.md"]);
  expect(routeOfB(typed)).toBeUndefined();
  expect(routeOfB(replaceModel(typed, plainModel))).toBe("/b");
  expect(routeOfB(replaceModel(plain, { ...taking, takesIn: () => ["b.md" as PagePath] }))).toBeUndefined();
  expect(routeOfB(updateSite(typed, { removed: ["a.md" as PagePath] }))).toBe("/b");
});
