// `redirect-conflict`, `redirect-dead`, `redirect-loop`: rules in the site's own redirect files that no reader ever meets,
// or that send one nowhere.

import { endOf } from "../site/endOf.ts";
import { isHostFile } from "../site/models/common/redirects/hostRedirects.ts";
import { remember } from "../site/remember.ts";
import { resolveLink } from "../site/resolveLink.ts";
import { encodePath, routeKey } from "../site/routeKey.ts";
import type { LinkTarget, Page, Site } from "../site/site.ts";
import type { LinkForm, RedirectRule, SiteModel } from "../site/siteModel.ts";
import type { FileFinding, FileRule, Fix } from "./finding.ts";
import { removeRule } from "./ruleRemoval.ts";
import { suggestedPages } from "./suggestions.ts";
import { didYouMean, redirectWords } from "./wording.ts";

export const redirectConflict: FileRule = {
  codes: ["redirect-conflict"],
  check(site) {
    const first = new Map<string, RedirectRule>();
    return rulesOf(site).flatMap((rule): readonly FileFinding[] => {
      if (!rule.literal || rule.conditional) return [];
      const key = routeKey(rule.source).toLowerCase();
      const before = first.get(key);
      if (!before) {
        first.set(key, rule);
        return [];
      }
      const same = routeKey(before.source) === routeKey(rule.source);
      const message = same
        ? `An earlier rule redirects ${rule.source} to ${before.destination}, and the first one counts. Remove one of them.`
        : `An earlier rule redirects ${before.source}, which differs in capital letters only: hosts that do not tell them apart never come to this one. Keep one of them.`;
      return [{ code: "redirect-conflict", file: rule.file, span: rule.sourceSpan, message }];
    });
  },
  fix: (site, finding) => fixRule(site, finding, "sourceSpan"),
};

export const redirectDead: FileRule = {
  codes: ["redirect-dead"],
  check: (site) =>
    rulesOf(site).flatMap((rule): readonly FileFinding[] => {
      const target = targetOf(site, rule);
      const end = target && endOf(target);
      if (end?.kind !== "missing" || end.what === "redirect-loop") return [];
      return [
        {
          code: "redirect-dead",
          file: rule.file,
          span: rule.destinationSpan,
          message: deadMessage(site, rule, end),
        },
      ];
    }),
  fix(site, finding): readonly Fix[] {
    const rule = ruleAt(site, finding, "destinationSpan");
    if (!rule) return [];
    const near = suggestedPages(site, withoutFragment(rule.destination), "").map((page) => ({
      title: `Change to ${page.route}`,
      edits: [{ span: finding.span, newText: rule.nameOf?.(page) ?? encodePath(page.route ?? "") }],
    }));
    return [...near, ...removeRule(site, rule)];
  },
};

export const redirectLoop: FileRule = {
  codes: ["redirect-loop"],
  check: (site) =>
    rulesOf(site).flatMap((rule): readonly FileFinding[] => {
      const target = rule.literal && !rule.conditional ? targetOf(site, rule) : undefined;
      if (target?.kind !== "missing" || target.what !== "redirect-loop") return [];
      const message = `This redirect leads in a circle: ${target.chain.join(" → ")}. Point it at a page, or remove it.`;
      return [{ code: "redirect-loop", file: rule.file, span: rule.sourceSpan, message }];
    }),
  /** One rule less would leave the others of the circle with a dead end. */
  fix(site, finding): readonly Fix[] {
    const rule = ruleAt(site, finding, "sourceSpan");
    const target = rule && targetOf(site, rule);
    if (target?.kind !== "missing" || !("chain" in target)) return [];
    const keys = new Set(target.chain.map(routeKey));
    const circle = rulesOf(site).filter((one) => one.literal && keys.has(routeKey(one.source)));
    if (circle.some(({ file }) => file !== finding.file)) return [];
    const edits = circle.flatMap((one) => removeRule(site, one).flatMap((fix) => fix.edits));
    const title = `Remove the ${circle.length === 1 ? "redirect" : `${circle.length} redirects`} of this circle`;
    return edits.length === circle.length ? [{ title, path: finding.file, edits }] : [];
  },
};

function rulesOf(site: Site): readonly RedirectRule[] {
  return site.model.redirects ?? [];
}

/** Where a rule sends its readers: a literal one from its source on, one with parameters only when its destination has none. */
function targetOf(site: Site, rule: RedirectRule): LinkTarget | undefined {
  const from = anyPage(site);
  if (!from || rule.conditional) return undefined;
  if (rule.literal) {
    // Behind an earlier rule of the same source: `redirect-conflict` tells it.
    if (remember(firsts, site.model, () => firstRules(site)).get(routeKey(rule.source)) !== rule)
      return undefined;
    const target = resolveLink(site, from, encodePath(rule.source), formOf(rule));
    // A page that wins over its rule says nothing of the rule's own end.
    if ("chain" in target) return target;
  }
  return /[:*$([]/.test(rule.destination.replace(/^https?:/i, ""))
    ? undefined
    : resolveLink(site, from, rule.destination, formOf(rule));
}

/** Hosts have whole paths, as tags have them; what a generator redirects is written as it has its links. */
function formOf({ file }: RedirectRule): LinkForm {
  return isHostFile(file) ? "html" : "markdown";
}

const firsts = new WeakMap<SiteModel, ReadonlyMap<string, RedirectRule>>();

/** By source, the rule that its readers meet. */
function firstRules(site: Site): ReadonlyMap<string, RedirectRule> {
  const first = new Map<string, RedirectRule>();
  for (const rule of rulesOf(site)) {
    const key = routeKey(rule.source);
    if (rule.literal && !rule.conditional && !first.has(key)) first.set(key, rule);
  }
  return first;
}

/** Redirects are site-root paths: which page they are asked from makes no difference. */
function anyPage(site: Site): Page | undefined {
  for (const page of site.pages.values()) if (page.route !== undefined) return page;
  return undefined;
}

function deadMessage(site: Site, rule: RedirectRule, end: Extract<LinkTarget, { kind: "missing" }>): string {
  if (end.what === "anchor") {
    return `${rule.source} is redirected to ${rule.destination}, where no heading has the id "${end.fragment}".`;
  }
  const chain = "chain" in end ? end.chain : [rule.source, rule.destination];
  const [near] = suggestedPages(site, withoutFragment(rule.destination), "");
  return `${redirectWords(chain)}, where nothing is served.${didYouMean(near?.route)}`;
}

function withoutFragment(destination: string): string {
  return destination.replace(/[?#].*$/s, "");
}

function ruleAt(
  site: Site,
  finding: FileFinding,
  side: "sourceSpan" | "destinationSpan",
): RedirectRule | undefined {
  return rulesOf(site).find((rule) => rule.file === finding.file && rule[side].start === finding.span.start);
}

function fixRule(site: Site, finding: FileFinding, side: "sourceSpan" | "destinationSpan"): readonly Fix[] {
  const rule = ruleAt(site, finding, side);
  return rule ? removeRule(site, rule) : [];
}
