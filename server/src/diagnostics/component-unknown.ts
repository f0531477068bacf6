// `component-unknown`: a component that the site does not have, by what it lists and by what other pages use. Depending on
// the generator the page shows nothing in its place, or the whole site stops building.

import type { ComponentTag } from "../markdown/markdownScan.ts";
import type { PagePath } from "../page/scannedPage.ts";
import { closeness } from "../site/closeness.ts";
import { keptTable } from "../site/keptTable.ts";
import type { Page, Site } from "../site/site.ts";
import type { Finding, Fix, Rule } from "./finding.ts";
import { didYouMean } from "./wording.ts";

export const componentUnknown: Rule = {
  codes: ["component-unknown"],
  check: (site, page) =>
    unknownOn(site, page).map(({ name, span }): Finding => {
      const message = `The site has no component ${name}, so the page shows nothing here or is not built at all.${didYouMean(nearest(site, page, name))}`;
      return { code: "component-unknown", span, message };
    }),
  fix(site, page, finding): readonly Fix[] {
    const tag = page.scanned.components.find(({ span }) => span.start === finding.span.start);
    const near = tag && nearest(site, page, tag.name);
    return near === undefined
      ? []
      : [{ title: `Change to ${near}`, edits: [{ span: finding.span, newText: near }] }];
  },
};

function unknownOn(site: Site, page: Page): readonly ComponentTag[] {
  const { components, imports, exports } = page.scanned;
  const listed = site.model.components;
  if (components.length === 0 || !listed) return [];
  const own = new Set([...imports, ...exports].map(({ name }) => name));
  return components.filter(({ name }) => {
    const [root = name] = name.split(".");
    return !own.has(root) && !listed.has(name) && !listed.has(root) && !isUsedElsewhere(site, page, name);
  });
}

/** A name that two other pages use is one that the site has, whether or not we know it. */
function isUsedElsewhere(site: Site, page: Page, name: string): boolean {
  const users = usersOf(site).get(name);
  return users !== undefined && users.size - (users.has(page.path) ? 1 : 0) >= 2;
}

const usersOf = keptTable(
  ({ scanned }) => scanned.components.map(({ name }) => name).join(),
  (site): ReadonlyMap<string, ReadonlySet<PagePath>> => {
    const table = new Map<string, Set<PagePath>>();
    for (const { scanned, path } of site.pages.values()) {
      for (const { name } of scanned.components) {
        const set = table.get(name);
        if (set) set.add(path);
        else table.set(name, new Set([path]));
      }
    }
    return table;
  },
);

function nearest(site: Site, page: Page, name: string): string | undefined {
  const { imports, exports } = page.scanned;
  const known = new Set([
    ...(site.model.components ?? []),
    ...[...imports, ...exports].map((one) => one.name),
  ]);
  const [best] = [...known]
    .map((one) => ({ one, score: closeness(one.toLowerCase(), name.toLowerCase()) }))
    .filter(({ score }) => score >= 0.7)
    .sort((a, b) => b.score - a.score);
  return best?.one;
}
