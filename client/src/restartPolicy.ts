// How often a server that dies is started again: a few times within a while, then no more. No editor in here.

export interface RestartPolicy {
  /** Tells what to do about a death at `now` (milliseconds): `first` of them and `again` are restarts. */
  readonly died: (now: number) => "first" | "again" | "give-up";
}

/** At most `most` restarts within any `within` milliseconds. */
export function restartPolicy(most: number, within: number): RestartPolicy {
  let deaths: readonly number[] = [];
  return {
    died(now) {
      deaths = [...deaths.filter((time) => now - time < within), now];
      if (deaths.length > most) return "give-up";
      return deaths.length === 1 ? "first" : "again";
    },
  };
}
