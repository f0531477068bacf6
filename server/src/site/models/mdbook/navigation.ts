// The table of contents of a book: what SUMMARY.md lists is all that there is of it.

import { nameOf } from "../../routeKey.ts";
import type { FilePath, Page, Site } from "../../site.ts";
import type { Navigation, NavigationEntry } from "../../siteModel.ts";
import { besideIn, type EntryForm } from "../common/entryForm.ts";
import { plainLink } from "../common/linkLists.ts";
import type { BookConfig } from "./config.ts";
import { belowSource } from "./routes.ts";
import type { Chapter, Part } from "./summary.ts";

export interface Summary {
  readonly parts: readonly Part[];
  readonly file: FilePath;
  /** How long its text is. */
  readonly length: number;
  readonly config: BookConfig;
}

export function bookNavigation(site: Site, { parts, file, length, config }: Summary): Navigation {
  const form: EntryForm = { shape: plainLink, nameOf: (page) => nameIn(page, config) };
  const toEntry = (chapter: Chapter): NavigationEntry => {
    const { name, path, written } = chapter;
    const children = chapter.children.map(toEntry);
    if (path === undefined) return { label: name, target: undefined, children };
    const page = site.pages.get(path as Page["path"]);
    const target = page
      ? ({ kind: "page", page } as const)
      : ({ kind: "missing", what: "file", path } as const);
    return { label: name, target, written: { file, ...written, ...besideIn(form) }, children };
  };
  return {
    entries: parts.flatMap(({ title, chapters }) => {
      const children = chapters.map(toEntry);
      return title === "" ? children : [{ label: title, target: undefined, children }];
    }),
    exhaustive: true,
    admits: ({ path }) => belowSource(path, config) !== undefined && !nameOf(path).startsWith("_"),
    lists: [{ file, span: { start: 0, end: length }, ...form }],
  };
}

/** mdBook decodes blanks alone; what else would end a link can't be named. */
function nameIn({ path }: Page, config: BookConfig): string | undefined {
  const below = belowSource(path, config);
  return below === undefined || /[()<>\\]/.test(below) ? undefined : below.replaceAll(" ", "%20");
}
