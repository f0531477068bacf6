// Which branches of a shortcode's template count for the arguments that it is given: `{{ if eq (.Get "markdown") "true" }}…{{ else }}…{{ end }}`.
// Conditions on anything else can't be told; then all branches count.

const action = /\{\{-?\s*(if|with|range|define|block|else|end)\b\s*((?:(?!\}\})[\s\S])*?)\s*-?\}\}/g;

/** Does the template ask for its arguments? */
export function isConditional(template: string): boolean {
  return /\{\{-?\s*(?:else )?if\b[^}]*\.(?:Get|Params)\b/.test(template);
}

/** The template without the branches that these arguments rule out. */
export function branchesFor(template: string, args: string): string {
  const marks = [...template.matchAll(action)];
  let kept = "";
  let from = 0;
  for (let at = 0; at < marks.length; at++) {
    const opening = marks[at];
    if (opening?.[1] !== "if") continue;
    const chain = chainFrom(marks, at);
    const last = chain.at(-1);
    if (!last) break;
    const chosen = chosenOf(chain, args);
    if (chosen === undefined) continue;
    kept += template.slice(from, opening.index) + branchesFor(template.slice(...chosen), args);
    from = last.index + last[0].length;
    at = marks.indexOf(last);
  }
  return kept + template.slice(from);
}

/** The `if`, its `else`s and its `end`; nothing where it is not closed. */
function chainFrom(marks: readonly RegExpExecArray[], from: number): readonly RegExpExecArray[] {
  const chain: RegExpExecArray[] = [];
  let depth = 0;
  for (const mark of marks.slice(from)) {
    if (mark[1] === "end") depth--;
    else if (mark[1] !== "else") depth++;
    if ((mark[1] === "else" || mark[1] === "if") && depth === 1) chain.push(mark);
    if (depth === 0) return [...chain, mark];
  }
  return [];
}

/** Where the branch begins and ends that counts, an empty stretch for none; undefined where it can't be told. */
function chosenOf(chain: readonly RegExpExecArray[], args: string): readonly [number, number] | undefined {
  for (const [at, mark] of chain.slice(0, -1).entries()) {
    const condition = mark[1] === "else" ? (mark[2] ?? "").replace(/^if\s+/, "") : (mark[2] ?? "");
    const holds = condition === "" ? true : holdsFor(condition, args);
    if (holds === undefined) return undefined;
    if (holds) return [mark.index + mark[0].length, chain[at + 1]?.index ?? 0];
  }
  return [0, 0];
}

function holdsFor(condition: string, args: string): boolean | undefined {
  const [, name, value] = /^eq\s+\(\s*\.Get\s+"?([\w-]+)"?\s*\)\s+"([^"]*)"$/.exec(condition) ?? [];
  if (name !== undefined) return argument(name, args) === value;
  const [, asked] =
    /^\(?\s*\.Get\s+"?([\w-]+)"?\s*\)?$/.exec(condition) ??
    /^isset\s+\.Params\s+"?([\w-]+)"?$/.exec(condition) ??
    [];
  return asked === undefined ? undefined : (argument(asked, args) ?? "") !== "";
}

/** By name, or by number. */
function argument(name: string, args: string): string | undefined {
  const found = [...args.matchAll(/(?:([\w-]+)\s*=\s*)?(?:"([^"]*)"|`([^`]*)`|([^\s"`=]+))/g)];
  const one = /^\d+$/.test(name) ? found[Number(name)] : found.find((each) => each[1] === name);
  return one && (one[2] ?? one[3] ?? one[4] ?? "");
}
