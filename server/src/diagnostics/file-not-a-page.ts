// `file-not-a-page`: a file among the pages that the site does not serve, or serves at an address nobody meant: text without
// an extension, a copy, a name with spaces or capital letters where the handbook's names have none.

import { remember } from "../site/remember.ts";
import { folderOf, isMarkdown, nameOf } from "../site/routeKey.ts";
import type { FilePath, Site } from "../site/site.ts";
import type { FileRule } from "./finding.ts";

export const fileNotAPage: FileRule = {
  codes: ["file-not-a-page"],
  check: (site) =>
    [...site.files].flatMap((file) => {
      const message = isInContent(site, file) ? fault(site, file) : undefined;
      return message === undefined
        ? []
        : [{ code: "file-not-a-page", file, span: { start: 0, end: 0 }, message }];
    }),
};

/** Names without an extension that mean something to a tool or a host. */
const known =
  /^(?:LICEN[CS]E|NOTICE|COPYING|AUTHORS|CONTRIBUTORS|CODEOWNERS|OWNERS|CNAME|Makefile|Dockerfile|Gemfile|Rakefile|Procfile|Vagrantfile|Jenkinsfile|VERSION|README|CHANGELOG|_redirects|_headers)$/i;

function isInContent(site: Site, file: FilePath): boolean {
  return site.model.contentRoots.some((root) => root !== "" && file.startsWith(`${root}/`));
}

function fault(site: Site, file: FilePath): string | undefined {
  const name = nameOf(file);
  if (name.startsWith(".")) return undefined;
  if (!name.includes("."))
    return known.test(name) || !hasPagesBeside(site, file)
      ? undefined
      : `The site serves no page for a file without an extension. Rename it to ${name}.md if it is meant as one.`;
  if (!isMarkdown(file) || name.startsWith("_")) return undefined;
  if (/(?: copy(?: \d+)?| - Copy(?: \(\d+\))?| \(\d+\))\.\w+$/.test(name))
    return `This looks like a copy of another page, and the site serves it at an address of its own. Rename or delete it.`;
  const habit = remember(habits, site.files, () => namesOf(site));
  if (/\s/.test(name) && habit.spaces < habit.rare)
    return `The address of this page has spaces in it, unlike those of its neighbours. Rename it to ${name.replace(/\s+/g, "-")}.`;
  if (/[A-Z]/.test(name) && habit.capitals < habit.rare && !/^(?:README|INDEX)\./i.test(name))
    return `The address of this page has capital letters in it, unlike those of its neighbours. Rename it to ${name.toLowerCase()}.`;
  return undefined;
}

function hasPagesBeside(site: Site, file: FilePath): boolean {
  return remember(
    pageFolders,
    site.files,
    () => new Set([...site.files].filter(isMarkdown).map(folderOf)),
  ).has(folderOf(file));
}

const pageFolders = new WeakMap<ReadonlySet<FilePath>, ReadonlySet<string>>();
const habits = new WeakMap<ReadonlySet<FilePath>, Habit>();

interface Habit {
  readonly spaces: number;
  readonly capitals: number;
  /** So few of all names are slips, not a habit. */
  readonly rare: number;
}

function namesOf(site: Site): Habit {
  let [spaces, capitals, all] = [0, 0, 0];
  for (const file of site.files) {
    if (!isMarkdown(file) || !isInContent(site, file)) continue;
    const name = nameOf(file);
    all++;
    if (/\s/.test(name)) spaces++;
    if (/[A-Z]/.test(name)) capitals++;
  }
  return { spaces, capitals, rare: Math.max(2, all / 50) };
}
