// lodash's `kebabCase`, of which Docusaurus makes the addresses of tags and authors: accents are taken off Latin letters,
// apostrophes go, and what is left is cut into words at spaces, punctuation, capitals and digits.
// Rules from lodash's deburr.js, words.js and _unicodeWords.js.

const whole: Readonly<Record<string, string>> = {
  Æ: "Ae",
  æ: "ae",
  Ð: "D",
  ð: "d",
  Ø: "O",
  ø: "o",
  Þ: "Th",
  þ: "th",
  ß: "ss",
  Đ: "D",
  đ: "d",
  Ħ: "H",
  ħ: "h",
  ı: "i",
  Ĳ: "IJ",
  ĳ: "ij",
  ĸ: "k",
  Ŀ: "L",
  ŀ: "l",
  Ł: "L",
  ł: "l",
  ŉ: "'n",
  Ŋ: "N",
  ŋ: "n",
  Œ: "Oe",
  œ: "oe",
  Ŧ: "T",
  ŧ: "t",
  ſ: "s",
};

const marks = /[\u0300-\u036f\ufe20-\ufe2f\u20d0-\u20ff]/g;

/** `travel-costs` of "Travel Costs", `node-js-20` of "node.js20". */
export function kebabCase(text: string): string {
  const plain = deburr(text).replace(/['\u2019]/g, "");
  const words = mixed.test(plain) ? plain.match(word) : plain.match(simpleWord);
  return (words ?? []).map((one) => one.toLowerCase()).join("-");
}

function deburr(text: string): string {
  return text
    .replace(
      /[\xc0-\xd6\xd8-\xf6\xf8-\xff\u0100-\u017f]/g,
      (letter) => whole[letter] ?? letter.normalize("NFD").charAt(0),
    )
    .replace(marks, "");
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range of signs that lodash cuts at.
const simpleWord = /[^\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f]+/g;
const mixed = /[a-z][A-Z]|[A-Z]{2}[a-z]|[0-9][a-zA-Z]|[a-zA-Z][0-9]|[^a-zA-Z0-9 ]/;

const breaks =
  "\\xac\\xb1\\xd7\\xf7\\x00-\\x2f\\x3a-\\x40\\x5b-\\x60\\x7b-\\xbf\\u2000-\\u206f \\t\\x0b\\f\\xa0\\ufeff\\n\\r\\u2028\\u2029\\u1680\\u180e\\u202f\\u205f\\u3000";
const lower = "[a-z\\xdf-\\xf6\\xf8-\\xff]";
const upper = "[A-Z\\xc0-\\xd6\\xd8-\\xde]";
const other = `[^\\ud800-\\udfff${breaks}\\d\\u2700-\\u27bfa-z\\xdf-\\xf6\\xf8-\\xffA-Z\\xc0-\\xd6\\xd8-\\xde]`;
const emoji = "(?:[\\u2700-\\u27bf]|[\\ud800-\\udbff][\\udc00-\\udfff])[\\ufe0e\\ufe0f]?";

const word = new RegExp(
  [
    `${upper}?${lower}+(?=[${breaks}]|${upper}|$)`,
    `(?:${upper}|${other})+(?=[${breaks}]|${upper}(?:${lower}|${other})|$)`,
    `${upper}?(?:${lower}|${other})+`,
    `${upper}+`,
    "\\d*(?:1ST|2ND|3RD|(?![123])\\dTH)(?=\\b|[a-z_])",
    "\\d*(?:1st|2nd|3rd|(?![123])\\dth)(?=\\b|[A-Z_])",
    "\\d+",
    emoji,
  ].join("|"),
  "g",
);
