// Builds the site with the Hugo of the machine (Debian: `apt-get install hugo`; the golden files were made with 0.111.3).
// Its link hook notes what the author wrote; addresses that goldmark and HTML make without the hook are as written.

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readBuilt, verdictOn } from "../support/readBuilt.mjs";

const origin = "https://handbook.northwind.example";

export function build({ site, work }) {
  return buildHugo({ site, work, origin });
}

/** Pages and links of a Hugo site whose layout puts the content into `<main data-content>`. */
export function buildHugo({ site, work, origin, base = "/" }) {
  const out = join(work, "out");
  execFileSync("hugo", ["--quiet", "--cleanDestinationDir", "--destination", out], {
    cwd: site,
    stdio: "inherit",
  });
  for (const entry of readdirSync(out, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith(".html")) continue;
    const file = join(entry.parentPath, entry.name);
    writeFileSync(file, withRaw(readFileSync(file, "utf8")));
  }
  const built = readBuilt(out, (element) => element.attributes["data-content"] !== undefined);
  const root = realpathSync(site);
  const pages = [];
  const links = [];
  for (const page of built.pages.values()) {
    if (!page.source || page.refresh !== undefined) continue;
    const source = page.source.startsWith(root) ? page.source.slice(root.length + 1) : page.source;
    pages.push({ page: source, route: decodeURI(page.url), heading_ids: page.headings });
    for (const { href, raw } of page.links) {
      const verdict = verdictOn(built, page, href, { origin, base });
      if (verdict !== "external") links.push({ page: source, href: raw, verdict });
    }
  }
  return { pages, links };
}

/** Addresses that no hook has seen, as they were written but for goldmark's percent-encoding. Footnotes' links are the generator's own. */
function withRaw(html) {
  return html.replace(
    /<a\b(?![^>]*\s(?:data-raw=|class="footnote))([^>]*?\shref=(["'])(.*?)\2)/g,
    (tag, attributes, quote, href) =>
      tag.replace(attributes, `${attributes} data-raw=${quote}${decodeURI(href)}${quote}`),
  );
}
