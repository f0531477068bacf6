// A configuration file's value by the language that its name tells.

import { readToml } from "../frontmatter/readToml.ts";
import { readYaml } from "../frontmatter/readYaml.ts";
import { readJsonText } from "./readJsonText.ts";
import { type OtherText, readScript } from "./readScript.ts";
import type { DataValue } from "./value.ts";

/**
 * Reads JSON (with comments), YAML, TOML, JavaScript or TypeScript (its main export). What is broken yields what could be
 * read; undefined when that is nothing. `other` gives the modules that a script imports.
 */
export function readData(path: string, text: string, other?: OtherText): DataValue | undefined {
  const source = text.startsWith("\ufeff") ? ` ${text.slice(1)}` : text;
  const extension = path.slice(path.lastIndexOf(".") + 1).toLowerCase();
  if (/^(?:[cm]?[jt]sx?)$/.test(extension)) return readScript(path, source, other).main;
  if (extension === "json" || extension === "jsonc") return readJsonText(source);
  const read = extension === "toml" ? readToml : readYaml;
  const { shape, entries, list } = read(source, 0);
  if (shape === "map") return { kind: "map", entries, span: { start: 0, end: text.length } };
  return list;
}
