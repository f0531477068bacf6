// The parts of a destination, each with its place in it. A string is cut, nothing is looked up and nothing decoded.

import type { Span } from "../text/span.ts";

export interface DestinationParts {
  /** "https", "mailto": lower case, without the colon. */
  readonly scheme?: string;
  /** "posthog.com" of `https://posthog.com/x` and `//posthog.com/x`: lower case, with its port. */
  readonly host?: string;
  /** `https://posthog.com` or `//posthog.com`, as written. */
  readonly origin?: string;
  /** `/people` of `/people?tab=1#pay`. For other schemes than http(s): all that follows the colon. */
  readonly path: string;
  /** `?tab=1`, or "". */
  readonly query: string;
  /** "pay" of `#pay`, "" of a lone `#`; undefined without. */
  readonly fragment?: string;
  /** Offsets in the destination. The origin's is empty where there is none, the fragment's is without its hash. */
  readonly originSpan: Span;
  readonly pathSpan: Span;
  readonly fragmentSpan: Span;
}

const scheme = /^([a-z][a-z0-9+.-]*):/i;

/** Cuts a destination (escapes and entities decoded, percent-encoding not). `{{…}}` and `{%…%}` are never cut: they belong to the path. */
export function splitDestination(raw: string): DestinationParts {
  const named = scheme.exec(raw)?.[1]?.toLowerCase();
  const web = named === undefined || named === "http" || named === "https";
  if (!web) return opaque(raw, named);
  const originEnd = endOfOrigin(raw, named);
  const { hash, query } = cuts(raw, originEnd);
  const pathEnd = query < 0 ? (hash < 0 ? raw.length : hash) : query;
  const origin = raw.slice(0, originEnd);
  return {
    ...(named !== undefined && { scheme: named }),
    ...(/[/\\]{2}/.test(origin) && { origin, host: hostOf(origin) }),
    path: raw.slice(originEnd, pathEnd),
    query: query < 0 ? "" : raw.slice(query, hash < 0 ? raw.length : hash),
    ...(hash >= 0 && { fragment: raw.slice(hash + 1) }),
    originSpan: { start: 0, end: originEnd },
    pathSpan: { start: originEnd, end: pathEnd },
    fragmentSpan: { start: hash < 0 ? raw.length : hash + 1, end: raw.length },
  };
}

function opaque(raw: string, named: string): DestinationParts {
  const from = named.length + 1;
  const end = { start: raw.length, end: raw.length };
  return {
    scheme: named,
    path: raw.slice(from),
    query: "",
    originSpan: { start: 0, end: 0 },
    pathSpan: { start: from, end: raw.length },
    fragmentSpan: end,
  };
}

/** Browsers take a backslash for a slash in web addresses. */
function isSlash(character: string | undefined): boolean {
  return character === "/" || character === "\\";
}

function endOfOrigin(raw: string, named: string | undefined): number {
  const from = named === undefined ? 0 : named.length + 1;
  if (!isSlash(raw[from]) || !isSlash(raw[from + 1])) return named === undefined ? 0 : from;
  let at = from + 2;
  while (at < raw.length && !"/\\?#".includes(raw[at] ?? "")) at++;
  return at;
}

function hostOf(origin: string): string {
  const authority = origin.replace(/^[^/\\]*[/\\]{2}/, "");
  const host = authority.slice(authority.lastIndexOf("@") + 1).toLowerCase();
  const port = origin.toLowerCase().startsWith("http:") ? ":80" : ":443";
  return host.endsWith(port) ? host.slice(0, -port.length) : host;
}

function cuts(raw: string, from: number): { hash: number; query: number } {
  let query = -1;
  for (let at = from; at < raw.length; at++) {
    const character = raw[at];
    if (character === "{") at = endOfTemplate(raw, at);
    else if (character === "#") return { hash: at, query };
    else if (character === "?" && query < 0) query = at;
  }
  return { hash: -1, query };
}

function endOfTemplate(raw: string, at: number): number {
  const close = raw.startsWith("{{", at) ? "}}" : raw.startsWith("{%", at) ? "%}" : undefined;
  if (close === undefined) return at;
  const end = raw.indexOf(close, at + 2);
  return end < 0 ? raw.length : end + 1;
}
