// Which hosts are the site's own. Where its configuration does not say, the pages do: the host that their full addresses
// name, when the paths of those addresses are pages here.

import type { ScannedPage } from "../page/scannedPage.ts";
import { splitDestination } from "./destination.ts";
import { keptTable } from "./keptTable.ts";
import { remember } from "./remember.ts";
import { decodeOnce, routeKey } from "./routeKey.ts";
import type { Site } from "./site.ts";

export interface OwnHosts {
  readonly hosts: readonly string[];
  /** For the author, where it was found by the pages' links: "18 of 20 links to handbook.example.com name pages of this site". */
  readonly evidence?: string;
}

/** The model's hosts, or the one that the pages' links give away. Remembered with the site. */
export function ownHosts(site: Site): OwnHosts {
  return site.model.hosts.length > 0 ? { hosts: site.model.hosts } : guessedHost(site);
}

/** Fewer addresses than this are no evidence, and neither is a host of which most addresses are no pages here. */
const least = { links: 3, share: 0.4 };

const guessedHost = keptTable(({ scanned }) => JSON.stringify(addressesOf(scanned)), guessHost);

function guessHost(site: Site): OwnHosts {
  const tally = new Map<string, { links: number; served: number }>();
  for (const page of site.pages.values()) {
    for (const [host, path] of addressesOf(page.scanned)) {
      const count = tally.get(host) ?? { links: 0, served: 0 };
      tally.set(host, count);
      count.links++;
      if (site.served.has(path)) count.served++;
    }
  }
  const [best] = [...tally]
    .filter(([, { links, served }]) => served >= least.links && served / links >= least.share)
    .sort(([, a], [, b]) => b.served - a.served);
  if (!best) return { hosts: [] };
  const [host, { links, served }] = best;
  return { hosts: [host], evidence: `${served} of ${links} links to ${host} name pages of this site` };
}

const addresses = new WeakMap<ScannedPage["links"], readonly (readonly [host: string, path: string])[]>();

/** Host and route key of each full address on the page that is more than a host. */
function addressesOf(page: ScannedPage): readonly (readonly [host: string, path: string])[] {
  return remember(addresses, page.links, listAddresses);
}

function listAddresses(links: ScannedPage["links"]): readonly (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [];
  for (const { destination } of links) {
    if (!/^https?:\/\//i.test(destination.value)) continue;
    const { host, path } = splitDestination(destination.value);
    if (host !== undefined && path.length > 1) found.push([host, routeKey(decodeOnce(path))]);
  }
  return found;
}
