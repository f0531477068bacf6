// Builds the site as a reader's browser does: Docsify itself, in jsdom, shows every page and every address that a link leads to.
// A mark in the title of each link says what its author wrote.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";

export async function build({ site, work, install }) {
  install("docsify@4.13.1", "jsdom@24.1.3");
  const { JSDOM } = createRequire(join(work, "package.json"))("jsdom");
  const script = readFileSync(join(work, "node_modules/docsify/lib/docsify.js"), "utf8");
  const marks = [];
  const server = createServer((request, response) => serve(site, script, marks, request, response));
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const show = shower(JSDOM, origin);
  const files = readdirSync(site, { recursive: true })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".md") && !/(?:^|\/)_[^/]*$/.test(path));
  const pages = [];
  const links = [];
  for (const page of files.sort()) {
    const route = `/${page.replace(/\.md$/, "").replace(/(^|\/)README$/, "$1")}`;
    const clean = await show(`/#${encodeURI(route)}`);
    pages.push({ page, route, heading_ids: clean.headings });
    const marked = await show(`/?marked#${encodeURI(route)}`);
    for (const { raw, href } of marked.links) {
      const verdict = await verdictOn(href, show, origin, site);
      if (verdict !== "external") links.push({ page, href: marks[raw], verdict });
    }
  }
  server.close();
  return { pages, links };
}

/** Loads an address in a fresh browser, waits until Docsify has shown it, and tells what is there. */
function shower(JSDOM, origin) {
  const known = new Map();
  return async (address) => {
    const before = known.get(address);
    if (before) return before;
    const dom = await JSDOM.fromURL(origin + address, { runScripts: "dangerously", resources: "usable" });
    const { window } = dom;
    window.scrollTo = () => {};
    await new Promise((done) => {
      const from = Date.now();
      const look = () => (window.shown || Date.now() - from > 8000 ? done() : setTimeout(look, 20));
      look();
    });
    const article = window.document.querySelector(".markdown-section");
    const all = [...(article?.querySelectorAll("*") ?? [])];
    const result = {
      missing: article === null || window.missing === true || /^404/.test(article.textContent.trim()),
      headings: all.filter(({ id, tagName }) => id && /^H[1-6]$/.test(tagName)).map(({ id }) => id),
      ids: new Set([...window.document.querySelectorAll("[id]")].map(({ id }) => id)),
      links: [...(article?.querySelectorAll("a") ?? [])].flatMap((link) => {
        const mark = /raw-mark-(\d+)/.exec(link.getAttribute("title") ?? "");
        return mark ? [{ raw: Number(mark[1]), href: link.getAttribute("href") }] : [];
      }),
    };
    window.close();
    known.set(address, result);
    return result;
  };
}

async function verdictOn(href, show, origin, site) {
  const url = new URL(href, `${origin}/`);
  if (url.origin !== origin) return "external";
  if (url.pathname !== "/" && url.pathname !== "/index.html")
    return isFile(join(site, decodeURIComponent(url.pathname))) ? "ok" : "missing-page";
  if (!url.hash) return "ok";
  const shown = await show(`/${url.hash.replace(/\?id=[^&]*/, "")}`);
  if (shown.missing) return "missing-page";
  const id = /\?(?:.*&)?id=([^&]*)/.exec(url.hash)?.[1];
  return id === undefined || id === "" || shown.ids.has(decodeURIComponent(id)) ? "ok" : "missing-anchor";
}

function isFile(path) {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function serve(site, script, marks, request, response) {
  const url = new URL(request.url, "http://127.0.0.1");
  const marked = /\?marked/.test(request.headers.referer ?? "") || /\?marked/.test(request.url);
  const path = decodeURIComponent(url.pathname);
  const name = path === "/" ? "/index.html" : path;
  if (name === "/docsify.js") return response.end(script);
  if (!isFile(join(site, name))) {
    response.statusCode = 404;
    return response.end("not found");
  }
  const text = readFileSync(join(site, name));
  if (name === "/index.html") return response.end(page(String(text)));
  response.end(marked && name.endsWith(".md") ? mark(String(text), marks) : text);
}

/** The site's own index.html, with the script from here and a sign for when the page is shown. */
function page(html) {
  const plugin =
    "<script>window.$docsify.plugins = [(hook) => hook.doneEach(() => setTimeout(() => { window.shown = true; }, 30))];</script>";
  return html.replace(
    /<script src="[^"]*docsify[^"]*"><\/script>/,
    `${plugin}<script src="/docsify.js"></script>`,
  );
}

function mark(text, marks) {
  const next = (raw) => `raw-mark-${marks.push(raw.replaceAll("&amp;", "&")) - 1}`;
  return text
    .replace(/(<a\b[^>]*?\shref=)"([^"]*)"/g, (_, before, raw) => `${before}"${raw}" title="${next(raw)}"`)
    .replace(
      /(?<!!\[[^\]\n]*)\]\((<[^>]*>|[^()\s]*)(?:\s+(?:"([^"]*)"|'([^']*)'))?\)/g,
      (_, dest, double, single) => {
        const raw = dest.replace(/^<|>$/g, "");
        return `](${dest} "${`${double ?? single ?? ""} ${next(raw)}`.trim()}")`;
      },
    )
    .replace(/^(\[[^\]^]+\]:\s+)(\S+)$/gm, (_, before, dest) => `${before}${dest} "${next(dest)}"`);
}
