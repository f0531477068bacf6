/** Drops all items but the first `length`. Unlike an assigned length, this keeps the room that a list has, for those to come. */
export function shorten(list: unknown[], length: number): void {
  while (list.length > length) list.pop();
}
