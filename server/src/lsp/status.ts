// What the status bar shows, sent when it changes.

import { type SiteStatus, type StatusParams, statusNotification } from "../protocol.ts";
import { keptTable } from "../site/keptTable.ts";
import { notesOf } from "../site/unreadable.ts";
import type { SweptSite } from "../workspace/sweep.ts";
import type { Session } from "./session.ts";

export class Status {
  readonly #session: Session;
  #sent = "";

  constructor(session: Session) {
    this.#session = session;
  }

  update(swept: readonly SweptSite[]): void {
    const sites = this.#session.workspace.sites.map((living): SiteStatus => {
      const { site } = living;
      return {
        root: living.root,
        model: site.model.name,
        evidence: site.model.evidence,
        ...(notesOf(site).length > 0 && { notes: notesOf(site) }),
        ...countsOf(site),
        problems: swept.find((one) => one.living === living)?.problems ?? 0,
      };
    });
    const indexing = this.#session.workspace.folders.some(({ indexed }) => !indexed);
    const status: StatusParams = { indexing, sites };
    const text = JSON.stringify(status);
    if (text === this.#sent) return;
    this.#sent = text;
    void this.#session.connection.sendNotification(statusNotification, status);
  }
}

interface Counts {
  pages: number;
  links: number;
}

/** Partials and drafts are read, but they are no pages of the site. */
const countsOf = keptTable(
  ({ route, scanned }) => `${route === undefined} ${scanned.links.length}`,
  (site): Counts => {
    const counts = { pages: 0, links: 0 };
    for (const page of site.pages.values()) {
      if (page.route !== undefined) counts.pages += 1;
      counts.links += page.scanned.links.length;
    }
    return counts;
  },
);
