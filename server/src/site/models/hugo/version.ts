// Which version of Hugo builds the site: what its files pin, else the least that it or its themes ask for, else the newest that
// takes its configuration. Only the middle number is kept: Hugo's versions are all 0.N.

import { readData } from "../../../data/readData.ts";
import { at, type DataValue, entriesAt, stringAt } from "../../../data/value.ts";
import type { FilePath } from "../../site.ts";
import type { Theme } from "./themes.ts";

export interface HugoVersion {
  /** 123 of 0.123.4; of the newest, a number above all. */
  readonly minor: number;
  /** "0.123, the least that hugo.toml asks for". */
  readonly said: string;
}

const newest: HugoVersion = { minor: 9999, said: "the newest, since no file names one" };

/** A file that may pin a version, at the root of some site. */
export function mayPinVersion(path: string): boolean {
  return anywhere.test(path);
}

/** Below the site's root. `config` is its configuration. */
export function readVersion(
  texts: ReadonlyMap<FilePath, string>,
  config: DataValue,
  themes: readonly Theme[] = [],
): HugoVersion {
  for (const { file, find } of pins) {
    for (const [path, text] of texts) {
      const minor = file.test(path) ? minorOf(find(path, text)) : undefined;
      if (minor !== undefined) return { minor, said: `0.${minor}, pinned in ${path}` };
    }
  }
  return leastAsked(config, themes) ?? lastThatTakes(config) ?? newest;
}

/** Site and themes may ask for a version at least; the highest of these is what they were made for. */
function leastAsked(config: DataValue, themes: readonly Theme[]): HugoVersion | undefined {
  const own = at(config, "module", "hugoversion", "min");
  const asked = [
    ...(own ? [{ version: own, file: own.file ?? "the configuration" }] : []),
    ...themes.flatMap(({ least }) => least ?? []),
  ];
  const found = asked.flatMap(({ version, file }) => {
    const minor = minorOf(version.kind === "number" ? String(version.value) : stringAt(version));
    return minor === undefined ? [] : [{ minor, said: `0.${minor}, the least that ${file} asks for` }];
  });
  return found.reduce<HugoVersion | undefined>(
    (most, one) => (most === undefined || one.minor > most.minor ? one : most),
    undefined,
  );
}

/** Keys on which newer versions fail: deprecated in 0.128, errors 15 versions later (common/hugo, `deprecationLogLevel`). */
function lastThatTakes(config: DataValue): HugoVersion | undefined {
  const key = ["paginate", "paginatepath"].find((one) => at(config, one) !== undefined);
  return key === undefined ? undefined : { minor: 142, said: `0.142, the last that takes the key ${key}` };
}

/** "v0.123.4", "extended_0.111.3", "^0.120", "0.123" (as a number, too). */
function minorOf(version: string | undefined): number | undefined {
  const found = /(?:^|[^\d.])0\.(\d+)/.exec(version ?? "")?.[1];
  return found === undefined ? undefined : Number(found);
}

interface Pin {
  readonly file: RegExp;
  readonly find: (path: string, text: string) => string | undefined;
}

/** A line that names Hugo and then a version: `HUGO_VERSION: 0.123.4`, `hugo-version: '0.123.4'`, `hugo extended_0.111.3`. */
const named =
  /(?:^|[\s"'-])(?:HUGO_VERSION|hugo-version|(?:go)?hugo)["']?(?:\s*[:=]\s*|\s+)["']?(?:extended_)?(v?0\.\d+[\d.]*)/im;
const image = /(?:hugo|hugo_extended|hugomods\/hugo)(?:\/[\w-]+)?:(?:[a-z-]+)?(v?0\.\d+[\d.]*)/i;

const inText = (_: string, text: string) => named.exec(text)?.[1] ?? image.exec(text)?.[1];

/** In the order in which they are asked. */
const pins: readonly Pin[] = [
  { file: /^\.hvm$/, find: (_, text) => text.trim() },
  { file: /^netlify\.toml$/, find: netlifyVersion },
  {
    file: /^vercel\.json$/,
    find: (path, text) => stringAt(readData(path, text), "build", "env", "HUGO_VERSION"),
  },
  { file: /^package\.json$/, find: packageVersion },
  { file: /^\.tool-versions$/, find: inText },
  { file: /^\.?mise\.toml$/, find: inText },
  { file: /^\.github\/workflows\/[^/]+\.ya?ml$/, find: inText },
  { file: /^\.gitlab-ci\.yml$/, find: inText },
  { file: /^Dockerfile$/, find: inText },
];

const anywhere = new RegExp(pins.map(({ file }) => `(?:^|/)${file.source.slice(1)}`).join("|"));

function netlifyVersion(path: string, text: string): string | undefined {
  const value = readData(path, text);
  return (
    stringAt(value, "context", "production", "environment", "HUGO_VERSION") ??
    stringAt(value, "build", "environment", "HUGO_VERSION")
  );
}

const packages = ["hugo-extended", "hugo-bin", "hugo-bin-extended"];

/** The npm packages have Hugo's own version numbers; hugo-bin may name another. */
function packageVersion(path: string, text: string): string | undefined {
  const value = readData(path, text);
  const own = stringAt(value, "hugo-bin", "version");
  if (own !== undefined) return own;
  for (const group of ["dependencies", "devDependencies"]) {
    const found = entriesAt(value, group).find(({ key }) => packages.includes(key));
    if (found) return stringAt(found.value);
  }
  return undefined;
}
