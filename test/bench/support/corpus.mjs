// The handbook to measure with: its files, what our command line says of it, and the page that is opened.

import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { factsOf, findingsOf } from "./handbookCommand.mjs";

const typicalSize = 50_000;
const leftOut = /(?:^|\/)(?:node_modules|\.git)\//;

/** Reads every file once, so that no measure pays for the disk. */
export function readCorpus(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const paths = entries.map((one) => join(one.parentPath ?? one.path, one.name).slice(folder.length + 1));
  const files = paths
    .filter((path) => !leftOut.test(path))
    .sort()
    .map((path) => ({ path, bytes: readFileSync(join(folder, path)).length }));
  const pages = files.filter(({ path }) => /\.mdx?$/.test(path));
  const sum = (list) => list.reduce((total, { bytes }) => total + bytes, 0);
  return { folder, name: basename(folder), files, bytes: sum(files), pages, pageBytes: sum(pages) };
}

/** What is true of the corpus, by our own command line without a cache. */
export async function truthOf(folder) {
  const check = await findingsOf(folder);
  const [pages, links] = [await factsOf("pages", folder), await factsOf("links", folder)];
  return { ...check, pages, links };
}

/** Of the pages of about 50 kB the one that has the most links to be judged, good and broken. */
export function typicalPage({ pages }, { links }) {
  const isTypical = ({ bytes }) => bytes > typicalSize * 0.8 && bytes < typicalSize * 1.2;
  const candidates = pages.some(isTypical) ? pages.filter(isTypical) : pages;
  const counts = new Map();
  for (const { file, verdict } of links) {
    if (verdict !== "external" && verdict !== "unknown") counts.set(file, (counts.get(file) ?? 0) + 1);
  }
  const most = candidates.reduce((best, one) =>
    (counts.get(one.path) ?? 0) > (counts.get(best.path) ?? 0) ? one : best,
  );
  return most.path;
}

export function corpusFacts({ name, files, bytes, pages, pageBytes }) {
  const megabytes = (count) => `${(count / 1e6).toFixed(1)} MB`;
  return `${name}: ${files.length} files (${megabytes(bytes)}), ${pages.length} of them Markdown (${megabytes(pageBytes)})`;
}
