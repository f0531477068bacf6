// What was asked on the command line, or what is wrong with it.

import { parseArgs } from "node:util";
import { closeness } from "../site/closeness.ts";

export const usage = `Usage: handbook <command> [options] [folder]

Commands
  check    Say what is wrong with the handbook in a folder
  info     Say which handbooks were found, by which rules they are read, and how much was checked
  pages    Print the pages: file, route and heading ids
  links    Print the links: where they stand, what they lead to, and the verdict
  verify   Compare our answers with the site as it was built

Options
  --format NAME     Form of the output (check: pretty; info: pretty or json; verify: pretty or jsonl; pages and links: jsonl)
  --stats           check: say also how many links were checked, and why the others were not
  --against PATH    verify: the folder that the site was built into, or its sitemap.xml; of several sites, one for each
  --model NAME      Take the folder for a handbook of this kind
  --no-color        Plain text also on a terminal
  --help, --version

Exit codes: 0 nothing is wrong, 1 there are problems or differences, 2 it could not run.
`;

export type Command = "check" | "info" | "pages" | "links" | "verify";

/** The first format of each command is its default. */
const formats: Readonly<Record<Command, readonly Format[]>> = {
  check: ["pretty"],
  info: ["pretty", "json"],
  pages: ["jsonl"],
  links: ["jsonl"],
  verify: ["pretty", "jsonl"],
};

export type Format = "pretty" | "json" | "jsonl";

export type Asked =
  | { readonly kind: "help" }
  | { readonly kind: "version" }
  | { readonly kind: "wrong"; readonly message: string }
  | Run;

export interface Run {
  readonly kind: "run";
  readonly command: Command;
  readonly folder: string;
  readonly model: string;
  readonly format: Format;
  readonly stats: boolean;
  readonly against: readonly string[];
  readonly color: boolean | undefined;
}

const options = {
  format: { type: "string" },
  model: { type: "string" },
  stats: { type: "boolean" },
  against: { type: "string", multiple: true },
  "no-color": { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
} as const;

export function readArguments(args: readonly string[]): Asked {
  const misread = wrongOption(args);
  if (misread !== undefined) return wrong(misread);
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [command = "", folder = ".", ...more] = positionals;
  if (values.help || (command === "" && !values.version)) return { kind: "help" };
  if (values.version) return { kind: "version" };
  if (!isCommand(command))
    return wrong(`There is no command "${command}".${meant(command, Object.keys(formats))}`);
  if (more.length > 0) return wrong("Name one folder.");
  const { against = [] } = values;
  const [usual = "pretty"] = formats[command];
  const format = formats[command].find((one) => one === (values.format ?? usual));
  if (!format) return wrong(`"${command}" prints ${formats[command].join(" or ")} only.`);
  if (values.stats && command !== "check") return wrong('"--stats" goes with "check".');
  if (against.length > 0 !== (command === "verify")) return wrong('"verify" and "--against" go together.');
  const model = values.model ?? "auto";
  return {
    kind: "run",
    command,
    folder,
    model,
    format,
    stats: values.stats ?? false,
    against,
    color: values["no-color"] ? false : undefined,
  };
}

/** What is wrong with the first option that is none, lacks its value or has one too many; Node's own words for it are a programmer's. */
function wrongOption(args: readonly string[]): string | undefined {
  const { tokens } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const { name, rawName, value } = token;
    if (!isOption(name)) {
      const names = Object.keys(options).map((one) => `--${one}`);
      return `There is no option ${rawName}.${meant(rawName, names)}`;
    }
    const takesValue = options[name].type === "string";
    if (takesValue && (value === undefined || (!token.inlineValue && value.startsWith("-"))))
      return `${rawName} takes a value.`;
    if (!takesValue && value !== undefined) return `${rawName} takes no value.`;
  }
  return undefined;
}

function isOption(name: string): name is keyof typeof options {
  return Object.hasOwn(options, name);
}

/** The name that was probably meant, as a question; "" where none comes near. */
function meant(written: string, names: readonly string[]): string {
  const [best] = names
    .map((name) => ({ name, score: closeness(name, written) }))
    .sort((a, b) => b.score - a.score);
  return best && best.score >= 0.6 ? ` Did you mean ${best.name}?` : "";
}

function isCommand(command: string | undefined): command is Command {
  return command !== undefined && Object.hasOwn(formats, command);
}

function wrong(message: string): Asked {
  return { kind: "wrong", message };
}
