// An author who types in an open page: a letter, and back, mostly in prose, now and then in a heading and in a link. After
// an even number of edits the text is what it was.

import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Of twenty edits sixteen are in prose, two in a heading, two in a link's destination. */
const turns = ["prose", "prose", "prose", "prose", "prose", "prose", "prose", "prose", "heading", "link"];

export class Typist {
  #server;
  #path;
  #places;
  #count = 0;

  /** Which links the page has is told by the facts of the corpus. */
  constructor(server, { folder, page, links }) {
    this.#server = server;
    this.#path = page;
    this.#places = placesIn(readFileSync(join(folder, page), "utf8").split("\n"), linksWritten(links, page));
  }

  /** One edit; the server is told, and not waited for. */
  type() {
    const turn = Math.floor(this.#count / 2);
    const at = this.#places[turns[turn % turns.length]];
    const isLetter = this.#count % 2 === 0;
    this.#count++;
    const end = isLetter ? at : { line: at.line, character: at.character + 1 };
    return this.#server.edit(this.#path, { range: { start: at, end }, text: isLetter ? "x" : "" });
  }

  /** Takes the last letter back, so that the text is what it was. */
  async finish() {
    if (this.#count % 2 === 1) await this.type();
  }
}

/** The links of a page that stand in it as `[text](destination)` and lead to a page. */
export function linksWritten(links, page) {
  return links.filter(
    ({ page: shows, file, kind, verdict, target, href }) =>
      shows === page &&
      file === page &&
      kind === "link" &&
      verdict === "ok" &&
      target !== undefined &&
      !href.startsWith("#"),
  );
}

function placesIn(lines, links) {
  const isProse = (line) => /^\p{L}[^<>[\]{}|`]{40,}$/u.test(line);
  const heading = lines.findIndex((line) => /^##+ \S/.test(line));
  const prose = lines.findIndex((line, at) => at > heading && isProse(line) && lines[at - 1] === "");
  const link = links.map((one) => endOfDestination(lines, one)).find((place) => place !== undefined);
  if (heading < 0 || prose < 0 || !link)
    throw new Error("The page has no heading, paragraph or link to type in.");
  return {
    heading: { line: heading, character: lines[heading].search(/ \S/) + 2 },
    prose: { line: prose, character: 20 },
    link,
  };
}

function endOfDestination(lines, { line, column }) {
  const written = /^\[[^[\]]*\]\([^()\s#]+/.exec(lines[line - 1].slice(column - 1))?.[0];
  return written && { line: line - 1, character: column - 1 + written.length };
}
