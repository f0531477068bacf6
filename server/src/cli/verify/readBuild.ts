// What a generator built, read from its output folder or from a sitemap: the addresses, and of each page its ids.

import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { type DefaultTreeAdapterTypes, parse } from "parse5";

export interface Build {
  /** Addresses of files below the folder, with a leading slash, as a static host has them: "/a/index.html". Undefined for a sitemap. */
  readonly files: ReadonlySet<string> | undefined;
  /** By file; of a sitemap, by address and without ids. */
  readonly pages: ReadonlyMap<string, BuiltPage>;
}

export interface BuiltPage {
  readonly ids: ReadonlySet<string>;
  /** Ids of h1 to h6, in order. */
  readonly headings: readonly string[];
  /** Does it forward its reader elsewhere at once? */
  readonly forwards: boolean;
}

/** Reads a build; throws when it is neither a folder nor a sitemap. */
export async function readBuild(path: string): Promise<Build> {
  return /\.xml$/i.test(path) ? readSitemap(await readFile(path, "utf8")) : readFolder(path);
}

async function readFolder(folder: string): Promise<Build> {
  const files = new Set<string>();
  const pages = new Map<string, BuiltPage>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const full = join(entry.parentPath, entry.name);
    const file = `/${relative(folder, full).split(sep).join("/")}`.normalize("NFC");
    files.add(file);
    if (file.endsWith(".html")) pages.set(file, readPage(await readFile(full, "utf8")));
  }
  return { files, pages };
}

function readSitemap(text: string): Build {
  const pages = new Map<string, BuiltPage>();
  for (const [, address = ""] of text.matchAll(/<loc>\s*([^<\s]+)\s*<\/loc>/g)) {
    const path = URL.canParse(address) ? decodeURI(new URL(address).pathname) : address;
    pages.set(path.normalize("NFC"), { ids: new Set(), headings: [], forwards: false });
  }
  return { files: undefined, pages };
}

type Node = DefaultTreeAdapterTypes.Node;

function readPage(html: string): BuiltPage {
  const ids = new Set<string>();
  const headings: string[] = [];
  let forwards = false;
  const visit = (node: Node): void => {
    if ("attrs" in node) {
      const attribute = (name: string) => node.attrs.find((one) => one.name === name)?.value;
      const id = attribute("id");
      if (id) ids.add(id);
      if (id && /^h[1-6]$/.test(node.tagName)) headings.push(id);
      const name = node.tagName === "a" ? attribute("name") : undefined;
      if (name) ids.add(name);
      if (node.tagName === "meta" && attribute("http-equiv")?.toLowerCase() === "refresh") forwards = true;
    }
    if ("childNodes" in node) node.childNodes.forEach(visit);
    if ("content" in node) visit(node.content);
  };
  visit(parse(html));
  return { ids, headings, forwards };
}
