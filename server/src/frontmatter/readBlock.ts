// Which language a block is in, and who reads it. gray-matter splits off the fence's language and calls our reader for
// it. Its own engines are all replaced: those that run code must never see a page, and the others know no spans.

import matter from "gray-matter";
import type { Block } from "./block.ts";
import type { Frontmatter } from "./frontmatter.ts";
import { readPlainYaml } from "./plainYaml.ts";
import { duplicateProblems, type Reader, type Reading, syntaxProblem } from "./reading.ts";
import { readJson } from "./readJson.ts";
import { readToml } from "./readToml.ts";
import { readYaml } from "./readYaml.ts";

type Engine = (source: string) => object;

export interface LanguageReading extends Reading {
  readonly language: Frontmatter["language"];
}

const languages: Readonly<Record<string, { language: Frontmatter["language"]; read: Reader }>> = {
  yaml: { language: "yaml", read: readYaml },
  yml: { language: "yaml", read: readYaml },
  toml: { language: "toml", read: readToml },
  json: { language: "json", read: readJson },
};

const byFence: Readonly<Record<Block["fence"], string>> = {
  "---": "yaml",
  "+++": "toml",
  ";;;": "json",
  "{": "json",
};

/**
 * gray-matter looks for comments with an expression that is quadratic in the length of a run of white space, so what is
 * larger than any real frontmatter is split here, by the same rule.
 */
const maxForGrayMatter = 16_384;

export function readBlock(text: string, block: Block): LanguageReading {
  const named = block.fence === "{" ? "" : text.slice(block.start + 3, block.contentStart).trim();
  const name = named || byFence[block.fence];
  const plain = name === "yaml" && named === "" ? plainBlock(text, block) : undefined;
  if (plain) return plain;
  if (block.fence === "{" || block.end - block.start > maxForGrayMatter) {
    return read(name, text.slice(block.contentStart, block.contentEnd), block.contentStart);
  }
  let reading: LanguageReading | undefined;
  const engineFor = (language: string) => (source: string) => {
    // gray-matter splits before the last \n, and leaves the \r of a \r\n in the source.
    const offset = block.contentEnd - 1 - source.length;
    reading = read(language, source.endsWith("\r") ? source.slice(0, -1) : source, offset);
    return {};
  };
  // A line end of its own marks the closing fence, so that nothing else in the block is taken for it.
  const closing = `${text.slice(block.contentEnd, block.end)}\n`;
  const head = `${text.slice(block.start, block.end)}\n`.replace(/\r(?!\n)/g, "\n");
  const options = {
    language: byFence[block.fence],
    delimiters: [block.fence, closing] as [string, string],
    engines: engines(name, engineFor),
  };
  // Options are always given: without them gray-matter keeps every page it saw in a module-level cache.
  matter(head, options);
  return reading ?? { language: languageOf(block), shape: "empty", entries: [], problems: [] };
}

/** Nearly every page's; a language that is named leaves it to gray-matter and the `yaml` package. */
function plainBlock(text: string, { contentStart, contentEnd }: Block): LanguageReading | undefined {
  const entries = readPlainYaml(text.slice(contentStart, contentEnd), contentStart);
  return entries && { language: "yaml", shape: "map", entries, problems: duplicateProblems(entries) };
}

function languageOf(block: Block): Frontmatter["language"] {
  return languages[byFence[block.fence]]?.language ?? "yaml";
}

/** The names gray-matter has engines or aliases for. Its `javascript` evaluates the page's text. */
const names = ["yaml", "yml", "toml", "json", "javascript", "js", "coffee", "coffeescript", "cson"];

/** Our engine under each name that gray-matter could look up: all of its own are replaced. */
function engines(named: string, engineFor: (name: string) => Engine): Record<string, Engine> {
  return Object.fromEntries([...names, named].map((name) => [name, engineFor(name)]));
}

function read(name: string, source: string, offset: number): LanguageReading {
  const lower = name.toLowerCase();
  const known = Object.hasOwn(languages, lower) ? languages[lower] : undefined;
  if (known) return { language: known.language, ...known.read(source, offset) };
  const span = { start: offset, end: offset };
  const message = `Frontmatter in ${name} is not read. Write it in YAML: \`---\` and then a line like \`title: Team structure\`.`;
  return { language: "yaml", shape: "other", entries: [], problems: [syntaxProblem(span, message)] };
}
