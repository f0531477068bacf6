// Numbers that order files and are no part of their addresses: `01-intro.md` is "intro". What looks like a date or a
// version keeps them (`2021-11-notes`, `7.0-changes`). Source: plugin-content-docs/src/numberPrefix.ts.

export interface Unprefixed {
  readonly name: string;
  readonly position?: number;
}

export function withoutNumber(name: string): Unprefixed {
  if (/^\d+[-_.]\d+/.test(name)) return { name };
  const found = /^(\d+)\s*[-_.]+\s*([^-_.\s].*)$/.exec(name);
  return found ? { name: found[2] ?? name, position: Number.parseInt(found[1] ?? "", 10) } : { name };
}

/** The same for each folder of a path. */
export function withoutNumbers(path: string): string {
  return path
    .split("/")
    .map((part) => withoutNumber(part).name)
    .join("/");
}
