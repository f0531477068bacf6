// How texts are written in each kind of file that a navigation may stand in: in which quotes, with what escaped.

/** Writes a key or a value of a file as its other ones are written. */
export interface Notation {
  /** `like` is the source of a value that it should resemble: `'/pay'`; "" for none. */
  value(text: string, like: string): string;
  key(text: string, like: string): string;
  /** What stands between a key and its value. */
  readonly colon: string;
}

export function notationOf(path: string, text: string, flow: boolean): Notation {
  if (/\.jsonc?$/i.test(path)) return json;
  if (/\.ya?ml$/i.test(path)) return flow ? flowYaml : blockYaml;
  return /\.toml$/i.test(path) ? toml : script(text);
}

const json: Notation = { value: quoted, key: quoted, colon: ": " };

/** JavaScript and TypeScript; the first text of the file tells the quotes where nothing nearer does. */
function script(text: string): Notation {
  const usual = /(["'])(?:(?!\1)[^\\\r\n])*\1/.exec(text)?.[1] ?? '"';
  const write = (value: string, like: string) => inQuotes(value, quoteOf(like, "\"'`") ?? usual);
  return {
    value: write,
    key: (key, like) =>
      quoteOf(like, "\"'") === undefined && /^[A-Za-z_$][\w$]*$/.test(key) ? key : write(key, like),
    colon: ": ",
  };
}

const blockYaml: Notation = yaml(/[:#](?=\s|$)|\s#/);
const flowYaml: Notation = yaml(/[:#](?=\s|$)|\s#|[,[\]{}]/);

/** `special` is what a text without quotes can't hold. */
function yaml(special: RegExp): Notation {
  const write = (text: string, like: string) => {
    const quote = quoteOf(like, "\"'");
    if (quote === '"') return quoted(text);
    const plain = quote === undefined && isPlainYaml(text) && !special.test(text);
    return plain ? text : `'${text.replaceAll("'", "''")}'`;
  };
  return { value: write, key: write, colon: ": " };
}

/** Would YAML read it as this very text: no sign that begins something else, no number, date or word with a meaning? */
function isPlainYaml(text: string): boolean {
  return (
    /^[^\s\-?:,[\]{}#&*!|>'"%@`](?:[^\r\n\t]*\S)?$/.test(text) &&
    !/^(?:true|false|yes|no|on|off|null|~|\.nan|[-+]?\.inf)$/i.test(text) &&
    !/^[-+.]?\d[\d_.,:eExXoOabcdfABCDF+-]*(?:[T ].*)?$/.test(text) &&
    !/^(?:---|\.\.\.)/.test(text)
  );
}

const toml: Notation = {
  value: (text, like) =>
    quoteOf(like, "'") !== undefined && !text.includes("'") ? `'${text}'` : quoted(text),
  key: (key) => (/^[\w-]+$/.test(key) ? key : quoted(key)),
  colon: " = ",
};

function quoteOf(like: string, quotes: string): string | undefined {
  const first = like.charAt(0);
  return first !== "" && quotes.includes(first) ? first : undefined;
}

function quoted(text: string): string {
  return JSON.stringify(text);
}

function inQuotes(text: string, quote: string): string {
  if (quote === '"') return quoted(text);
  const escaped = text
    .replace(/[\\\r\n]/g, (sign) => quoted(sign).slice(1, -1))
    .replaceAll(quote, `\\${quote}`);
  return `${quote}${quote === "`" ? escaped.replaceAll("${", "\\${") : escaped}${quote}`;
}
