// One spelling for each file: editors write the same URI in several ways (`file:///c%3A/a` and `file:///C:/a`,
// `%20` or a space), and disks hand out names in more than one Unicode form.

import { URI } from "vscode-uri";

/** The URI in the spelling that we use as a key, without a slash at its end, its path in NFC. */
export function canonicalUri(uri: string): string {
  const parsed = URI.parse(diskUri(uri));
  return parsed.with({ path: parsed.path.normalize("NFC") }).toString();
}

/** The same, but with the letters that the disk has: it may tell two Unicode forms of a name apart. */
export function diskUri(uri: string): string {
  const parsed = URI.parse(uri);
  const { path } = parsed;
  return parsed.with({ path: path.length > 1 ? path.replace(/\/+$/, "") : path }).toString();
}

/** The name on the disk, its folders before it, of what lies at a path (in NFC) below a folder. */
export function diskName(path: string, uri: string): string {
  const parts = URI.parse(diskUri(uri)).path.split("/");
  return path === "" ? "" : parts.slice(-path.split("/").length).join("/");
}

/** The URI of a file at a path below a folder. */
export function uriBelow(folder: string, path: string): string {
  const parsed = URI.parse(folder);
  const base = parsed.path.endsWith("/") ? parsed.path : `${parsed.path}/`;
  return parsed.with({ path: base + path }).toString();
}

/** The decoded path, in NFC, of a URI below a folder: "" for the folder itself, undefined for what lies elsewhere. */
export function pathBelow(folder: string, uri: string): string | undefined {
  const outer = URI.parse(folder);
  const inner = URI.parse(uri);
  if (outer.scheme !== inner.scheme || outer.authority.toLowerCase() !== inner.authority.toLowerCase())
    return;
  const base = foldDrive(outer.path).replace(/\/+$/, "").normalize("NFC");
  const path = foldDrive(inner.path).replace(/\/+$/, "").normalize("NFC");
  if (path === base) return "";
  return path.startsWith(`${base}/`) ? path.slice(base.length + 1) : undefined;
}

/** The folder that a file stands in. */
export function parentUri(uri: string): string {
  const parsed = URI.parse(uri);
  const cut = parsed.path.replace(/\/+$/, "").lastIndexOf("/");
  return parsed.with({ path: cut > 0 ? parsed.path.slice(0, cut) : "/" }).toString();
}

function foldDrive(path: string): string {
  return path.replace(/^\/([A-Z]):/, (_all, drive: string) => `/${drive.toLowerCase()}:`);
}
