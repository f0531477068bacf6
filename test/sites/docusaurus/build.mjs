// Builds the site with Docusaurus itself and reads the pages that it wrote. The author's configuration is taken as it is, but
// for broken links, which must not stop the build, and for plugins that carry through what an author wrote: each link's address
// travels in its title (the one thing that Docusaurus keeps of every link), each route's file is written down after the build.

import { copyFileSync, existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, posix } from "node:path";
import { readBuilt, verdictOn } from "../support/readBuilt.mjs";

const version = "3.10.2";

export async function build({ site, work, run, install }) {
  prepare(work, install);
  const siteDir = existsSync(join(site, "website")) ? join(site, "website") : site;
  const author = readdirSync(siteDir).find((name) => name.startsWith("docusaurus.config."));
  // The folder above is one of modules, which Docusaurus' own generated code is not.
  writeFileSync(join(siteDir, "package.json"), '{ "private": true }\n');
  writeFileSync(join(siteDir, "judge.config.mjs"), wrapper(author));
  copyFileSync(join(import.meta.dirname, "markLinks.mjs"), join(siteDir, "judge-plugins.mjs"));
  run("npx", ["docusaurus", "build", "--config", "judge.config.mjs", "--no-minify"], {
    cwd: siteDir,
    env: { ...process.env, CI: "", NODE_ENV: "production" },
  });
  const { url, baseUrl, locales } = JSON.parse(readFileSync(join(siteDir, "judge-site.json"), "utf8"));
  const out = join(siteDir, "build");
  restoreAddresses(out);
  const built = readBuilt(out, ({ tagName }) => tagName === "article");
  const rows = locales.flatMap((locale) => {
    const routes = JSON.parse(readFileSync(join(siteDir, `judge-routes-${locale}.json`), "utf8"));
    return routes.map(({ path, source }) => ({ path, page: posix.join(posixName(site, siteDir), source) }));
  });
  return judged(built, firstOfEach(rows), { origin: url, base: baseUrl });
}

/** A file that is shown in several languages is the page of the first. */
function firstOfEach(rows) {
  const seen = new Map();
  for (const row of rows) if (!seen.has(row.page)) seen.set(row.page, row);
  return [...seen.values()];
}

function judged(built, rows, where) {
  const pages = [];
  const links = [];
  for (const { path, page } of rows) {
    const route = `/${decodeURI(path).slice(where.base.length)}`;
    const html = [`${route.replace(/\/$/, "")}/index.html`, `${route}.html`].find((file) =>
      built.pages.has(file),
    );
    const found = built.pages.get(html);
    // The heading over the notes is the generator's own.
    const headings = found.headings.filter((id) => id !== "footnote-label");
    pages.push({ page, route, heading_ids: headings });
    for (const { href, raw } of found.links) {
      // `pathname://` says that Docusaurus knows nothing of the address.
      const verdict = raw.startsWith("pathname:") ? "external" : verdictOn(built, found, href, where);
      if (verdict !== "external") links.push({ page, href: raw, verdict });
    }
  }
  return { pages, links };
}

/** The sites of one generator share what is installed. */
function prepare(work, install) {
  const first = join(work, "../docusaurus/node_modules");
  if (!work.endsWith("/docusaurus") && existsSync(first)) {
    if (!existsSync(join(work, "node_modules"))) symlinkSync(first, join(work, "node_modules"));
    writeFileSync(join(work, "package.json"), '{ "private": true, "type": "module" }\n');
    return;
  }
  install(
    `@docusaurus/core@${version}`,
    `@docusaurus/preset-classic@${version}`,
    `@docusaurus/plugin-client-redirects@${version}`,
    "react@19.1.1",
    "react-dom@19.1.1",
  );
}

function posixName(site, siteDir) {
  return siteDir === site ? "" : siteDir.slice(site.length + 1);
}

/** Back from the titles into `data-raw`. */
function restoreAddresses(out) {
  for (const entry of readdirSync(out, { recursive: true, withFileTypes: true })) {
    if (!entry.name.endsWith(".html")) continue;
    const file = join(entry.parentPath, entry.name);
    const html = readFileSync(file, "utf8").replace(/\stitle="?raw:([\w-]+)"?/g, (_, encoded) => {
      const raw = Buffer.from(encoded, "base64url").toString("utf8");
      return ` data-raw="${raw.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;")}"`;
    });
    writeFileSync(file, html);
  }
}

function wrapper(author) {
  return `
import { writeFileSync } from "node:fs";
import given from "./${author}";
import { markLinks, markTags } from "./judge-plugins.mjs";

const contents = /content-(docs|blog|pages)/;
const marked = (options) => options === false ? false : {
  ...options,
  beforeDefaultRemarkPlugins: [...(options?.beforeDefaultRemarkPlugins ?? []), markLinks],
  rehypePlugins: [...(options?.rehypePlugins ?? []), markTags],
};

function recorder(context) {
  return {
    name: "recorder",
    async postBuild({ routes, siteConfig, i18n }) {
      const flat = (list) => list.flatMap((route) => [route, ...flat(route.routes ?? [])]);
      const rows = flat(routes).flatMap((route) =>
        route.metadata?.sourceFilePath && /\\.mdx?$/.test(route.metadata.sourceFilePath)
          ? [{ path: route.path, source: route.metadata.sourceFilePath }]
          : [],
      );
      writeFileSync(new URL("judge-routes-" + i18n.currentLocale + ".json", import.meta.url), JSON.stringify(rows));
      const main = given.baseUrl;
      writeFileSync(new URL("judge-site.json", import.meta.url), JSON.stringify({ url: siteConfig.url, baseUrl: main, locales: i18n.locales }));
    },
  };
}

export default {
  ...given,
  onBrokenLinks: "warn",
  onBrokenAnchors: "warn",
  markdown: { ...given.markdown, hooks: { onBrokenMarkdownLinks: "warn", onBrokenMarkdownImages: "warn" } },
  presets: (given.presets ?? []).map(([name, options]) => [
    name,
    { ...options, docs: marked(options.docs), blog: marked(options.blog), pages: marked(options.pages) },
  ]),
  plugins: [
    ...(given.plugins ?? []).map((plugin) =>
      Array.isArray(plugin) && contents.test(plugin[0]) ? [plugin[0], marked(plugin[1])] : plugin,
    ),
    recorder,
  ],
};
`;
}
