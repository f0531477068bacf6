// From an address through the redirects to what serves its end.

import { splitDestination } from "../../../destination.ts";
import { ownHosts } from "../../../ownHosts.ts";
import { decodeOnce, routeKey } from "../../../routeKey.ts";
import type { LinkTarget, Site } from "../../../site.ts";
import type { RuleTable } from "./ruleTable.ts";

/** Longer chains than this are given up as circles: browsers do so at 20. */
const longest = 20;

/** What is served at a path. A redirect wins over all that `serve` finds, unless it yields to pages; `serve` says what the site has there itself. */
export function followRedirects(
  path: string,
  site: Site,
  redirects: RuleTable,
  serve: (path: string) => LinkTarget,
): LinkTarget {
  const chain: string[] = [];
  let here = path;
  let fragment: string | undefined;
  for (;;) {
    const met = redirects.find(here);
    const own = met && (met.rule.conditional || met.rule.yieldsToPages) ? serve(here) : undefined;
    if (!met || met.rule.conditional || (own && own.kind !== "missing")) {
      const end = orMaybe(own ?? serve(here), met?.rule.conditional === true);
      return chain.length === 0
        ? end
        : endOfChain(chain, fragment === undefined ? here : `${here}#${fragment}`, end);
    }
    const looped = chain.some((one) => routeKey(one) === routeKey(here)) || chain.length >= longest;
    chain.push(here);
    if (looped) return { kind: "missing", what: "redirect-loop", chain };
    const parts = splitDestination(met.destination);
    if (parts.scheme !== undefined && parts.host === undefined) return leaving(chain, met.destination);
    if (parts.host !== undefined && !ownHosts(site).hosts.includes(parts.host))
      return leaving(chain, met.destination);
    fragment = parts.fragment ?? fragment;
    const next = decodeOnce(parts.path);
    here = next.startsWith("/") ? next : `/${next}`;
  }
}

function leaving(chain: readonly string[], url: string): LinkTarget {
  return { kind: "redirect", chain, address: url, end: { kind: "external", url } };
}

function endOfChain(chain: readonly string[], address: string, end: LinkTarget): LinkTarget {
  if (end.kind === "missing") return { kind: "missing", what: "dead-redirect", chain: [...chain, address] };
  return { kind: "redirect", chain, address, end };
}

function orMaybe(target: LinkTarget, maybe: boolean): LinkTarget {
  if (!maybe || target.kind !== "missing") return target;
  return { kind: "unknown", why: "A redirect with conditions may serve this address." };
}
