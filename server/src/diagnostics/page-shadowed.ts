// `page-shadowed`: a redirect begins at the page's own route and wins over it, so that no reader ever sees the page.

import { resolveLink } from "../site/resolveLink.ts";
import { encodePath, routeKey } from "../site/routeKey.ts";
import type { LinkTarget, Page, Site } from "../site/site.ts";
import type { RedirectRule } from "../site/siteModel.ts";
import type { Fix, Rule } from "./finding.ts";
import { removeRule } from "./ruleRemoval.ts";
import { titleSpan } from "./titleSpan.ts";

export const pageShadowed: Rule = {
  codes: ["page-shadowed"],
  check(site, page) {
    const target = shadow(site, page);
    if (!target) return [];
    const file = ruleFor(site, page)?.file;
    const where = file === undefined ? "a redirect" : `a redirect in ${file}`;
    const end = "address" in target ? target.address : target.chain.at(-1);
    const message = `Readers never see this page: ${where} sends them from ${page.route} to ${end}. Remove the redirect or the page.`;
    return [{ code: "page-shadowed", span: titleSpan(page), message }];
  },
  fix(site, page): readonly Fix[] {
    const rule = ruleFor(site, page);
    return rule ? removeRule(site, rule) : [];
  },
};

type Shadow = Extract<LinkTarget, { readonly chain: readonly string[] }>;

function shadow(site: Site, page: Page): Shadow | undefined {
  if (page.route === undefined || !site.model.redirects?.some((rule) => !rule.yieldsToPages))
    return undefined;
  const target = resolveLink(
    site,
    page,
    encodePath(addressOf(site, page)),
    site.model.base ? "html" : "markdown",
  );
  const redirected = target.kind === "redirect" || (target.kind === "missing" && "chain" in target);
  return redirected && "chain" in target && names(site, page, target.chain[0] ?? "")
    ? (target as Shadow)
    : undefined;
}

function addressOf({ model }: Site, { route }: Page): string {
  return (model.base ?? "") + (route ?? "");
}

/** Hosts have whole addresses, and so have some generators; others are without the base. */
function names(site: Site, page: Page, path: string): boolean {
  const key = routeKey(path);
  return key === routeKey(page.route ?? "") || key === routeKey(addressOf(site, page));
}

/** The rule that names the page's route itself; one with parameters can't be taken out for a single page. */
function ruleFor(site: Site, page: Page): RedirectRule | undefined {
  return site.model.redirects?.find(
    (rule) => rule.literal && !rule.conditional && !rule.yieldsToPages && names(site, page, rule.source),
  );
}
