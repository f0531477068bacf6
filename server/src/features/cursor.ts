import type { Page, Site } from "../site/site.ts";

/** Where an author is: a place in a page's text as it is in the editor now. What most features are asked about. */
export interface Cursor {
  readonly site: Site;
  readonly page: Page;
  readonly text: string;
  /** UTF-16 code units, 0-based. */
  readonly offset: number;
}
