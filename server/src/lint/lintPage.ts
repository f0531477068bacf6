// remark-lint over one page: the rules of prose and Markdown style, off the keystroke's path. Heavy parts are loaded
// with the first page; nothing of the handbook is ever loaded or run.

import type { Plugin, Processor } from "unified";
import type { VFile } from "vfile";
import type { VFileMessage } from "vfile-message";
import { isTooNested } from "../markdown/nesting.ts";
import type { Span } from "../text/span.ts";
import type { LintConfig } from "./lintConfig.ts";

export interface LintRequest {
  /** Some rules look at the file's name. */
  readonly path: string;
  readonly text: string;
  /** Is the page read as MDX? */
  readonly mdx?: boolean;
  /** The handbook's own; without one the default rules hold. */
  readonly config?: LintConfig | undefined;
}

export interface LintMessage {
  /** remark-lint's own name of the rule: "heading-increment". */
  readonly ruleId: string;
  readonly span: Span;
  readonly message: string;
  /** "error" where the handbook's configuration raises the rule to it. */
  readonly severity?: "warning" | "error";
  /** Of the rule's documentation. */
  readonly url?: string;
  /** What could stand there instead. */
  readonly expected?: readonly string[];
}

/** In UTF-16 code units. A longer page would hold up everything else for seconds, and is not linted. */
export const maxLintedLength = 250_000;

/** Messages of the rules in order of place. Never rejects: a rule that fails says nothing. */
export async function lintPage(request: LintRequest): Promise<readonly LintMessage[]> {
  const { path, text, config } = request;
  const mark = text.startsWith("\ufeff") ? 1 : 0;
  if (text.length > maxLintedLength || isTooNested(text)) return [];
  const [{ VFile }, { loadRules }] = await Promise.all([import("vfile"), import("./loadRules.ts")]);
  const file = new VFile({ path, value: text.slice(mark) });
  const rules = await loadRules(config?.plugins);
  const { default: remarkLint } = await import("remark-lint");
  const linter = (await parser(false)).data("settings", config?.settings ?? {});
  linter.use(remarkLint).use(rules);
  try {
    const tree = request.mdx ? parseMdx(await parser(true), linter, file) : linter.parse(file);
    await linter.run(tree as never, file);
  } catch {
    // What the rules said before one of them failed still holds.
  }
  return file.messages
    .flatMap((message) => toLintMessage(message, mark, text.length))
    .sort((a, b) => a.span.start - b.span.start);
}

/** Where the page is no valid MDX (yet): what the rules look at is mostly the same in plain Markdown. */
function parseMdx(mdx: Processor, markdown: Processor, file: VFile): ReturnType<Processor["parse"]> {
  try {
    return mdx.parse(file);
  } catch {
    return markdown.parse(file);
  }
}

async function parser(mdx: boolean): Promise<Processor> {
  const [{ remark }, gfm, frontmatter] = await Promise.all([
    import("remark"),
    import("remark-gfm"),
    import("remark-frontmatter"),
  ]);
  const processor = remark().use(gfm.default).use(frontmatter.default, ["yaml", "toml"]);
  if (mdx) processor.use((await import("./mdxSyntax.ts")).mdxSyntax as Plugin);
  return processor as unknown as Processor;
}

function toLintMessage(message: VFileMessage, shift: number, length: number): readonly LintMessage[] {
  if (!message.ruleId || !message.source) return [];
  const { place } = message;
  const from = place && "start" in place ? place.start : place;
  const to = place && "start" in place ? place.end : place;
  const start = Math.min((from?.offset ?? 0) + shift, length);
  const end = Math.min(Math.max(start, (to?.offset ?? 0) + shift), length);
  return [
    {
      ruleId: message.ruleId,
      span: { start, end },
      message: message.reason,
      ...(message.fatal && { severity: "error" as const }),
      ...(message.url && { url: message.url }),
      ...(message.expected && message.expected.length > 0 && { expected: message.expected }),
    },
  ];
}
