// What a key of a page's frontmatter would sensibly say.

import type { Frontmatter, FrontmatterValue } from "../frontmatter/frontmatter.ts";
import type { Page, Site } from "../site/site.ts";
import type { FrontmatterKey } from "../site/siteModel.ts";
import { commonKeys, neighbouringFrontmatter } from "./frontmatterHabits.ts";
import { keyLine, textSource, valueSource } from "./frontmatterSource.ts";
import { titleFromPath } from "./titleFromPath.ts";

/** The page's first first-level heading, else what its file name says: "Career progression". */
export function titleFor(page: Page): string {
  const heading = page.scanned.headings.find((one) => one.level === 1 && one.text.trim() !== "");
  return heading?.text.replace(/\s+/g, " ").trim() || titleFromPath(page.path) || "Untitled";
}

/** The source of a sensible value: the schema's own, the page's title, or an empty one of the key's type. */
export function suggestedSource(
  page: Page,
  language: Frontmatter["language"],
  key: string,
  schema: FrontmatterKey | undefined,
): string {
  const suggestion = schema?.suggestion;
  if (suggestion !== undefined && suggestion !== "$title") return suggestion;
  if (suggestion === "$title" || key === "title") return textSource(language, titleFor(page));
  const type = schema?.types[0] ?? "string";
  return type === "boolean" ? "true" : type === "list" ? "[]" : type === "number" ? "0" : '""';
}

/** A block for a page that has none, fences included, without the last line end: what the site requires and what its neighbours mostly have. */
export function suggestedBlock(site: Site, page: Page, lineEnd: string): string {
  const blocks = neighbouringFrontmatter(site, page);
  const toml = blocks.filter((one) => one.language === "toml").length * 2 > blocks.length;
  const language = toml ? "toml" : "yaml";
  const { keys } = site.model.frontmatter;
  const common = new Map(commonKeys(blocks).map(({ key, values }) => [key, values]));
  const required = Object.keys(keys).filter((key) => keys[key]?.required);
  const lines = [...new Set([...required, ...common.keys()])].flatMap((key) => {
    const habit = mostly(language, common.get(key) ?? []);
    const known = Object.hasOwn(keys, key) ? keys[key] : undefined;
    const wanted = known?.required || known?.suggestion !== undefined || key === "title";
    const value = habit ?? (wanted ? suggestedSource(page, language, key, known) : undefined);
    return value === undefined ? [] : [keyLine(language, key, value)];
  });
  const fence = toml ? "+++" : "---";
  return [fence, ...lines, fence].join(lineEnd);
}

/** The value that more than half of them are. */
function mostly(language: Frontmatter["language"], values: readonly FrontmatterValue[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) {
    const source = valueSource(language, value);
    if (source !== undefined) counts.set(source, (counts.get(source) ?? 0) + 1);
  }
  return [...counts].find(([, count]) => count > 1 && count * 2 > values.length)?.[0];
}
