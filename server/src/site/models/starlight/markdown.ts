// Which Markdown engine a version of Astro uses, and what that means for heading ids. Up to 6 it is remark ("unified"), from
// 7 on "satteri" unless the configuration asks for the other (astro/dist/core/config/schemas/base.js).

import { at, booleanAt, type DataValue, itemsAt, stringAt } from "../../../data/value.ts";
import type { IdRules } from "./headingIds.ts";

export interface AstroVersion {
  readonly major: number;
  /** For the author: "5.18.2 in package.json". */
  readonly said: string;
}

const newest = 7;

/** The version that package.json asks for; where it names none, the newest is assumed. */
export function versionOf(manifest: DataValue | undefined): AstroVersion {
  for (const group of ["dependencies", "devDependencies", "peerDependencies"]) {
    const written = stringAt(manifest, group, "astro");
    const major = /^(?:npm:astro@)?[\^~>=v\s]*(\d+)(?:\.|$)/.exec(written ?? "")?.[1];
    if (written !== undefined && major !== undefined)
      return { major: Number(major), said: `${written} in package.json` };
  }
  return { major: newest, said: `${newest}, the newest, since package.json names none` };
}

export function readMarkdown(
  config: DataValue | undefined,
  { major }: AstroVersion,
): { readonly ids: IdRules; readonly linksByFile: boolean } {
  const markdown = at(config, "markdown");
  const processor = at(markdown, "processor");
  const call = processor?.kind === "unread" ? processor.call : undefined;
  const [options] = call?.arguments ?? [];
  const satteri = call ? /satteri/i.test(call.name) : major >= 7;
  const smartypants = at(markdown, "smartypants") ?? at(options, "features", "smartPunctuation");
  const plugins = [...pluginsIn(markdown), ...pluginsIn(options)];
  return {
    ids: {
      footnotes: "number",
      tags: "dropped",
      frontmatter: true,
      dashes: smartypants?.kind === "boolean" && !smartypants.value ? "kept" : satteri ? "all" : "pairs",
      // Astro 5 cuts one `-` off the end; `headingIdCompat`, which does not, became the rule with 6 (rehype-collect-headings.js).
      cutsHyphen: !satteri && major <= 5 && booleanAt(config, "experimental", "headingIdCompat") !== true,
      explicitIds:
        booleanAt(options, "features", "headingAttributes") === true ||
        plugins.some((name) => /heading-?ids?$/i.test(name) && !/^rehypeHeadingIds$/.test(name)),
    },
    linksByFile: plugins.some((name) => /(?:relative|markdown|md)-?(?:markdown|md)?-?links?$/i.test(name)),
  };
}

/** Names of the plugins, as the configuration calls them. */
function pluginsIn(value: DataValue | undefined): readonly string[] {
  return ["remarkPlugins", "rehypePlugins", "mdastPlugins", "hastPlugins"].flatMap((key) =>
    itemsAt(value, key).flatMap((item) => {
      const plugin = item.kind === "list" ? item.items[0] : item;
      if (plugin?.kind === "string") return [plugin.value];
      return plugin?.kind === "unread" ? [plugin.call?.name ?? plugin.expression] : [];
    }),
  );
}
