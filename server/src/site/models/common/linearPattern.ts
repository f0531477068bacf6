// Regular expressions that a site's author writes in its configuration, compiled for RE2, which no pattern can make slow.

import { RE2JS } from "re2js";

export interface LinearPattern {
  /** Does the whole text match? */
  test(text: string): boolean;
  /** The replacement with the text's groups in it (`$1`), where the whole text matches. */
  replace(text: string, replacement: string): string;
}

/** Undefined for what is no regular expression, and for what RE2 has not (lookaround, references to groups). */
export function linearPattern(source: string): LinearPattern | undefined {
  const compiled = compileLinear(source);
  if (!compiled) return undefined;
  return {
    test: (text) => compiled.matches(text),
    replace(text, replacement) {
      const matcher = compiled.matcher(text);
      if (!matcher.matches()) return text;
      return replacement.replace(/\$(\d)/g, (whole, digit: string) =>
        Number(digit) <= matcher.groupCount() && digit !== "0" ? (matcher.group(Number(digit)) ?? "") : whole,
      );
    },
  };
}

/** The expression as RE2 has it, for those that need its groups; undefined as above. */
export function compileLinear(source: string): RE2JS | undefined {
  try {
    return RE2JS.compile(source);
  } catch {
    return undefined;
  }
}
