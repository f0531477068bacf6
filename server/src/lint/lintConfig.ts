// The handbook's own remark configuration, as far as it is data: `.remarkrc`, `.remarkrc.json`, `.remarkrc.yaml`,
// `.remarkrc.yml` and `remarkConfig` in package.json. What is code is named in a note and never loaded.

import type { FrontmatterValue } from "../frontmatter/frontmatter.ts";
import type { Reading } from "../frontmatter/reading.ts";
import { readJson } from "../frontmatter/readJson.ts";
import { readYaml } from "../frontmatter/readYaml.ts";
import { builtInPlugins, presetNames, ruleNames, shortName } from "./ruleNames.ts";

export interface LintConfig {
  /** Of the file it was read from. */
  readonly path: string;
  /** In order: a later mention of a rule wins. Undefined when the file names none, and the default rules hold. */
  readonly plugins: readonly LintPlugin[] | undefined;
  /** remark's own, for what it writes; rules look at some of them. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly notes: readonly LintNote[];
}

export interface LintPlugin {
  /** Without prefix: "maximum-line-length"; of a preset "recommended". */
  readonly name: string;
  readonly kind: "rule" | "preset";
  /** As written: a value, `[severity, value]`, or false to switch it off. Undefined when nothing was said. */
  readonly options: unknown;
}

export type LintNote =
  | { readonly kind: "unknown-plugin"; readonly name: string; readonly message: string }
  | { readonly kind: "code-config"; readonly name: string; readonly message: string }
  | { readonly kind: "unreadable"; readonly name: string; readonly message: string };

const dataNames = [".remarkrc", ".remarkrc.json", ".remarkrc.yaml", ".remarkrc.yml"];
const codeNames = [".remarkrc.js", ".remarkrc.cjs", ".remarkrc.mjs"];

/** Is this a file whose text `findLintConfig` wants? */
export function readsForLint(path: string): boolean {
  const name = nameOf(path);
  return name === "package.json" || dataNames.includes(name) || codeNames.includes(name);
}

/** The configuration for a page: that of the nearest folder upwards which has one. `texts` by path, of the files that `readsForLint` wants. */
export function findLintConfig(page: string, texts: ReadonlyMap<string, string>): LintConfig | undefined {
  let folder = page;
  while (folder !== "") {
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/")));
    const prefix = folder === "" ? "" : `${folder}/`;
    for (const name of [...dataNames, ...codeNames, "package.json"]) {
      const text = texts.get(prefix + name);
      const config = text === undefined ? undefined : readLintConfig(prefix + name, text);
      if (config) return config;
    }
  }
  return undefined;
}

/** Undefined for a package.json that has no `remarkConfig`. */
export function readLintConfig(path: string, text: string): LintConfig | undefined {
  const name = nameOf(path);
  if (codeNames.includes(name)) {
    const message = `${name} is code, which is not run here: the default rules hold. Write the configuration as .remarkrc.json or .remarkrc.yaml.`;
    return { path, plugins: undefined, settings: {}, notes: [{ kind: "code-config", name, message }] };
  }
  const reading = /\.ya?ml$/.test(name) ? readYaml(text, 0) : readJson(text, 0);
  const whole = plainMap(reading);
  const config = name === "package.json" ? whole["remarkConfig"] : whole;
  if (name === "package.json" && !isRecord(config)) return undefined;
  const notes: LintNote[] = [];
  const [problem] = reading.problems;
  if (problem) notes.push({ kind: "unreadable", name, message: `${name}: ${problem.message}` });
  if (!isRecord(config)) return { path, plugins: undefined, settings: {}, notes };
  const settings = isRecord(config["settings"]) ? config["settings"] : {};
  return { path, plugins: pluginsOf(config["plugins"], notes), settings, notes };
}

function pluginsOf(listed: unknown, notes: LintNote[]): readonly LintPlugin[] | undefined {
  const pairs = Array.isArray(listed)
    ? listed.map((one): readonly [unknown, unknown] =>
        Array.isArray(one) ? [one[0], one[1]] : [one, undefined],
      )
    : isRecord(listed)
      ? Object.entries(listed)
      : undefined;
  return pairs?.flatMap(([name, options]): readonly LintPlugin[] => {
    if (typeof name !== "string") return [];
    const short = shortName(name);
    if (ruleNames.has(short)) return [{ name: short, kind: "rule", options: safeOptions(options) }];
    const preset = name.replace(/^(?:remark-)?preset-lint-/, "");
    if (presetNames.has(preset)) return [{ name: preset, kind: "preset", options }];
    if (!builtInPlugins.has(name.replace(/^remark-/, ""))) {
      const message = `The plugin ${name} is not among those that come with Handbook, so it is left out here.`;
      notes.push({ kind: "unknown-plugin", name, message });
    }
    return [];
  });
}

/** Options are data, but one rule makes expressions of some: an expression of a handbook's could run for ever. */
function safeOptions(options: unknown): unknown {
  if (Array.isArray(options)) return options.map(safeOptions);
  if (!isRecord(options)) return options;
  const { allow } = options;
  const texts = Array.isArray(allow) ? { allow: allow.filter((one) => typeof one === "string") } : {};
  return { ...options, ...texts };
}

function plainMap(reading: Reading): Readonly<Record<string, unknown>> {
  return Object.fromEntries(reading.entries.map(({ key, value }) => [key, plain(value)]));
}

function plain(value: FrontmatterValue): unknown {
  switch (value.kind) {
    case "list":
      return value.items.map(plain);
    case "map":
      return Object.fromEntries(value.entries.map((entry) => [entry.key, plain(entry.value)]));
    case "null":
      return null;
    case "string":
    case "number":
    case "boolean":
    case "date":
      return value.value;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
