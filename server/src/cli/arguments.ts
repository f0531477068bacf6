// What was asked on the command line, or what is wrong with it.

import { parseArgs } from "node:util";

export const usage = `Usage: handbook <command> [options] [folder]

Commands
  check   Say what is wrong with the pages of the handbook in a folder
  pages   Print the pages: file, route and heading ids
  links   Print the links: where they stand, what they lead to, and the verdict

Options
  --format pretty|jsonl   Form of the output (check: pretty; pages and links: jsonl)
  --model NAME            Take the folder for a handbook of this kind
  --no-color              Plain text also on a terminal
  --help, --version

Exit codes: 0 nothing is wrong, 1 there are problems, 2 it could not run.
`;

export type Command = "check" | "pages" | "links";

export type Asked =
  | { readonly kind: "help" }
  | { readonly kind: "version" }
  | { readonly kind: "wrong"; readonly message: string }
  | {
      readonly kind: "run";
      readonly command: Command;
      readonly folder: string;
      readonly model: string;
      readonly color: boolean | undefined;
    };

const commands: readonly string[] = ["check", "pages", "links"];

const options = {
  format: { type: "string" },
  model: { type: "string" },
  "no-color": { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
} as const;

export function readArguments(args: readonly string[]): Asked {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [command, folder = ".", ...more] = positionals;
    if (values.help || (command === undefined && !values.version)) return { kind: "help" };
    if (values.version) return { kind: "version" };
    if (command === undefined || !commands.includes(command))
      return wrong(`There is no command "${command}".`);
    if (more.length > 0) return wrong("Name one folder.");
    const format = command === "check" ? "pretty" : "jsonl";
    if (values.format !== undefined && values.format !== format)
      return wrong(`"${command}" prints ${format} only.`);
    const color = values["no-color"] ? false : undefined;
    return { kind: "run", command: command as Command, folder, model: values.model ?? "auto", color };
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
}

function wrong(message: string): Asked {
  return { kind: "wrong", message };
}
