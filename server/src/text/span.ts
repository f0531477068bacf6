/** A stretch of a text, as offsets. Everything inside a page is placed by spans; lines and characters appear only in answers to the editor. */
export interface Span {
  /** UTF-16 code units, 0-based, the first one that belongs to it. */
  readonly start: number;
  /** The first one after it. */
  readonly end: number;
}

/** Does `span` hold `offset`, both its ends included (a cursor at the end of a word is still at the word)? */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** Do the two have at least one place in common (ends count, so that an empty span can overlap)? */
export function overlaps(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}
