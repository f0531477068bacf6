// `handbook verify DIR --against BUILD`: the judge that we use on ourselves, for every author. Prints each difference
// between our answers and the site as it was built, in a form that can be sent to us.

import type { Site } from "../../site/site.ts";
import type { LivingSite } from "../../workspace/livingSite.ts";
import { buildBelow, compare, type Difference, shareBuilt } from "./compare.ts";
import type { Build } from "./readBuild.ts";

export interface Verified {
  readonly differences: number;
  readonly lines: readonly string[];
}

/** Each site beside the build that has most of its pages; `builds` are by what they were named. */
export function verify(
  sites: readonly LivingSite[],
  builds: ReadonlyMap<string, Build>,
  format: "pretty" | "jsonl",
): Verified {
  const pretty = format === "pretty";
  const all = sites.map((living) => ({ living, ...bestBuild(living.site, builds) }));
  const most = Math.max(...all.map(({ share }) => share));
  const lines: string[] = [];
  let differences = 0;
  for (const { living, build, share } of all) {
    const { site, prefix } = living;
    if (share < 0.5 && share < most) {
      lines.push(
        pretty
          ? `${titleOf(living)}: ${notBuilt}`
          : JSON.stringify({ kind: "site", page: prefix, ours: "a handbook", build: "not compared" }),
      );
      continue;
    }
    const found = [...compare(site, build)];
    differences += found.length;
    for (const difference of found)
      lines.push(
        pretty
          ? sentence(difference, prefix)
          : JSON.stringify({ ...difference, page: prefix + difference.page }),
      );
    if (pretty) lines.push("", rulesOf(living, sites.length > 1));
  }
  if (pretty) lines.push(ending(differences));
  return { differences, lines };
}

const notBuilt =
  "not compared, since most of its pages are in none of the builds. Name its own with a further --against.";

interface Candidate {
  readonly build: Build;
  readonly share: number;
}

function bestBuild(site: Site, builds: ReadonlyMap<string, Build>): Candidate {
  const { base = "" } = site.model;
  const candidates = [...builds.values()]
    .flatMap((build) => (base === "" ? [build] : [build, buildBelow(build, base)]))
    .map((build): Candidate => ({ build, share: shareBuilt(site, build) }));
  return candidates.reduce((best, one) => (one.share > best.share ? one : best));
}

function titleOf({ prefix }: LivingSite): string {
  return prefix === "" ? "Handbook in this folder" : `Handbook in ${prefix}`;
}

function rulesOf(living: LivingSite, named: boolean): string {
  const { name, version, idRule, evidence } = living.site.model;
  const generator = version === undefined ? name : `${name} (${version})`;
  return `${named ? `${titleOf(living)}: ` : ""}${generator}, known by ${evidence}; heading ids: ${idRule}`;
}

function ending(differences: number): string {
  const version = process.env.HANDBOOK_VERSION ?? "";
  if (differences === 0) return `Handbook ${version} and the build agree.`;
  const places = differences === 1 ? "place" : "places";
  return `Handbook ${version} and the build differ in ${differences} ${places}. Is the build of these files? Then each is a fault of ours: please send us these lines.`;
}

function sentence({ kind, page, what, ours, build }: Difference, prefix: string): string {
  const file = prefix + page;
  switch (kind) {
    case "page":
      return `${file}: we say that it is served at ${ours}; it is ${build}`;
    case "heading-id":
      return `${file}: #${what}: we say that ${ours}; in the build ${build}`;
    case "link":
      return `${file}: ${what}: we say ${ours}; the build says ${build}`;
  }
}
