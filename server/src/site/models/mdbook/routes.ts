// Where mdBook serves a chapter: beside its file, as HTML; a README.md is the page of its folder.

import { folderOf, nameOf } from "../../routeKey.ts";
import type { Route } from "../../site.ts";
import type { BookConfig } from "./config.ts";

/** The path below the source folder; undefined outside of it. */
export function belowSource(path: string, { src }: Pick<BookConfig, "src">): string | undefined {
  if (src === "") return path;
  return path.startsWith(`${src}/`) ? path.slice(src.length + 1) : undefined;
}

export function chapterRoute(below: string, config: BookConfig): Route {
  const folder = folderOf(below);
  const stem = nameOf(below).replace(/\.[^.]*$/, "");
  const index = stem === "index" || (config.readmeIsIndex && /^readme$/i.test(stem));
  const before = folder === "" ? "/" : `/${folder}/`;
  return `${before}${index ? "" : `${stem}.html`}`.normalize("NFC") as Route;
}
