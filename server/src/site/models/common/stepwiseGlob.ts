// Globs made of `*`, `?`, `**`, `[…]` and `{a,b}`, matched by comparing segments step by step: the work is at most the product
// of the two lengths. Rules as picomatch has them; extended globs (`@(a|b)`) and ranges (`{1..3}`) are not read.

/** Undefined for a glob that has more in it. */
export function stepwiseGlob(glob: string, dot: boolean): ((path: string) => boolean) | undefined {
  const globs = expanded(glob.replace(/^\.\//, "")) ?? [];
  const patterns = globs.map(segmentsOf).filter((one) => one !== undefined);
  if (patterns.length === 0 || patterns.length < globs.length) return undefined;
  return (path) => {
    const names = path.split("/");
    return patterns.some((pattern) => matchesPath(pattern, names, dot));
  };
}

/** So many globs one with braces may stand for. */
const mostExpanded = 500;

/** `a{b,c}` is `ab` and `ac`; the innermost braces come first. Undefined for what is more than a list, or too many. */
function expanded(glob: string): readonly string[] | undefined {
  let globs: readonly string[] = [glob];
  if (/\{[^{}]*\.\./.test(glob)) return undefined;
  for (;;) {
    const next = globs.flatMap((one) => {
      const found = /\{([^{}]*)\}/.exec(one);
      if (!found) return [one];
      const [whole, inner = ""] = found;
      const rest = one.slice(found.index + whole.length);
      return inner.split(",").map((part) => one.slice(0, found.index) + part + rest);
    });
    if (next.length > mostExpanded) return undefined;
    if (next.length === globs.length && next.every((one, at) => one === globs[at])) break;
    globs = next;
  }
  return globs.some((one) => /[{}()\\]|^!/.test(one)) ? undefined : globs;
}

/** What one character of a name must be, or any number of characters. */
type Step = "any" | ((character: string) => boolean);

interface Segment {
  /** `**`: any number of segments. */
  readonly anywhere: boolean;
  readonly steps: readonly Step[];
  /** Does it begin with something that may be a dot: that, or a set? */
  readonly dotted: boolean;
}

/** Several `**` in a row are one. */
function segmentsOf(glob: string): readonly Segment[] | undefined {
  const texts = glob.replace(/(^|\/)\*\*(?:\/\*\*)+(?=\/|$)/g, "$1**").split("/");
  const segments = texts.map(segmentOf).filter((one) => one !== undefined);
  return segments.length < texts.length ? undefined : segments;
}

function segmentOf(text: string): Segment | undefined {
  const steps: Step[] = [];
  const characters = /\[(\^?)(\]?[^\]]*)\]|\*+|./gsu;
  for (const [found, negated, set] of text.matchAll(characters)) {
    if (set !== undefined) {
      const one = setOf(set, negated !== "");
      if (!one) return undefined;
      steps.push(one);
    } else if (found.startsWith("*")) steps.push("any");
    else steps.push(found === "?" ? () => true : (character) => character === found);
  }
  return { anywhere: text === "**", steps, dotted: /^[.[]/.test(text) };
}

/** Characters and ranges of them; undefined for classes by name (`[[:alpha:]]`) and escapes. */
function setOf(set: string, negated: boolean): Exclude<Step, "any"> | undefined {
  if (/\[|\\/.test(set)) return undefined;
  const ranges = [...set.matchAll(/(.)-(.)|(.)/gsu)].map(([, from = "", to = "", one]) =>
    one === undefined ? ([from, to] as const) : ([one, one] as const),
  );
  return (character) => ranges.some(([from, to]) => from <= character && character <= to) !== negated;
}

/** How many of the path's names the pattern's segments may have taken, one segment after the other. */
function matchesPath(pattern: readonly Segment[], names: readonly string[], dot: boolean): boolean {
  let taken: ReadonlySet<number> = new Set([0]);
  for (const [at, segment] of pattern.entries()) {
    const next = new Set<number>();
    if (segment.anywhere)
      for (const count of anywhere(taken, names, dot, mayBeNothing(pattern, at))) next.add(count);
    else
      for (const count of taken) {
        const name = names[count];
        if (name !== undefined && matchesName(segment, name, dot)) next.add(count + 1);
      }
    taken = next;
  }
  return taken.has(names.length);
}

// At a glob's end `**` may be nothing (`a/**` is the folder itself, too), but not after a wildcard, and not alone.
function mayBeNothing(pattern: readonly Segment[], at: number): boolean {
  const before = pattern[at - 1];
  return at < pattern.length - 1 || (before !== undefined && before.steps.at(-1) !== "any");
}

/** Where `**` may end that begins at one of these places. */
function* anywhere(
  places: ReadonlySet<number>,
  names: readonly string[],
  dot: boolean,
  nothing: boolean,
): Generator<number> {
  let within = false;
  for (let at = 0; at <= names.length; at++) {
    if (within || (nothing && places.has(at))) yield at;
    within = (within || places.has(at)) && (dot || !names[at]?.startsWith("."));
  }
}

/** The last `*` may take one character more whenever the rest does not fit: earlier ones need not be tried again. */
function matchesName({ steps, dotted }: Segment, name: string, dot: boolean): boolean {
  if (name.startsWith(".") && !dotted && !dot) return false;
  const characters = [...name];
  if (steps.every((step) => step === "any")) return characters.length > 0;
  let [step, at] = [0, 0];
  let again: { step: number; at: number } | undefined;
  while (at < characters.length) {
    const wanted = steps[step];
    if (wanted === "any") again = { step: ++step, at };
    else if (wanted?.(characters[at] ?? "")) [step, at] = [step + 1, at + 1];
    else if (again) {
      again.at++;
      [step, at] = [again.step, again.at];
    } else return false;
  }
  return steps.slice(step).every((one) => one === "any");
}
