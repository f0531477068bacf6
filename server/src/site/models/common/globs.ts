// Globs that a site's author writes in its configuration. They become regular expressions that backtrack, so those that
// could take a name's length to a high power, or are no globs at all, match nothing.

import picomatch from "picomatch/posix";

export interface GlobOptions {
  /** Do wildcards match names that begin with a dot? */
  readonly dot: boolean;
}

/** Does a path match one of the globs? */
export function globMatcher(globs: readonly string[], { dot }: GlobOptions): (path: string) => boolean {
  const tests = globs.filter(isBounded).flatMap((glob) => {
    try {
      return [picomatch(glob, { dot })];
    } catch {
      // What is no glob matches nothing.
      return [];
    }
  });
  return (path) => tests.some((test) => test(path));
}

/** Wildcards in one segment, and segments `**` in one glob: more of them than anyone needs, and matching takes that power of the length. */
const most = { wildcards: 4, anywhere: 6 };

/** Is it a glob whose matching ends soon whatever it is matched with? */
export function isBounded(glob: string): boolean {
  if (glob === "" || glob.length > 1000) return false;
  // Repeated groups with repetitions in them: `(a+)+`, `+(a*)`.
  if (/\)[*+{]/.test(glob) || /[*+]\([^)]*[*+]/.test(glob)) return false;
  const segments = glob.split("/");
  return (
    segments.filter((segment) => segment === "**").length <= most.anywhere &&
    segments.every((segment) => (segment.match(/[*+]+/g)?.length ?? 0) <= most.wildcards)
  );
}
