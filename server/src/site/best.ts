/** The few of many things whose score is highest, of at least `least`; the highest first, of equals the one that comes `first`, else the earlier. */
export function best<Thing>(
  things: Iterable<Thing>,
  wanted: { readonly max: number; readonly least: number; readonly first?: (a: Thing, b: Thing) => boolean },
  /** Exact where it reaches `least`, which grows with what is found; what does not may be told as any number below. */
  scoreOf: (thing: Thing, least: number) => number,
): readonly Thing[] {
  const { max, first } = wanted;
  const found: { readonly thing: Thing; readonly score: number }[] = [];
  let { least } = wanted;
  for (const thing of things) {
    const score = scoreOf(thing, least);
    if (score < least) continue;
    const after = found.findIndex(
      (other) => score > other.score || (score === other.score && first?.(thing, other.thing)),
    );
    found.splice(after < 0 ? found.length : after, 0, { thing, score });
    if (found.length > max) found.pop();
    if (found.length === max) least = found.at(-1)?.score ?? least;
  }
  return found.map(({ thing }) => thing);
}
