// The day of the week and of the year that a date falls on.

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** 0 is Sunday. */
export function weekdayOf(date: Day): number {
  return new Date(midnight(date)).getUTCDay();
}

/** 1 is the first of January. */
export function yearDayOf(date: Day): number {
  return (midnight(date) - midnight({ year: date.year, month: 1, day: 1 })) / 86_400_000 + 1;
}

/** Not `Date.UTC` alone, which takes years below 100 for those of the last century. */
function midnight({ year, month, day }: Day): number {
  return new Date(0).setUTCFullYear(year, month - 1, day);
}
