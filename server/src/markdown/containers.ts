// Block quotes, list items and footnote definitions: which of the open ones a line continues, and which it begins.

import { isBlank, isDigit, space, tab } from "./characters.ts";
import { isThematicBreak } from "./leafStarts.ts";
import { type Line, measure, takeColumns, takeIndent, takeSigns } from "./lines.ts";

export interface Container {
  readonly kind: "quote" | "item" | "footnote" | "definition";
  /** Of an item or definition: columns of its content, counted from the container around it. */
  readonly width: number;
  /** Of an item: has it begun with a blank line and got nothing yet? */
  empty: boolean;
  /** Of a footnote: its label's end in the page, and where it starts. */
  readonly start: number;
  readonly labelEnd: number;
}

/** Does the line continue the container? Takes its mark or indent if so. */
export function continues(line: Line, container: Container): boolean {
  measure(line);
  if (container.kind === "quote") return takeQuoteMark(line);
  if (line.blank) {
    if (container.empty) return false;
    takeColumns(line, Math.min(container.width, line.indent));
    return true;
  }
  if (line.indent < container.width) return false;
  takeColumns(line, container.width);
  return true;
}

function takeQuoteMark(line: Line): boolean {
  if (line.indent > 3 || line.blank || line.text.charCodeAt(line.first) !== 62) return false;
  takeQuote(line);
  return true;
}

/** `>` and one column of blanks after it. */
function takeQuote(line: Line): void {
  takeIndent(line);
  takeSigns(line, 1);
  if (line.offset < line.end && isBlank(line.text.charCodeAt(line.offset))) takeColumns(line, 1);
}

export interface ContainerRules {
  /** Does the line stand where it would interrupt a paragraph? */
  readonly interrupts: boolean;
  /** MDX has no indented code, so that marks may stand anywhere. */
  readonly anyIndent: boolean;
  /** Are there footnotes at all? */
  readonly footnotes: boolean;
  /** Does the line stand below a term, or another definition of it? */
  readonly belowTerm: boolean;
}

/** Can a container begin with the first sign of the (measured) line? By far the most lines begin with none. */
export function mayOpen(line: Line): boolean {
  if (line.blank) return false;
  const code = line.text.charCodeAt(line.first);
  return code < 128 && marks[code] === 1;
}

const marks = new Uint8Array(128);
for (const mark of ">[:*+-0123456789") marks[mark.charCodeAt(0)] = 1;

/** The container that begins at the first sign of the (measured) line; takes its mark. */
export function opens(line: Line, rules: ContainerRules): Container | undefined {
  if (line.blank || (line.indent > 3 && !rules.anyIndent)) return undefined;
  const code = line.text.charCodeAt(line.first);
  if (code === 62) {
    takeQuote(line);
    return { kind: "quote", width: 0, empty: false, start: line.first, labelEnd: 0 };
  }
  if (code === 91) return rules.footnotes ? footnote(line) : undefined;
  if (code === 58) return rules.belowTerm && line.indent === 0 ? definition(line) : undefined;
  return code === 42 || code === 43 || code === 45 || isDigit(code) ? item(line, rules) : undefined;
}

function footnote(line: Line): Container | undefined {
  const { text, first, end } = line;
  if (text.charCodeAt(first + 1) !== 94) return undefined;
  let pos = first + 2;
  for (; pos < end && text.charCodeAt(pos) !== 93; pos++) {
    const code = text.charCodeAt(pos);
    if (code === 91 || isBlank(code) || pos - first > 1001) return undefined;
    const next = text.charCodeAt(pos + 1);
    if (code === 92 && (next === 91 || next === 92 || next === 93)) pos++;
  }
  if (pos === first + 2 || pos >= end || text.charCodeAt(pos + 1) !== 58 || pos + 1 >= end) return undefined;
  const labelEnd = pos;
  takeIndent(line);
  takeSigns(line, pos + 2 - first);
  measure(line);
  takeIndent(line);
  return { kind: "footnote", width: 4, empty: false, start: first, labelEnd };
}

/** `: text`; goldmark's extension/definition_list.go has the widths. */
function definition(line: Line): Container | undefined {
  const { text, first, end } = line;
  if (first + 1 >= end || !isBlank(text.charCodeAt(first + 1))) return undefined;
  takeSigns(line, 1);
  measure(line);
  const blanks = line.indent >= 8 ? 5 : line.indent;
  takeColumns(line, blanks);
  return { kind: "definition", width: blanks + 1, empty: false, start: first, labelEnd: 0 };
}

/** First offset after the mark of a list item at `at`; -1 where there is none. */
function markerEnd(text: string, at: number, end: number, rules: ContainerRules): number {
  if (!isDigit(text.charCodeAt(at))) return at + 1;
  let pos = at;
  while (pos < end && pos - at < 10 && isDigit(text.charCodeAt(pos))) pos++;
  const code = text.charCodeAt(pos);
  if (pos - at > 9 || pos >= end || (code !== 46 && code !== 41)) return -1;
  if (rules.interrupts && !(pos === at + 1 && text.charCodeAt(at) === 49)) return -1;
  return pos + 1;
}

function item(line: Line, rules: ContainerRules): Container | undefined {
  const { text, first, end } = line;
  const after = markerEnd(text, first, end, rules);
  if (after === -1) return undefined;
  const code = text.charCodeAt(after);
  if (after < end && code !== space && code !== tab) return undefined;
  if (isThematicBreak(text, first, end)) return undefined;
  let rest = after;
  while (rest < end && isBlank(text.charCodeAt(rest))) rest++;
  const empty = rest >= end;
  if (empty && rules.interrupts) return undefined;
  const indent = line.indent;
  takeIndent(line);
  takeSigns(line, after - first);
  measure(line);
  const blanks = empty || (line.indent > 4 && !rules.anyIndent) ? 1 : line.indent;
  if (empty) takeIndent(line);
  else takeColumns(line, blanks);
  return { kind: "item", width: indent + (after - first) + blanks, empty, start: first, labelEnd: 0 };
}
