// The findings of all pages as lines for a person: where, how bad, what, by which code; and a count at the end.

import type { Config } from "../config.ts";
import { checkFiles, linesOf } from "../diagnostics/files.ts";
import { checkPage, type LevelledFinding } from "../diagnostics/index.ts";
import type { Page } from "../site/site.ts";
import { type LineIndex, positionAt } from "../text/lineIndex.ts";
import type { LivingSite } from "../workspace/livingSite.ts";

export interface CheckResult {
  readonly problems: number;
  /** Without line ends. */
  readonly lines: readonly string[];
}

const colors = { error: 31, warning: 33, information: 36, hint: 90 } as const;

/** Prints everything that is wrong; only errors and warnings count as problems. */
export function check(sites: readonly LivingSite[], config: Config, color: boolean): CheckResult {
  const paint = (code: number, text: string) => (color ? `\u001b[${code}m${text}\u001b[0m` : text);
  const lines: string[] = [];
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  let pages = 0;
  const say = (file: string, at: LineIndex, finding: LevelledFinding) => {
    counts[finding.level]++;
    lines.push(lineOf(file, at, finding, paint));
  };
  for (const { site, prefix } of sites) {
    for (const page of sortedPages(site.pages.values())) {
      pages++;
      for (const finding of checkPage(site, page, config))
        say(prefix + page.path, page.scanned.lines, finding);
    }
    for (const finding of checkFiles(site, config))
      say(prefix + finding.file, linesOf(site, finding.file), finding);
  }
  const problems = counts.error + counts.warning;
  const said = Object.entries(counts).filter(([, count]) => count > 0);
  const total = said.map(([level, count]) => plural(count, level)).join(", ") || "nothing is wrong";
  lines.push("", `${plural(pages, "page")} checked: ${total}`);
  return { problems, lines };
}

export function sortedPages(pages: Iterable<Page>): readonly Page[] {
  return [...pages].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function lineOf(
  file: string,
  at: LineIndex,
  { span, level, message, code }: LevelledFinding,
  paint: (code: number, text: string) => string,
): string {
  const { line, character } = positionAt(at, span.start);
  return `${file}:${line + 1}:${character + 1} ${paint(colors[level], level)} ${message} ${paint(90, code)}`;
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 || word === "information" ? "" : "s"}`;
}
