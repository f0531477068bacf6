// Addresses as strings: joining, decoding, encoding and the form in which two are compared. Knows no site and no generator.

/** The form in which routes are compared: no trailing slash, no empty segments, NFC. `/a/b/` and `/a//b` are `/a/b`; the home is `/`. */
export function routeKey(route: string): string {
  let key = route.includes("//") ? route.replace(/\/{2,}/g, "/") : route;
  if (key.length > 1 && key.endsWith("/")) key = key.slice(0, -1);
  return isAscii(key) ? key : key.normalize("NFC");
}

/** Percent-decoding, once; what is no valid encoding stays as it is. */
export function decodeOnce(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
      try {
        return decodeURIComponent(run);
      } catch {
        return run;
      }
    });
  }
}

/** A path as it may stand in a Markdown destination: what would end or change it is percent-encoded, letters of all scripts stay. */
export function encodePath(path: string): string {
  return path.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are among what must be encoded.
    /[\u0000-\u0020\u007f-\u00a0\u2028\u2029\ufeff%?#()<>"'`\\[\]*|{}^&;]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    encodeCharacter,
  );
}

function encodeCharacter(character: string): string {
  if (character === "'") return "%27";
  if (character === "(") return "%28";
  if (character === ")") return "%29";
  if (character === "*") return "%2A";
  try {
    return encodeURIComponent(character);
  } catch {
    return "%EF%BF%BD";
  }
}

/**
 * A path against the one that it is written on, as a browser does it: `..` from `/a/b` is `/`, from `/a/b/` is `/a/`.
 * Steps above the root stay at the root. Both begin with a slash, and so does the answer.
 */
export function resolvePathname(base: string, path: string): string {
  const joined = path.startsWith("/") ? path : base.slice(0, base.lastIndexOf("/") + 1) + path;
  return withoutDots(joined) ?? "/";
}

/** The address without the path that the site is served below; undefined for one beside that. */
export function belowBase(address: string, base: string): string | undefined {
  if (base === "") return address;
  return address === base || address.startsWith(`${base}/`) ? address.slice(base.length) || "/" : undefined;
}

/** The same where the base is written: for sites of which nobody knows whether their links have it. */
export function withoutWrittenBase(address: string, base: string): string {
  return belowBase(address, base) ?? address;
}

/** A file path (no leading slash) against the folder that it is written in; undefined when it leaves the root. */
export function joinPath(folder: string, path: string): string | undefined {
  const joined = folder === "" ? path : `${folder}/${path}`;
  const parts: string[] = [];
  for (const part of joined.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join("/");
}

/** `a/b` of `a/b/c.md`; "" of a file at the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "" : path.slice(0, slash);
}

/** `c.md` of `a/b/c.md`. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** `feedback` of `feedback.md`; other names stay. */
export function withoutMarkdownExtension(path: string): string {
  return path.replace(/\.(?:md|mdx|markdown)$/i, "");
}

/** Is it the name of a Markdown file? */
export function isMarkdown(path: string): boolean {
  return /\.(?:md|mdx|markdown)$/i.test(path);
}

/** `../a/b` from folder `x/y` to `x/a/b`. From a folder to itself: "". */
export function relativePath(fromFolder: string, to: string): string {
  const from = fromFolder === "" ? [] : fromFolder.split("/");
  const parts = to.split("/");
  let common = 0;
  while (common < from.length && common < parts.length - 1 && from[common] === parts[common]) common++;
  return [...from.slice(common).map(() => ".."), ...parts.slice(common)].join("/");
}

function withoutDots(path: string): string | undefined {
  if (!path.includes("/.")) return path;
  const parts: string[] = [];
  const all = path.split("/");
  all.forEach((part, at) => {
    const last = at === all.length - 1;
    if (part === "..") {
      if (parts.length > 1) parts.pop();
      if (last) parts.push("");
    } else if (part === ".") {
      if (last) parts.push("");
    } else parts.push(part);
  });
  return parts.join("/");
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}

/** Does the path lie in the folder, or below it? Everything does in "", the root. */
export function isInFolder(path: string, folder: string): boolean {
  return folder === "" || path.startsWith(`${folder}/`);
}
