// The rules by which headings get their ids, by the name that an author gives in `slugger`: for sites whose ids come from a
// function or plugin that can't be read. Each is the rule of the model that has it.

import type { DataValue } from "../../data/value.ts";
import type { Heading } from "../../markdown/markdownScan.ts";
import type { HeadingId } from "../site.ts";
import type { SiteModel } from "../siteModel.ts";
import { githubIds } from "./common/githubIds.ts";
import { readGoldmark } from "./hugo/goldmark.ts";
import { hugoIds } from "./hugo/headingIds.ts";
import { readVersion } from "./hugo/version.ts";
import { kramdownIds } from "./jekyll/headingIds.ts";
import { mkdocsIds } from "./mkdocs/headingIds.ts";
import { tocRule } from "./mkdocs/slugs.ts";
import { vitepressIds } from "./vitepress/headingIds.ts";

type SlugRule = (headings: readonly Heading[]) => readonly (HeadingId | undefined)[];

const kramdown = {
  autoIds: true,
  idPrefix: "",
  idStripping: false,
  parseBlockHtml: false,
  transliterated: false,
} as const;

const nothing: DataValue = { kind: "map", entries: [], span: { start: 0, end: 0 } };
const goldmark = readGoldmark(nothing, readVersion(new Map(), nothing));

/** Keys are the values of `handbook.site.slugger`. */
export const slugRules: Readonly<Record<string, { readonly name: string; readonly ids: SlugRule }>> = {
  github: { name: "GitHub's rule", ids: githubIds },
  goldmark: { name: "Hugo's rule", ids: (headings) => hugoIds(headings, goldmark) },
  kramdown: {
    name: "kramdown's own rule",
    ids: (headings) => kramdownIds(headings, { ...kramdown, input: "kramdown" }),
  },
  "kramdown-gfm": {
    name: "kramdown's rule for GitHub's Markdown",
    ids: (headings) => kramdownIds(headings, { ...kramdown, input: "gfm" }),
  },
  "python-markdown": {
    name: "the rule of Python-Markdown's toc",
    ids: (headings) => mkdocsIds(headings, { rule: tocRule, separator: "-" }),
  },
  vitepress: { name: "VitePress's rule", ids: (headings) => vitepressIds(headings, () => true) },
  none: {
    name: "no ids but those that are written",
    ids: (headings) => headings.map(({ explicitId }) => explicitId?.id as HeadingId | undefined),
  },
};

/** The model with the ids of the rule that an author names; of a name that there is not, the model as it is. */
export function withSlugRule(model: SiteModel, name: string | undefined): SiteModel {
  const rule = name !== undefined && Object.hasOwn(slugRules, name) ? slugRules[name] : undefined;
  if (!rule) return model;
  const { idsTogether } = model;
  return {
    ...model,
    idRule: `${rule.name}, as the setting slugger says`,
    place: (page, others) => ({ ...model.place(page, others), headingIds: rule.ids(page.headings) }),
    ...(idsTogether && { idsTogether: rule.ids }),
  };
}
