// Where a list and its items stand in a text, whatever the text is written in: what must be known to write one more item
// into it. Places only; what the items are worth is read elsewhere.

import type { Span } from "./span.ts";

export interface ListPlaces {
  /**
   * `bracket`: `[ … ]` or `{ … }`. `block`: YAML's lines that begin with `-`. `tables`: TOML's `[[…]]`, one after the other.
   */
  readonly form: "bracket" | "block" | "tables";
  /** With its brackets; of the other two from the beginning of the first item to the end of the last. */
  readonly span: Span;
  readonly items: readonly ItemPlaces[];
}

export interface ItemPlaces {
  /** Of a block's item without its `-`, of a table with its header. */
  readonly span: Span;
  /** Of an item that is a map: `{ text: "Pay", link: "/pay" }`. In a list of keys, each item is one pair. */
  readonly pairs: readonly PairPlaces[];
  /** Of a block's item: its `-`. */
  readonly mark?: number;
}

export interface PairPlaces {
  readonly key: string;
  readonly keySpan: Span;
  readonly valueSpan: Span;
}
