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
  const target = resolveLink(site, page, encodePath(page.route));
  const redirected = target.kind === "redirect" || (target.kind === "missing" && "chain" in target);
  return redirected && "chain" in target && routeKey(target.chain[0] ?? "") === routeKey(page.route)
    ? (target as Shadow)
    : undefined;
}

/** The rule that names the page's route itself; one with parameters can't be taken out for a single page. */
function ruleFor(site: Site, page: Page): RedirectRule | undefined {
  const key = routeKey(page.route ?? "");
  return site.model.redirects?.find(
    (rule) => rule.literal && !rule.conditional && !rule.yieldsToPages && routeKey(rule.source) === key,
  );
}
