// Whether a configuration file can be read whole. One that is half written still yields what can be read of it, but what
// that says may be far from what its author means.

import { type ParseError, parseTree } from "jsonc-parser";
import { readToml } from "../frontmatter/readToml.ts";
import { readYaml } from "../frontmatter/readYaml.ts";
import type { Span } from "../text/span.ts";
import { isTooDeep } from "./readJsonText.ts";
import { scriptFault } from "./scriptSyntax.ts";

/** The first place where the language that the name tells is broken; undefined for a text that is whole, or of another kind. */
export function faultIn(path: string, text: string): Span | undefined {
  const extension = path.slice(path.lastIndexOf(".") + 1).toLowerCase();
  const source = text.startsWith("\ufeff") ? ` ${text.slice(1)}` : text;
  if (source.trim() === "") return undefined;
  if (/^[cm]?[jt]sx?$/.test(extension)) return scriptFault(path, source);
  if (extension === "json" || extension === "jsonc") return jsonFault(source);
  if (extension !== "toml" && !/^ya?ml$/.test(extension)) return undefined;
  const { problems, list } = (extension === "toml" ? readToml : readYaml)(source, 0);
  return list ? undefined : problems.find(({ code }) => code === "frontmatter-syntax")?.span;
}

function jsonFault(source: string): Span | undefined {
  if (isTooDeep(source)) return { start: 0, end: 1 };
  const errors: ParseError[] = [];
  parseTree(source, errors, { allowTrailingComma: true, disallowComments: false });
  const [first] = errors;
  return first && { start: first.offset, end: first.offset + first.length };
}
