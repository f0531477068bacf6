// Small questions about values that a script's expressions ask: is it true, are two equal, what is its member.

import { at, type DataValue } from "./value.ts";

/** Values of another file say so, each of them. */
export function inFile(value: DataValue | undefined, file: string): DataValue | undefined {
  switch (value?.kind) {
    case "list":
      return { ...value, file, items: value.items.flatMap((item) => inFile(item, file) ?? []) };
    case "map":
      return {
        ...value,
        file,
        entries: value.entries.map((entry) => ({
          ...entry,
          value: inFile(entry.value, file) ?? entry.value,
        })),
      };
    default:
      return value && { ...value, file };
  }
}

export function truthOf(value: DataValue): boolean | undefined {
  switch (value.kind) {
    case "string":
    case "number":
    case "boolean":
      return Boolean(value.value);
    case "null":
      return false;
    case "unread":
      return environment(value)?.set;
    default:
      return true;
  }
}

/** Of `process.env.X`: a site is built for production, and nothing else is set where an author writes. */
function environment(value: DataValue): { readonly set: boolean; readonly value: string } | undefined {
  const name = value.kind === "unread" ? /^process\.env\.(\w+)$/.exec(value.expression)?.[1] : undefined;
  if (name === undefined) return undefined;
  return name === "NODE_ENV" ? { set: true, value: "production" } : { set: false, value: "" };
}

/** Undefined where one of the two can't be known. */
export function areEqual(left: DataValue, right: DataValue): boolean | undefined {
  const [a, b] = [comparable(left), comparable(right)];
  return a === undefined || b === undefined ? undefined : a === b;
}

function comparable(value: DataValue): string | number | boolean | null | undefined {
  const variable = environment(value);
  if (variable) return variable.set ? variable.value : null;
  if (value.kind === "string" || value.kind === "number" || value.kind === "boolean") return value.value;
  return value.kind === "null" ? null : undefined;
}

export function member(owner: DataValue | undefined, key: string): DataValue | undefined {
  return at(owner, owner?.kind === "list" ? Number(key) : key);
}

/** What a module exports by name, as one value. */
export function namesOf(named: ReadonlyMap<string, DataValue>): DataValue | undefined {
  const entries = [...named].map(([key, value]) => ({ key, keySpan: value.span, value }));
  const [first] = entries;
  return first && { kind: "map", entries, span: first.keySpan };
}
