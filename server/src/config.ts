// Settings: their type, their defaults, and the one place where what an editor sends is turned into them.
// Passed as an argument, per workspace folder; a test compares keys and defaults with package.json.

import { isUnmatched, unmatchedGlob } from "./site/models/common/globs.ts";
import { slugRules } from "./site/models/slugRules.ts";

export type Severity = "error" | "warning" | "information" | "hint";
export type Level = Severity | "off";

/** The catalogue: every code and its level by default (docs/diagnostics/). */
export const defaultLevels = {
  "link-missing-page": "error",
  "link-missing-anchor": "error",
  "link-missing-file": "error",
  "link-redirected": "warning",
  "link-redirect-loop": "error",
  "link-own-site": "warning",
  "link-missing-slash": "warning",
  "link-local-host": "warning",
  "link-style": "off",
  "link-case": "warning",
  "link-empty": "warning",
  "link-unencoded": "warning",
  "link-undefined-reference": "warning",
  "reference-unused": "hint",
  "reference-duplicate": "warning",
  "link-text-empty": "warning",
  "image-alt-missing": "warning",
  "heading-id-duplicate": "warning",
  "frontmatter-missing": "error",
  "frontmatter-unterminated": "error",
  "frontmatter-syntax": "error",
  "frontmatter-required": "error",
  "frontmatter-type": "warning",
  "frontmatter-unknown-key": "warning",
  "frontmatter-duplicate-key": "error",
  "route-conflict": "error",
  "page-shadowed": "warning",
  "file-not-a-page": "hint",
  "component-unknown": "warning",
  "redirect-conflict": "warning",
  "redirect-dead": "warning",
  "redirect-loop": "warning",
  "page-orphan": "hint",
  "navigation-missing-page": "error",
  "text-mojibake": "warning",
  "site-config-unread": "information",
} as const satisfies Record<string, Level>;

export type DiagnosticCode = keyof typeof defaultLevels;

export interface Config {
  /** Take the folder for a handbook: by its looks, always, or never. */
  readonly enable: "auto" | "on" | "off";
  /** Overrides of what was detected; "auto" and empty lists leave it to the detection. */
  readonly site: {
    readonly model: string;
    readonly contentRoots: readonly string[];
    readonly hosts: readonly string[];
    readonly externalRoutes: readonly string[];
    /** The path that the site is served below; "" leaves it to the detection. */
    readonly base: string;
    readonly trailingSlash: "auto" | "always" | "never";
    /** Name of the rule by which heading ids are made. */
    readonly slugger: string;
    /** Globs of files that are none of its pages. */
    readonly ignore: readonly string[];
  };
  /** Level of each code that is not at its default. */
  readonly diagnostics: Readonly<Partial<Record<DiagnosticCode, Level>>>;
  readonly lint: { readonly enable: boolean };
  readonly completion: {
    /** "auto" is what the pages of the handbook mostly do. */
    readonly linkStyle: "auto" | "site-root" | "relative";
  };
}

export const defaultConfig: Config = {
  enable: "auto",
  site: {
    model: "auto",
    contentRoots: [],
    hosts: [],
    externalRoutes: [],
    base: "",
    trailingSlash: "auto",
    slugger: "auto",
    ignore: [],
  },
  diagnostics: {},
  lint: { enable: true },
  completion: { linkStyle: "auto" },
};

/** The level of a code: the setting, else the finding's own, else the catalogue's. */
export function levelOf(config: Config, code: DiagnosticCode, own?: Severity): Level {
  return config.diagnostics[code] ?? own ?? defaultLevels[code];
}

const levels: readonly unknown[] = ["error", "warning", "information", "hint", "off"];

/** Reads what an editor sent. Total: what is wrong is named in `problems` and keeps its default. */
export function parseConfig(sent: unknown): {
  readonly config: Config;
  readonly problems: readonly string[];
} {
  const problems: string[] = [];
  const read = readerOf(problems);
  const site = at(sent, "site");
  return {
    config: {
      enable: read.oneOf("enable", at(sent, "enable"), ["auto", "on", "off"], "auto"),
      site: {
        model: read.string("site.model", at(site, "model"), "auto"),
        contentRoots: read.strings("site.contentRoots", at(site, "contentRoots")),
        hosts: read.strings("site.hosts", at(site, "hosts")),
        externalRoutes: read.strings("site.externalRoutes", at(site, "externalRoutes")),
        base: read.string("site.base", at(site, "base"), ""),
        trailingSlash: read.oneOf(
          "site.trailingSlash",
          at(site, "trailingSlash"),
          ["auto", "always", "never"],
          "auto",
        ),
        slugger: read.oneOf("site.slugger", at(site, "slugger"), ["auto", ...Object.keys(slugRules)], "auto"),
        ignore: read.globs("site.ignore", at(site, "ignore")),
      },
      diagnostics: parseLevels(at(sent, "diagnostics"), problems),
      lint: { enable: read.boolean("lint.enable", at(at(sent, "lint"), "enable"), true) },
      completion: {
        linkStyle: read.oneOf(
          "completion.linkStyle",
          at(at(sent, "completion"), "linkStyle"),
          ["auto", "site-root", "relative"],
          "auto",
        ),
      },
    },
    problems,
  };
}

function at(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

/** Readers of one kind of value each. What is not set has its fallback, and so has what is wrong, with a problem. */
function readerOf(problems: string[]) {
  const isSet = (value: unknown) => value !== undefined && value !== null;
  const wrong = <T>(key: string, expected: string, fallback: T): T => {
    problems.push(`handbook.${key}: expected ${expected}.`);
    return fallback;
  };
  return {
    oneOf<T extends string>(key: string, value: unknown, allowed: readonly T[], fallback: T): T {
      if (!isSet(value)) return fallback;
      return allowed.find((one) => one === value) ?? wrong(key, `one of ${allowed.join(", ")}`, fallback);
    },
    string(key: string, value: unknown, fallback: string): string {
      if (!isSet(value)) return fallback;
      return typeof value === "string" ? value : wrong(key, "a string", fallback);
    },
    strings(key: string, value: unknown): readonly string[] {
      if (!isSet(value)) return [];
      const isList = Array.isArray(value) && value.every((one) => typeof one === "string");
      return isList ? value : wrong(key, "a list of strings", []);
    },
    globs(key: string, value: unknown): readonly string[] {
      const globs = this.strings(key, value);
      const unmatched = globs.filter(isUnmatched).map((glob) => glob.slice(0, 100));
      problems.push(...unmatched.map((glob) => `handbook.${key}: ${glob}: ${unmatchedGlob}`));
      return globs;
    },
    boolean(key: string, value: unknown, fallback: boolean): boolean {
      if (!isSet(value)) return fallback;
      return typeof value === "boolean" ? value : wrong(key, "true or false", fallback);
    },
  };
}

function parseLevels(sent: unknown, problems: string[]): Config["diagnostics"] {
  const result: Partial<Record<DiagnosticCode, Level>> = {};
  if (typeof sent !== "object" || sent === null) return result;
  for (const [code, level] of Object.entries(sent)) {
    if (!(code in defaultLevels)) problems.push(`handbook.diagnostics.${code}: there is no such code.`);
    else if (levels.includes(level)) result[code as DiagnosticCode] = level as Level;
    else problems.push(`handbook.diagnostics.${code}: expected one of ${levels.join(", ")}.`);
  }
  return result;
}
