// Where Fumadocs serves a page: its section's address and its path, folders in parentheses and `index` left out
// (fumadocs-core/source `getSlugs`); case and spaces stay.

import { stringKey } from "../../../frontmatter/keys.ts";
import type { ScannedPage } from "../../../page/scannedPage.ts";
import { folderOf, isInFolder, nameOf, withoutMarkdownExtension } from "../../routeKey.ts";
import type { FilePath } from "../../site.ts";
import type { FumadocsConfig, Languages, Section } from "./config.ts";

export interface Place {
  readonly section: Section;
  /** Below the section's folder, without extension and language. */
  readonly path: string;
  readonly language: string | undefined;
}

export function placeOf(file: string, { sections, languages }: FumadocsConfig): Place | undefined {
  const section = sections.find(({ dir }) => isInFolder(file, dir));
  if (!section) return undefined;
  const path = withoutMarkdownExtension(section.dir === "" ? file : file.slice(section.dir.length + 1));
  return { section, ...withoutLanguage(path, languages) };
}

function withoutLanguage(path: string, languages: Languages | undefined): Pick<Place, "path" | "language"> {
  if (!languages) return { path, language: undefined };
  if (languages.by === "folder") {
    const [first = "", ...rest] = path.split("/");
    const own = rest.length > 0 && languages.all.includes(first);
    return own ? { path: rest.join("/"), language: first } : { path, language: languages.fallback };
  }
  const name = nameOf(path);
  const ending = /\.([A-Za-z-]+)$/.exec(name)?.[1];
  if (ending === undefined) return { path, language: languages.fallback };
  return { path: path.slice(0, -ending.length - 1), language: ending };
}

/** `files`: all of the site, since an index whose address another file has gets `/index`. */
export function routeOf(
  page: ScannedPage,
  config: FumadocsConfig,
  files: ReadonlySet<FilePath>,
): string | undefined {
  const place = placeOf(page.path, config);
  if (!place) return undefined;
  const own = config.slugKey && stringKey(page.frontmatter, config.slugKey);
  const slugs = own ? own.split("/").filter((part) => part !== "") : slugsOf(place, files);
  return addressOf(slugs, place.section, place.language, config.languages);
}

function slugsOf({ path, section }: Place, files: ReadonlySet<FilePath>): readonly string[] {
  const slugs = shown(path);
  if (nameOf(path) !== "index") return slugs;
  const folder = folderOf(path);
  const beside = section.dir === "" ? folder : `${section.dir}/${folder}`;
  const taken = folder !== "" && [".mdx", ".md"].some((end) => files.has((beside + end) as FilePath));
  return taken ? [...slugs, "index"] : slugs;
}

function shown(path: string): readonly string[] {
  const parts = path.split("/").filter((part) => part !== "" && !/^\(.+\)$/.test(part));
  return parts.at(-1) === "index" ? parts.slice(0, -1) : parts;
}

export function addressOf(
  slugs: readonly string[],
  section: Section,
  language: string | undefined,
  languages: Languages | undefined,
): string {
  const hidden =
    !languages ||
    language === undefined ||
    languages.hidden === "always" ||
    (languages.hidden === "default" && language === languages.fallback);
  const parts = [...(hidden ? [] : [language ?? ""]), ...section.baseUrl.split("/"), ...slugs];
  return `/${parts.filter((part) => part !== "").join("/")}`.normalize("NFC");
}

/** Does percent-encoding leave the path as it is? */
export function isPlain(path: string): boolean {
  return /^[\w./()!~*',;:@&=+$-]*$/.test(path);
}
