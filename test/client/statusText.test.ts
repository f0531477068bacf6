import { expect, test } from "vitest";
import { barText, barTooltip, count, siteCounts, siteTitle } from "../../client/src/views/statusText.ts";
import type { SiteStatus } from "../../server/src/protocol.ts";

const site: SiteStatus = {
  root: "file:///home/ada/our%20handbook",
  model: "PostHog",
  evidence: "vercel.json and contents/ are here",
  pages: 1204,
  links: 1,
  problems: 3,
};

test("the bar shows pages and problems of all handbooks together", () => {
  const status = { indexing: false, sites: [site, { ...site, pages: 1, problems: 0 }] };
  expect(barText(status, true)).toBe("$(book) 1,205 pages, 3 problems");
});

test("the bar spins while pages are read, and says so on hover", () => {
  const status = { indexing: true, sites: [site] };
  expect(barText(status, true)).toBe("$(loading~spin) 1,204 pages, 3 problems");
  expect(barTooltip(status, true)).toBe(
    "Reading pages…\nour handbook (PostHog): vercel.json and contents/ are here",
  );
});

test("what an author should know of a handbook stands below it", () => {
  const notes = ["The setting handbook.site.trailingSlash changes nothing for this kind of site (MkDocs)."];
  expect(barTooltip({ indexing: false, sites: [{ ...site, notes }, site] }, true).split("\n")).toEqual([
    "our handbook (PostHog): vercel.json and contents/ are here",
    ...notes,
    "our handbook (PostHog): vercel.json and contents/ are here",
  ]);
});

test("without a handbook the bar has no counts", () => {
  expect(barText({ indexing: false, sites: [] }, true)).toBe("$(book) Handbook");
});

test("the bar says when the checks are not running", () => {
  expect(barText({ indexing: false, sites: [site] }, false)).toBe("$(warning) Handbook is off");
});

test("a handbook is named by its folder, as people write it", () => {
  expect(siteTitle(site)).toBe("our handbook (PostHog)");
  expect(siteTitle({ ...site, root: "file:///home/ada/100%/" })).toBe("100% (PostHog)");
  expect(siteCounts(site)).toBe("1,204 pages, 1 link, 3 problems");
});

test("one thing is one, and none are none", () => {
  expect([count(0, "page"), count(1, "page"), count(2, "page")]).toEqual(["0 pages", "1 page", "2 pages"]);
});
