// `handbook verify DIR --against BUILD`: the judge that we use on ourselves, for every author. Prints each difference
// between our answers and the site as it was built, in a form that can be sent to us.

import type { LivingSite } from "../../workspace/livingSite.ts";
import { compare, type Difference } from "./compare.ts";
import type { Build } from "./readBuild.ts";

export interface Verified {
  readonly differences: number;
  readonly lines: readonly string[];
}

export function verify(sites: readonly LivingSite[], build: Build, format: "pretty" | "jsonl"): Verified {
  const lines: string[] = [];
  let differences = 0;
  for (const { site, prefix } of sites) {
    for (const difference of compare(site, build)) {
      differences++;
      lines.push(
        format === "jsonl"
          ? JSON.stringify({ ...difference, page: prefix + difference.page })
          : sentence(difference, prefix),
      );
    }
    if (format === "pretty") {
      const { name, version, idRule, evidence } = site.model;
      lines.push(
        "",
        `${name}${version === undefined ? "" : ` ${version}`}, known by ${evidence}; heading ids: ${idRule}`,
      );
    }
  }
  if (format === "pretty") {
    const version = process.env.HANDBOOK_VERSION ?? "";
    lines.push(
      differences === 0
        ? `Handbook ${version} and the build agree.`
        : `Handbook ${version} and the build differ in ${differences} ${differences === 1 ? "place" : "places"}. Is the build of these files? Then each is a fault of ours: please send us these lines.`,
    );
  }
  return { differences, lines };
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
