/** Does the client take actions of this kind: names it none, it, or one above it ("source" for "source.fixAll.handbook")? */
export function asksFor(only: readonly string[] | undefined, kind: string): boolean {
  return only === undefined || only.some((one) => kind === one || kind.startsWith(`${one}.`) || one === "");
}
