// Builds the site with Debian's jekyll and its plugins: once as it is, for pages and ids, and once with a mark in the title of
// each link, for what became of the destinations that authors wrote. The second build of `jekyll-plain` comes from here, too.

import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readBuilt, verdictOn } from "../support/readBuilt.mjs";

/** Writes what Jekyll knows of each page that has a file: its path, its address, and the file that it was written to. */
const routesPlugin = `
require "json"
Jekyll::Hooks.register :site, :post_write do |site|
  rows = (site.pages + site.docs_to_write).map do |page|
    path = page.is_a?(Jekyll::Document) ? page.path : File.join(site.source, page.relative_path)
    next unless File.file?(path)
    next if page.class.name.include?("Redirect")
    next if page.is_a?(Jekyll::Page) && page.pager && page.pager.page > 1
    { "page" => path.sub(site.source + "/", ""), "route" => Jekyll::URL.unescape_path(page.url),
      "file" => page.destination(site.dest).sub(site.dest, "") }
  end
  File.write(File.join(site.dest, "..", "routes.json"), JSON.generate(rows.compact))
end
`;

export async function build({ site, work, run }) {
  if (!hasJekyll()) run("apt-get", ["install", "-y", "--no-install-recommends", "jekyll", ...plugins]);
  const config = readFileSync(join(site, "_config.yml"), "utf8");
  const key = (name) => new RegExp(`^${name}: *"?([^"\n]*)"?$`, "m").exec(config)?.[1] ?? "";
  const where = { origin: key("url"), base: `${key("baseurl").replace(/\/$/, "")}/` };
  const marks = [];
  const clean = jekyll(join(work, "clean"), site, run);
  const marked = jekyll(join(work, "marked"), site, run, marks);
  const pages = clean.routes
    .filter(({ file }) => clean.built.pages.has(file) && clean.built.pages.get(file).refresh === undefined)
    .map(({ page, route, file }) => ({ page, route, heading_ids: clean.built.pages.get(file).headings }));
  const links = marked.routes.flatMap(({ page, file }) => {
    const html = marked.built.pages.get(file);
    return (html?.links ?? []).flatMap(({ raw, href }) => {
      const verdict = verdictOn(clean.built, html, href, where);
      return verdict === "external" ? [] : [{ page, href: marks[Number(raw)], verdict }];
    });
  });
  return { pages, links };
}

const plugins = [
  "redirect-from",
  "relative-links",
  "readme-index",
  "optional-front-matter",
  "sitemap",
  "feed",
  "archives",
].map((name) => `ruby-jekyll-${name}`);

function hasJekyll() {
  try {
    execFileSync("jekyll", ["--version"]);
    return true;
  } catch {
    return false;
  }
}

function jekyll(folder, site, run, marks) {
  rmSync(folder, { recursive: true, force: true });
  cpSync(site, join(folder, "site"), { recursive: true });
  for (const entry of readdirSync(join(folder, "site"), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(?:md|markdown|html)$/.test(entry.name) || /_layouts/.test(entry.parentPath))
      continue;
    const path = join(entry.parentPath, entry.name);
    if (marks) writeFileSync(path, mark(readFileSync(path, "utf8"), entry.name, marks));
  }
  const own = join(folder, "site/_plugins");
  if (!existsSync(own)) mkdirSync(own);
  writeFileSync(join(own, "routes.rb"), routesPlugin);
  run("jekyll", ["build", "--quiet", "--source", "site", "--destination", "out"], {
    cwd: folder,
    env: { ...process.env, JEKYLL_NO_BUNDLER_REQUIRE: "true", JEKYLL_ENV: "production" },
  });
  const out = join(folder, "out");
  for (const entry of readdirSync(out, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith(".html")) continue;
    const path = join(entry.parentPath, entry.name);
    writeFileSync(path, unmark(readFileSync(path, "utf8"), marks));
  }
  const routes = JSON.parse(readFileSync(join(folder, "routes.json"), "utf8"));
  return { routes, built: readBuilt(out, ({ attributes }) => "data-content" in attributes) };
}

/** The marks become attributes; an autolink, which has no place for one, is what it shows. */
function unmark(html, marks) {
  const auto = (_, address) =>
    `<a href="${address}" data-raw="${marks?.push(decoded(address)) - 1}">${address}</a>`;
  return html
    .replace(/title="raw-mark-(\d+)"/g, 'data-raw="$1"')
    .replace(/<a href="(https?:[^"]*)">\1<\/a>/g, auto);
}

/** Gives each link a title that names it, in Markdown and in HTML. */
function mark(text, file, marks) {
  const next = (raw) => `raw-mark-${marks.push(decoded(raw)) - 1}`;
  const [, header = "", body = ""] = /^(---\n[\s\S]*?\n?---\n)?([\s\S]*)$/.exec(text);
  const tags = body.replace(/(<a\b[^>]*?\shref=)(?:"([^"]*)"|'([^']*)')/g, (all, before, double, single) => {
    return `${before}${all.slice(before.length)} title="${next(double ?? single)}"`;
  });
  if (file.endsWith(".html")) return header + tags;
  const inline = tags.replace(
    /(?<!!\[[^\]\n]*)\]\(((?:\{\{.*?\}\}|\{%.*?%\}|[^()\n]|\([^()\n]*\))*)\)/g,
    (_, inside) => {
      const [, dest = "", title = ""] =
        /^\s*(<[^>]*>|(?:\{\{.*?\}\}|\{%.*?%\}|[^"'])*?)(\s+(?:"[^"]*"|'[^']*'))?\s*$/.exec(inside) ?? [];
      return `](${title === "" ? inside : dest} "${next(dest.replace(/^<|>$/g, "").trim())}")`;
    },
  );
  return (
    header +
    inline.replace(/^( {0,3}\[[^\]^\n][^\]\n]*\]:[ \t]+)(\S.*?)(\s+"[^"\n]*")?$/gm, (all, before, dest) =>
      dest.includes("raw-mark") ? all : `${before}${dest} "${next(dest.replace(/^<|>$/g, ""))}"`,
    )
  );
}

function decoded(raw) {
  return raw.replaceAll("&amp;", "&").replaceAll("&quot;", '"');
}
