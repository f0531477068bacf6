// A source of Netlify's and Cloudflare's redirects: `/news/:year/:slug`, `/docs/*`. A placeholder is one segment, the splat
// at the end is all that follows (docs.netlify.com/routing/redirects/redirect-options, developers.cloudflare.com/pages/configuration/redirects).

import { routeKey } from "../../../routeKey.ts";
import type { Notation, SourcePattern } from "./ruleTable.ts";

/** Has the source neither placeholder nor splat? */
export function isPlainPath(source: string): boolean {
  return !/\/:[A-Za-z]|\*/.test(source);
}

export const netlifyNotation: Notation = { compile, fill };

function compile(source: string): SourcePattern {
  const splat = source.endsWith("*");
  const segments = (splat ? source.slice(0, -1) : source).split("/").filter((one) => one !== "");
  const first = segments.findIndex((one) => one.startsWith(":"));
  const fixed = first < 0 ? segments : segments.slice(0, first);
  return {
    prefix: `/${fixed.join("/")}`,
    match(path) {
      const parts = routeKey(path).split("/").slice(1);
      const real = parts.length === 1 && parts[0] === "" ? [] : parts;
      if (splat ? real.length < segments.length : real.length !== segments.length) return undefined;
      const values: Record<string, string> = {};
      for (const [at, segment] of segments.entries()) {
        if (segment.startsWith(":")) values[segment.slice(1)] = real[at] ?? "";
        else if (segment !== real[at]) return undefined;
      }
      return splat ? { ...values, splat: real.slice(segments.length).join("/") } : values;
    },
  };
}

function fill(destination: string, values: Readonly<Record<string, string>>): string {
  return destination.replace(/:([A-Za-z]\w*)/g, (found, name: string) => values[name] ?? found);
}
