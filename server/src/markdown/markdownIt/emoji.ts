// `:tada:` and `:)`, where markdown-it-emoji makes pictures of them: they are then no text of a heading.

import { emojiNames } from "./emojiNames.ts";

const names: ReadonlySet<string> = new Set(emojiNames.trim().split(/\s+/));

/** Signs that are written for faces and hearts (markdown-it-emoji's lib/data/shortcuts). They stand apart from letters. */
const shortcuts: readonly string[] = (
  ">:( >:-( :\") :-\") </3 <\\3 :/ :-/ :'( :'-( :,( :,-( :( :-( <3 ]:( ]:-( o:) O:) o:-) O:-) 0:) 0:-) " +
  ":') :'-) :,) :,-) :'D :'-D :,D :,-D :* :-* x-) X-) :| :-| :o :-o :O :-O :@ :-@ :D :-D :) :-) ]:) ]:-) " +
  ":,'( :,'-( ;( ;-( :P :-P 8-) B-) ,:( ,:-( ,:) ,:-) :s :-S :z :-Z :$ :-$ ;) ;-)"
)
  .split(" ")
  .sort((a, b) => b.length - a.length);

const apart = /[\p{Z}\p{P}\p{Cc}]/u;

/** The text without its emoji. */
export function withoutEmoji(text: string): string {
  if (!/[:;<>\]xX80oOB,]/.test(text)) return text;
  let kept = "";
  let at = 0;
  while (at < text.length) {
    const length = emojiAt(text, at);
    if (length === 0) kept += text[at];
    at += length || 1;
  }
  return kept;
}

function emojiAt(text: string, at: number): number {
  if (text[at] === ":") {
    const end = text.indexOf(":", at + 1);
    if (end > at + 1 && names.has(text.slice(at + 1, end))) return end + 1 - at;
  }
  const found = shortcuts.find((one) => text.startsWith(one, at));
  if (found === undefined) return 0;
  const before = text[at - 1];
  const after = text[at + found.length];
  return (before === undefined || apart.test(before)) && (after === undefined || apart.test(after))
    ? found.length
    : 0;
}
