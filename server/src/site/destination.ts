// The parts of a destination, each with its place in it. A string is cut, nothing is looked up and nothing decoded.

export interface DestinationParts {
  /** "https", "mailto": lower case, without the colon. */
  readonly scheme: string | undefined;
  /** "posthog.com" of `https://posthog.com/x` and `//posthog.com/x`: lower case, with its port. */
  readonly host: string | undefined;
  /** `https://posthog.com` or `//posthog.com`, as written. */
  readonly origin: string | undefined;
  /** `/people` of `/people?tab=1#pay`. For other schemes than http(s): all that follows the colon. */
  readonly path: string;
  /** `?tab=1`, or "". */
  readonly query: string;
  /** "pay" of `#pay`, "" of a lone `#`; undefined without. */
  readonly fragment: string | undefined;
  /** Where in the destination the origin ends, 0 without; where the path begins and ends; where the fragment begins, the end without. */
  readonly originEnd: number;
  readonly pathStart: number;
  readonly pathEnd: number;
  readonly fragmentStart: number;
}

/** Cuts a destination (escapes and entities decoded, percent-encoding not). `{{…}}` and `{%…%}` are never cut: they belong to the path. */
export function splitDestination(raw: string): DestinationParts {
  const scheme = schemeOf(raw);
  if (scheme !== undefined && scheme !== "http" && scheme !== "https") return opaque(raw, scheme);
  const start = scheme === undefined ? 0 : scheme.length + 1;
  const isAddress = isSlash(raw, start) && isSlash(raw, start + 1);
  const pathStart = isAddress ? endOfAuthority(raw, start + 2) : start;
  const hash = find("#", raw, pathStart);
  const end = hash < 0 ? raw.length : hash;
  const query = find("?", raw, pathStart);
  const pathEnd = query < 0 || query > end ? end : query;
  return {
    scheme,
    host: isAddress ? hostOf(raw.slice(start + 2, pathStart), scheme) : undefined,
    origin: isAddress ? raw.slice(0, pathStart) : undefined,
    path: raw.slice(pathStart, pathEnd),
    query: raw.slice(pathEnd, end),
    fragment: hash < 0 ? undefined : raw.slice(hash + 1),
    originEnd: pathStart,
    pathStart,
    pathEnd,
    fragmentStart: hash < 0 ? end : hash + 1,
  };
}

function opaque(raw: string, scheme: string): DestinationParts {
  const pathStart = scheme.length + 1;
  return {
    scheme,
    host: undefined,
    origin: undefined,
    path: raw.slice(pathStart),
    query: "",
    fragment: undefined,
    originEnd: 0,
    pathStart,
    pathEnd: raw.length,
    fragmentStart: raw.length,
  };
}

/** Paths from the root, from the folder and fragments, which most are, begin with no letter. */
function schemeOf(raw: string): string | undefined {
  const first = raw.charCodeAt(0) | 32;
  return first >= 97 && first <= 122 ? /^([a-z][a-z0-9+.-]*):/i.exec(raw)?.[1]?.toLowerCase() : undefined;
}

/** Browsers take a backslash for a slash in web addresses. */
function isSlash(raw: string, at: number): boolean {
  const code = raw.charCodeAt(at);
  return code === 47 || code === 92;
}

function endOfAuthority(raw: string, from: number): number {
  let at = from;
  while (at < raw.length && !"/\\?#".includes(raw.charAt(at))) at++;
  return at;
}

function hostOf(authority: string, scheme: string | undefined): string {
  const host = authority.slice(authority.lastIndexOf("@") + 1).toLowerCase();
  const port = scheme === "http" ? ":80" : ":443";
  return host.endsWith(port) ? host.slice(0, -port.length) : host;
}

/** The first such mark that stands in no template; -1 without. */
function find(mark: string, raw: string, from: number): number {
  let found = raw.indexOf(mark, from);
  let open = found < 0 ? -1 : raw.indexOf("{", from);
  while (open >= 0 && open < found) {
    const next = endOfTemplate(raw, open) + 1;
    if (next > found) found = raw.indexOf(mark, next);
    open = raw.indexOf("{", next);
  }
  return found;
}

function endOfTemplate(raw: string, at: number): number {
  const close = raw.startsWith("{{", at) ? "}}" : raw.startsWith("{%", at) ? "%}" : undefined;
  if (close === undefined) return at;
  const end = raw.indexOf(close, at + 2);
  return end < 0 ? raw.length : end + 1;
}
