// The lists that jekyll-archives makes of posts: by year, month, day, tag and category.

import type { ScannedPage } from "../../../page/scannedPage.ts";
import type { JekyllConfig } from "./config.ts";
import { kindOf } from "./kinds.ts";
import { categoriesOf, dateOf, tagsOf } from "./place.ts";
import { dateTokens, slugify, type Tokens } from "./url.ts";

export function archivesOf(page: ScannedPage, config: JekyllConfig): readonly string[] {
  const { archives } = config.plugins;
  const kind = kindOf(page.path, config);
  if (archives.size === 0 || kind.kind !== "post") return [];
  const date = dateOf(page, kind, config);
  const dated: Tokens = date ? dateTokens(date) : {};
  const named = (names: readonly string[]) =>
    names.map((name): Tokens => ({ name: slugify(name).toLowerCase() }));
  const values: Readonly<Record<string, readonly Tokens[]>> = {
    year: [dated],
    month: [dated],
    day: [dated],
    tag: named(tagsOf(page, kind, config)),
    category: named(categoriesOf(page, kind, config)),
  };
  return [...archives].flatMap(([name, template]) =>
    (values[name] ?? []).map((tokens) =>
      template.replace(/:(\w+)/g, (found, token: string) => tokens[token] ?? found),
    ),
  );
}
