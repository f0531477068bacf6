// Heading ids as kramdown gives them: its parser for GitHub's Markdown (kramdown-parser-gfm, generate_gfm_header_id), its own
// (converter/base.rb, generate_id), and the latter also for headings within HTML, which the former does not reach.

import type { Heading } from "../../../markdown/markdownScan.ts";
import type { HeadingId } from "../../site.ts";
import type { KramdownOptions } from "./config.ts";

/** In order. `textOf` gives a heading's text with Liquid's values in it; undefined where those are not known. */
export function kramdownIds(
  headings: readonly Heading[],
  options: KramdownOptions,
  textOf: (heading: Heading) => string | undefined = ({ text }) => text,
): readonly (HeadingId | undefined)[] {
  const github = new Map<string, number>();
  const own = new Map<string, number>();
  return headings.map((heading) => {
    if (heading.explicitId) return heading.explicitId.id as HeadingId;
    const text = textOf(heading);
    if (!options.autoIds || text === undefined) return undefined;
    const id =
      options.input === "gfm" && !heading.inHtml
        ? githubId(text, github)
        : ownId(heading, text, options, own);
    return id === "" ? undefined : (`${options.idPrefix}${id}` as HeadingId);
  });
}

/** Word characters, `-`, blanks (which become `-`); a later one of the same name is `-1`, `-2`. */
function githubId(text: string, counts: Map<string, number>): string {
  const name = lowerEach(text)
    .replace(/[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- \t]/gu, "")
    .replace(/[ \t]/g, "-");
  const count = counts.get(name) ?? 0;
  counts.set(name, count + 1);
  return count === 0 ? name : `${name}-${count}`;
}

/** Everything before the first ASCII letter goes, then all but ASCII letters, digits, spaces and `-`. */
function ownId(
  heading: Heading,
  text: string,
  options: KramdownOptions,
  counts: Map<string, number>,
): string {
  const whole = options.input === "gfm" || options.idStripping ? text : heading.source;
  const ascii = options.transliterated ? withoutAccents(whole) : whole;
  const name =
    ascii
      .replace(/^[^a-zA-Z]+/, "")
      .replace(/[^a-zA-Z0-9 -]/g, "")
      .replaceAll(" ", "-")
      .toLowerCase() || "section";
  const count = counts.get(name);
  counts.set(name, (count ?? -1) + 1);
  return count === undefined ? name : `${name}-${count + 1}`;
}

const spelled: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  Æ: "AE",
  ø: "o",
  Ø: "O",
  œ: "oe",
  Œ: "OE",
  đ: "d",
  Đ: "D",
  ł: "l",
  Ł: "L",
  þ: "th",
  Þ: "Th",
  ð: "d",
  Ð: "D",
};

/** kramdown's table (utils/unidecoder.rb), as far as it takes off accents. */
function withoutAccents(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\0-\x7f]/g, (letter) => spelled[letter] ?? letter);
}

/** Does kramdown's table spell letters of this text in a way that we do not know? */
export function isSpelledUnknown(text: string): boolean {
  return /[^\0-\x7f]/.test(withoutAccents(text).replace(/[‘’“”–—…]/g, ""));
}

/** Letter by letter, as Ruby does: a final sigma is none of its own. */
function lowerEach(text: string): string {
  let lowered = "";
  for (const letter of text) lowered += letter.toLowerCase();
  return lowered;
}
