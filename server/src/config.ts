// Settings: their type, their defaults, and the one place where what an editor sends is turned into them.
// Passed as an argument, per workspace folder; a test compares keys and defaults with package.json.

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
  site: { model: "auto", contentRoots: [], hosts: [], externalRoutes: [] },
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
  const at = (value: unknown, key: string): unknown =>
    typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  const oneOf = <T extends string>(key: string, value: unknown, allowed: readonly T[], fallback: T): T => {
    if (value === undefined || value === null) return fallback;
    if (allowed.some((one) => one === value)) return value as T;
    problems.push(`handbook.${key}: expected one of ${allowed.join(", ")}.`);
    return fallback;
  };
  const strings = (key: string, value: unknown): readonly string[] => {
    if (value === undefined || value === null) return [];
    if (Array.isArray(value) && value.every((one) => typeof one === "string")) return value;
    problems.push(`handbook.${key}: expected a list of strings.`);
    return [];
  };
  const site = at(sent, "site");
  const model = at(site, "model") ?? "auto";
  if (typeof model !== "string") problems.push("handbook.site.model: expected a string.");
  const lint = at(at(sent, "lint"), "enable") ?? true;
  if (typeof lint !== "boolean") problems.push("handbook.lint.enable: expected true or false.");
  return {
    config: {
      enable: oneOf("enable", at(sent, "enable"), ["auto", "on", "off"], "auto"),
      site: {
        model: typeof model === "string" ? model : "auto",
        contentRoots: strings("site.contentRoots", at(site, "contentRoots")),
        hosts: strings("site.hosts", at(site, "hosts")),
        externalRoutes: strings("site.externalRoutes", at(site, "externalRoutes")),
      },
      diagnostics: parseLevels(at(sent, "diagnostics"), problems),
      lint: { enable: typeof lint === "boolean" ? lint : true },
      completion: {
        linkStyle: oneOf(
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
