// Builds the pages with Mintlify's own packages, those that its command line and its servers run: `prebuild` says which files
// are pages, puts imported files into them and generates those of the OpenAPI document; `getMdx` compiles each. What it
// compiled is run here with stand-ins for Mintlify's components (their code is not published), which pass on what they are
// given. Where links lead is judged by those pages, the files beside them and the redirects; where `mint broken-links`
// (`link-rot`) says otherwise, that is printed (README.md has the reasons).

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** Where Mintlify's own pieces disagree, or code that nobody reads has the id: README.md. */
const undecided = new Set([
  "people/pay.md /work/tools",
  "people/perks.mdx people/hiring",
  "work/tools/editor.mdx #save",
]);

const origin = "https://handbook.fern.example";

export async function build({ site, work, install }) {
  install("@mintlify/link-rot@3.0.1387");
  const packages = await load(work);
  const out = join(work, "out");
  await prebuild(packages, site, out);
  const pages = await readPages(packages, join(out, "src/_props"));
  const { redirects = [] } = JSON.parse(readFileSync(join(out, "src/_props/docs.json"), "utf8"));
  const served = { pages, redirects, files: join(out, "public"), common: packages.common };
  const written = [...pages.values()].filter(({ file }) => existsSync(join(site, file)));
  const links = written.flatMap((page) =>
    page.links.flatMap(({ raw, href }) => {
      const verdict = undecided.has(`${page.file} ${raw}`) ? "unknown" : verdictOn(served, page, href);
      return verdict === "external" ? [] : [{ page: page.file, href: raw, verdict }];
    }),
  );
  await compare(packages, site, links);
  return {
    pages: written.map(({ file, route, headings }) => ({ page: file, route, heading_ids: headings })),
    links,
  };
}

/** Its packages, from where they were installed. */
async function load(work) {
  const from = (path) => import(pathToFileURL(join(work, "node_modules/@mintlify", path)).href);
  return {
    prebuild: (await from("prebuild/dist/index.js")).prebuild,
    linkRot: await from("link-rot/dist/index.js"),
    common: await from("common/dist/index.js"),
    getMdx: (await from("common/dist/mdx/server-only/index.js")).getMdx,
  };
}

/** It writes below the current folder. */
async function prebuild(packages, site, out) {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const back = process.cwd();
  process.chdir(out);
  await packages.prebuild(site);
  process.chdir(back);
}

/** By route. */
async function readPages(packages, folder) {
  const pages = new Map();
  for (const path of readdirSync(folder, { recursive: true })) {
    const file = path.replaceAll("\\", "/");
    if (!/\.mdx?$/.test(file)) continue;
    const page = { file, route: routeOf(file), headings: [], ids: new Set(), links: [] };
    const { mdxSource, parseFailed } = await packages.getMdx({
      path: file,
      content: readFileSync(join(folder, path), "utf8"),
      metadata: {},
      snippets: [],
      subdomain: "",
      codeStyling: undefined,
      config: {},
      tailwindSelectors: [],
      earlyRemarkPlugins: [keepWritten],
    });
    if (parseFailed) throw new Error(`${file} is no MDX`);
    walk(show(mdxSource), (element) => read(page, element, packages.common));
    pages.set(page.route, page);
  }
  return pages;
}

const routeOf = (file) => `/${file.replace(/\.mdx?$/, "").replace(/(^|\/)index$/, "")}`;

/** Links keep what their author wrote, as `data-raw`. */
function keepWritten() {
  return (root) => {
    const defined = new Map();
    const each = (node, visit) => {
      visit(node);
      for (const child of node.children ?? []) each(child, visit);
    };
    each(root, (node) => node.type === "definition" && defined.set(node.identifier, node.url));
    each(root, (node) => {
      const url =
        node.type === "link"
          ? node.url
          : node.type === "linkReference"
            ? defined.get(node.identifier)
            : undefined;
      if (typeof url === "string") node.data = { ...node.data, hProperties: { "data-raw": url } };
      const href = (node.attributes ?? []).find(({ name }) => name === "href")?.value;
      if (typeof href === "string" && /^mdxJsx/.test(node.type))
        node.attributes.push({ type: "mdxJsxAttribute", name: "data-raw", value: href });
    });
  };
}

/** What the compiled page returns: elements as `{ type, props }`, its own components run, Mintlify's left as they are. */
function show({ compiledSource, scope }) {
  const jsx = (type, props) =>
    typeof type === "function" ? type(props ?? {}) : { type, props: props ?? {} };
  const names = new Set([...compiledSource.matchAll(/\b_?[A-Z]\w*/g)].map(([name]) => name));
  const components = Object.fromEntries([...names].map((name) => [name, name]));
  const runtime = { Fragment: "fragment", jsx, jsxs: jsx, jsxDEV: jsx, useMDXComponents: () => components };
  const keys = Object.keys(scope ?? {});
  const run = new Function("$", ...keys, compiledSource);
  const { default: Content } = run(runtime, ...keys.map((key) => scope[key]));
  return Content({ components });
}

function walk(element, visit) {
  if (Array.isArray(element)) for (const one of element) walk(one, visit);
  if (typeof element !== "object" || element === null || Array.isArray(element)) return;
  visit(element);
  walk(element.props?.children, visit);
}

/** Which components put their `id` into the page, and how, is said by Mintlify's list of them. */
function read(page, { type, props }, common) {
  const { COMPONENTS_WITHOUT_ID, COMPONENTS_WITH_CLEANED_ID, safeCleanHeadingId } = common;
  const id = COMPONENTS_WITH_CLEANED_ID.has(type) && props.id ? safeCleanHeadingId(props.id) : props.id;
  if (id && !COMPONENTS_WITHOUT_ID.has(type)) page.ids.add(id);
  if (id && (type === "Heading" || /^h[1-6]$/.test(type))) page.headings.push(id);
  if (typeof props["data-raw"] === "string")
    page.links.push({ raw: props["data-raw"], href: props.href ?? props["data-raw"] });
}

/** What Mintlify writes for every site (its documentation: "llms.txt", "SEO"). */
const made = /^\/(?:llms(?:-full)?\.txt|robots\.txt|sitemap\.xml)$/;

function verdictOn(served, page, href) {
  const url = new URL(href, origin + encodeURI(page.route));
  if (url.origin !== origin) return "external";
  return follow(served, url, 0);
}

function follow(served, url, hops) {
  const path = decodeURIComponent(url.pathname).replace(/(.)\/$/, "$1");
  const redirect = redirectOf(served, path);
  if (redirect !== undefined && hops < 10) {
    const next = new URL(redirect, origin);
    if (next.origin !== origin) return "redirect";
    if (next.hash === "") next.hash = url.hash;
    const end = follow(served, next, hops + 1);
    return end === "ok" ? "redirect" : end;
  }
  if (made.test(path)) return "ok";
  const shown = served.pages.get(path.replace(/\.mdx?$/, "").replace(/\/index$/, "") || "/");
  if (!shown) return existsSync(join(served.files, path)) && path !== "/" ? "ok" : "missing-page";
  return finds(shown.ids, url.hash.slice(1), served.common) ? "ok" : "missing-anchor";
}

/** As it is written, decoded, or cleaned as `mint broken-links` cleans it, since the ids of headings are. */
function finds(ids, fragment, { safeCleanHeadingId }) {
  if (fragment === "" || ids.has(fragment)) return true;
  const decoded = decodeURIComponent(fragment.replace(/%(?![0-9a-f]{2})/gi, "%25"));
  return ids.has(decoded) || ids.has(safeCleanHeadingId(decoded));
}

/** Redirects as its documentation has them ("Redirects": `*` and `:name*` for the rest of a path). */
function redirectOf({ redirects }, path) {
  for (const { source, destination } of redirects) {
    const names = [];
    const pattern = source.replace(/:(\w+)\*|:(\w+)|\*|[^\w/]/g, (part, many, one) => {
      if (many ?? one ?? part === "*") names.push(many ?? one ?? "*");
      return many || part === "*" ? "(.*)" : one ? "([^/]+)" : `\\${part}`;
    });
    const found = new RegExp(`^${pattern}$`).exec(path);
    if (!found) continue;
    return names.reduce(
      (end, name, index) => end.replace(name === "*" ? "*" : new RegExp(`:${name}\\*?`), found[index + 1]),
      destination,
    );
  }
  return undefined;
}

/** What `mint broken-links` says, beside our judgement of each link. */
async function compare({ linkRot }, site, links) {
  const key = (page, href) => `${page} ${href}`;
  const broken = async (options) =>
    new Set(
      (await linkRot.getBrokenInternalLinks(site, options)).map((path) =>
        key(join(path.relativeDir, path.filename), path.originalPath),
      ),
    );
  const missing = await broken({});
  const any = await broken({ checkAnchors: true });
  const differences = links
    .map(({ page, href, verdict }) => {
      const found = missing.has(key(page, href))
        ? "missing-page"
        : any.has(key(page, href))
          ? "missing-anchor"
          : "ok";
      return { page, href, verdict: verdict === "redirect" ? "ok" : verdict, found };
    })
    .filter(({ verdict, found }) => verdict !== found);
  for (const { page, href, verdict, found } of differences)
    console.log(`${page}: ${href} is ${verdict} here, ${found} to mint broken-links`);
}
