/** How near two strings are, from 0 (nothing in common) to 1 (equal): letters left out, put in, changed or swapped count. Long strings are compared by their beginnings. */
export function closeness(a: string, b: string): number {
  if (a === b) return 1;
  const [left, right] = [a.slice(0, longest), b.slice(0, longest)];
  const most = Math.max(left.length, right.length);
  if (most === 0) return 1;
  if (Math.min(left.length, right.length) / most < 0.4) return 0;
  return 1 - distance(left, right) / most;
}

/** The comparison is quadratic in this. */
const longest = 80;

/** Damerau-Levenshtein (adjacent swaps count one). */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
