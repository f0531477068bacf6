/** The last part of a path (decoded already: `100%ff.md` is a name). */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
