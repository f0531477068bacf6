// Globs that a site's author writes in its configuration, as picomatch reads them. Its regular expressions backtrack: what
// could take a name's length to a high power is matched by our own steps where it is made of wildcards alone, and not at
// all where it repeats groups (`+(a*)`), which is told where it stands (`unmatchedGlobs`).

import picomatch from "picomatch/posix";
import { type DataValue, itemsAt } from "../../../data/value.ts";
import type { FilePath } from "../../site.ts";
import type { UnreadConfig } from "../../siteModel.ts";
import { stepwiseGlob } from "./stepwiseGlob.ts";

export interface GlobOptions {
  /** Do wildcards match names that begin with a dot? */
  readonly dot: boolean;
}

type Matcher = (path: string) => boolean;

/** Does a path match one of the globs? */
export function globMatcher(globs: readonly string[], options: GlobOptions): Matcher {
  const tests = globs.flatMap((glob) => matcherOf(glob, options) ?? []);
  return (path) => tests.some((test) => test(path));
}

/** Undefined for a glob that matches nothing, because it is empty or can't be matched. */
function matcherOf(glob: string, { dot }: GlobOptions): Matcher | undefined {
  if (glob === "" || glob.length > longest) return undefined;
  if (!isBounded(glob)) return stepwiseGlob(glob, dot);
  try {
    return picomatch(glob, { dot });
  } catch {
    return undefined;
  }
}

/** Longer ones are no author's. */
const longest = 1000;

/** Wildcards in one segment, and segments `**` in one glob: with more, an expression takes that power of a name's length. */
const most = { wildcards: 4, anywhere: 6 };

function isBounded(glob: string): boolean {
  // Repeated groups with repetitions in them: `(a+)+`, `+(a*)`.
  if (/\)[*+{]/.test(glob) || /[*+]\([^)]*[*+]/.test(glob)) return false;
  const segments = glob.split("/");
  return (
    segments.filter((segment) => segment === "**").length <= most.anywhere &&
    segments.every((segment) => (segment.match(/[*+]+/g)?.length ?? 0) <= most.wildcards)
  );
}

/** Does the glob match nothing only because it can't be matched? */
export function isUnmatched(glob: string): boolean {
  return glob !== "" && matcherOf(glob, { dot: true }) === undefined;
}

export const unmatchedGlob =
  "This pattern repeats groups or is too long to be matched in good time: Handbook takes it for one that matches nothing.";

/** What is to be said of the globs in a value of the configuration: of a text, or of the texts in a list. */
export function unmatchedGlobs(value: DataValue | undefined, file: FilePath): readonly UnreadConfig[] {
  return itemsAt(value).flatMap((item) =>
    item.kind === "string" && isUnmatched(item.value)
      ? [
          {
            file: (item.file ?? file) as FilePath,
            span: item.span,
            expression: item.value.slice(0, longest),
            message: unmatchedGlob,
          },
        ]
      : [],
  );
}
