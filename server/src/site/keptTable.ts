// Tables over all pages that outlive a keystroke: a snapshot knows which pages differ from the one before it, and a table
// is made anew only when one of these has become different in what the table is made of.

import type { PagePath } from "../page/scannedPage.ts";
import type { Page, Site } from "./site.ts";

interface Descent {
  readonly before: WeakRef<Site>;
  readonly changed: readonly PagePath[];
}

const descents = new WeakMap<Site, Descent>();

/** More snapshots between two questions than this are not followed. */
const farthest = 200;

/** Notes that a snapshot differs from another in the text of these pages alone: neither in what is served nor in files or model. */
export function descend(after: Site, before: Site, changed: readonly PagePath[]): void {
  descents.set(after, { before: new WeakRef(before), changed });
}

/**
 * A table over all pages of a site, made by `make` and remembered. `factOf` says all that a page gives to it, beside its routes:
 * as long as that is the same on every page, so is the table.
 */
export function keptTable<Table extends object>(
  factOf: (page: Page, site: Site) => string,
  make: (site: Site) => Table,
): (site: Site) => Table {
  const tables = new WeakMap<Site, Table>();
  return (site) => {
    const known = tables.get(site) ?? fromBefore(site, tables, factOf) ?? make(site);
    tables.set(site, known);
    return known;
  };
}

function fromBefore<Table extends object>(
  site: Site,
  tables: WeakMap<Site, Table>,
  factOf: (page: Page, site: Site) => string,
): Table | undefined {
  const changed = new Set<PagePath>();
  let descent = descents.get(site);
  for (let steps = 0; descent && steps < farthest; steps++) {
    for (const path of descent.changed) changed.add(path);
    const before: Site | undefined = descent.before.deref();
    const table = before && tables.get(before);
    if (before && table) return isSame(before, site, changed, factOf) ? table : undefined;
    descent = before && descents.get(before);
  }
  return undefined;
}

function isSame(
  before: Site,
  after: Site,
  changed: ReadonlySet<PagePath>,
  factOf: (page: Page, site: Site) => string,
): boolean {
  for (const path of changed) {
    const [a, b] = [before.pages.get(path), after.pages.get(path)];
    if (a !== b && (!a || !b || factOf(a, before) !== factOf(b, after))) return false;
  }
  return true;
}
