// `handbook info` and `handbook check --stats`: which handbooks were found and why, by which rules they are read, and how
// much of them was checked.

import { coverageOf } from "../site/coverage.ts";
import { configurationFiles } from "../site/detectSites.ts";
import { navigationOf } from "../site/navigation.ts";
import { ownHosts } from "../site/ownHosts.ts";
import type { Site } from "../site/site.ts";
import { notesOf } from "../site/unreadable.ts";
import { indexLines, positionAt } from "../text/lineIndex.ts";
import type { LivingSite } from "../workspace/livingSite.ts";

/** One handbook as data: `handbook info --format json`. */
export function infoOf({ site, prefix }: LivingSite): object {
  const { model } = site;
  const hosts = ownHosts(site);
  return {
    root: prefix.replace(/\/$/, "") || ".",
    model: model.id,
    name: model.name,
    evidence: model.evidence,
    ...(model.version !== undefined && { version: model.version }),
    headingIds: model.idRule,
    contentRoots: model.contentRoots,
    base: model.base ?? "",
    hosts: hosts.hosts,
    ...(hosts.evidence !== undefined && { hostsEvidence: hosts.evidence }),
    configuration: configurationFiles(model),
    redirects: model.redirects?.length ?? 0,
    navigation: navigationOf(site)?.files ?? [],
    unread: unreadOf(site),
    notes: notesOf(site),
    ...coverageOf(site),
  };
}

export function infoLines(living: LivingSite): readonly string[] {
  const { site, prefix } = living;
  const { model } = site;
  const hosts = ownHosts(site);
  const navigation = navigationOf(site);
  const rows: readonly (readonly [string, string])[] = [
    ["generator", model.name],
    ...(model.version === undefined ? [] : [["version", model.version] as const]),
    ["because of", model.evidence],
    ["pages in", list(model.contentRoots.map((root) => (root === "" ? "the folder itself" : `${root}/`)))],
    [
      "served at",
      [hosts.hosts[0] ?? "", model.base ?? ""].join("") || "a host that its configuration does not name",
    ],
    ...(hosts.evidence === undefined ? [] : [["host known by", hosts.evidence] as const]),
    ["heading ids", model.idRule],
    ["configuration", list(configurationFiles(model)) || "none"],
    ["redirects", String(model.redirects?.length ?? 0)],
    ["navigation", navigation ? list(navigation.files) || "listed by the site itself" : "none that is read"],
    ...unreadOf(site).map((unread) => ["not read", unreadLine(unread)] as const),
    ...notesOf(site).map((note) => ["note", note] as const),
  ];
  const title = prefix === "" ? "Handbook in this folder" : `Handbook in ${prefix}`;
  const width = Math.max(...rows.map(([name]) => name.length));
  return [
    title,
    ...rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`),
    ...statLines(living).map((line) => `  ${line}`),
    "",
  ];
}

/** How much was checked, and why the rest was not. */
export function statLines({ site }: LivingSite): readonly string[] {
  const { pages, headings, links, checked, skipped } = coverageOf(site);
  const total = Object.values(checked).reduce((sum, one) => sum + one, 0);
  return [
    `${pages} pages, ${headings} headings, ${links} links`,
    `${total} links checked: ${checked.ok} good, ${checked.redirect} by a redirect, ${checked["missing-page"]} to no page, ${checked["missing-anchor"]} to no heading`,
    ...(links > total ? [`${links - total} links not checked:`] : []),
    ...skipped.map(({ why, count }) => `  ${count}  ${why}`),
  ];
}

interface Unread {
  readonly file: string;
  readonly line: number;
  readonly expression: string;
  readonly setting?: string;
  readonly message?: string;
}

function unreadLine({ file, line, expression, setting, message }: Unread): string {
  if (message !== undefined) return `${file}:${line}: ${message}`;
  return `${expression} in ${file}:${line}${setting === undefined ? "" : ` (supply it by ${setting} in .handbook.yaml)`}`;
}

function unreadOf(site: Site): readonly Unread[] {
  return (site.model.unread ?? []).map(({ file, span, expression, setting, message }) => ({
    file,
    line: positionAt(indexLines(site.model.sources.get(file) ?? ""), span.start).line + 1,
    expression,
    ...(setting !== undefined && { setting }),
    ...(message !== undefined && { message }),
  }));
}

/** At most eight of them. */
function list(words: readonly string[]): string {
  const more = words.length - 8;
  return more > 0 ? `${words.slice(0, 8).join(", ")} and ${more} more` : words.join(", ");
}
