// Configuration written in JavaScript or TypeScript, read and never run: literals, lists, objects, spreads and constants
// of the module and of those that it imports by a relative path. Whatever else stands there is "unread", at its place.

import type * as t from "@babel/types";
import { readJsonText } from "./readJsonText.ts";
import { findCalls } from "./scriptCalls.ts";
import { type Scope, within } from "./scriptScope.ts";
import {
  bindingsOf,
  calleeName,
  exportsOf,
  isBooleanFilter,
  isFunction,
  modulePaths,
  parseModule,
} from "./scriptSyntax.ts";
import { areEqual, inFile, member, namesOf, truthOf } from "./scriptValues.ts";
import type { DataEntry, DataValue } from "./value.ts";

export interface Script {
  /** What `export default` or `module.exports` gives; a function's first returned value counts as its own. */
  readonly main: DataValue | undefined;
  /** What `export const x` and `exports.x` give, by name. */
  readonly named: ReadonlyMap<string, DataValue>;
  /** The calls that stand as statements in the module or in a function that it exports: `config.addPlugin(x, { y: 1 })`. */
  readonly calls: readonly ScriptCall[];
  /** All calls of a name, wherever they stand in the module, each after those in its arguments. */
  callsTo(name: RegExp): readonly ScriptCall[];
}

export interface ScriptCall {
  /** The last name of what is called: "addPlugin". */
  readonly callee: string;
  readonly arguments: readonly DataValue[];
}

/** The text of a module that the script imports, by its path as the script's own is written; undefined when it is not at hand. */
export type OtherText = (path: string) => string | undefined;

/** Reads a module. Total: what can't be parsed has no main value. `path` tells the language and anchors relative imports. */
export function readScript(path: string, text: string, other: OtherText = () => undefined): Script {
  return new Modules(other).read(path, text);
}

/** Deeper nesting than any configuration has; more steps than any needs. */
const limits = { depth: 60, steps: 200_000, modules: 100 };

/** Lives for one reading: it counts steps, and remembers the modules and constants that are being looked at. */
class Modules {
  readonly #other: OtherText;
  readonly #read = new Map<string, Script>();
  readonly #following = new Set<object>();
  #main = "";
  #steps = 0;

  constructor(other: OtherText) {
    this.#other = other;
  }

  read(path: string, text: string): Script {
    if (this.#main === "") this.#main = path;
    const known = this.#read.get(path);
    if (known) return known;
    this.#read.set(path, nothing);
    const body = this.#read.size > limits.modules ? undefined : parseModule(path, text);
    const script = body ? this.#script({ path, text, bindings: bindingsOf(body) }, body) : nothing;
    this.#read.set(path, script);
    return script;
  }

  #script(scope: Scope, body: readonly t.Statement[]): Script {
    let main: DataValue | undefined;
    const named = new Map<string, DataValue>();
    for (const { name, node } of exportsOf(body)) {
      const value = this.#exported(node, scope);
      if (name === "default") main = value;
      else named.set(name, value);
    }
    return {
      main,
      named,
      calls: this.#calls(body, scope),
      callsTo: (name) =>
        findCalls(body, name).map(({ callee, node, blocks }) => {
          const inner = blocks.reduce(within, scope);
          const given = node.arguments.map((one) => this.#value(one as t.Expression, inner, 0));
          return { callee, arguments: given };
        }),
    };
  }

  #calls(body: readonly t.Statement[], scope: Scope): readonly ScriptCall[] {
    const functions = exportsOf(body).flatMap(({ node }) => {
      const binding = node.type === "Identifier" ? scope.bindings.get(node.name) : undefined;
      const meant = binding && "node" in binding ? binding.node : node;
      return isFunction(meant) && meant.body.type === "BlockStatement" ? [meant.body.body] : [];
    });
    return [body, ...functions].flatMap((statements) => {
      const inner = within(scope, statements);
      return statements.flatMap((statement) =>
        statement.type === "ExpressionStatement" ? this.#callChain(statement.expression, inner) : [],
      );
    });
  }

  /** `a.b(1).c(2)` is two calls. */
  #callChain(node: t.Expression, scope: Scope): readonly ScriptCall[] {
    const calls: ScriptCall[] = [];
    let at = node;
    for (let step = 0; step < limits.steps; step++) {
      if (at.type === "AwaitExpression") at = at.argument;
      else if (at.type === "CallExpression") {
        const values = at.arguments.map((one) => this.#value(one as t.Expression, scope, 0));
        calls.push({ callee: calleeName(at.callee).replace(/^.*\./, ""), arguments: values });
        if (at.callee.type !== "MemberExpression") break;
        at = at.callee.object as t.Expression;
      } else break;
    }
    return calls.reverse();
  }

  /** A configuration may be a function that returns it: `export default async () => ({…})`, or one of that name. */
  #exported(node: t.Node, scope: Scope): DataValue {
    const binding = node.type === "Identifier" ? scope.bindings.get(node.name) : undefined;
    const meant = binding && "node" in binding ? binding.node : node;
    return isFunction(meant) ? this.#returned(meant, scope, 0) : this.#value(node as t.Expression, scope, 0);
  }

  #value(node: t.Expression | t.SpreadElement | t.PrivateName, scope: Scope, depth: number): DataValue {
    if (depth > limits.depth || ++this.#steps > limits.steps) return this.#unread(node, scope);
    const place = this.#place(node, scope);
    switch (node.type) {
      case "StringLiteral":
        return { kind: "string", value: node.value, ...place };
      case "NumericLiteral":
        return { kind: "number", value: node.value, ...place };
      case "BooleanLiteral":
        return { kind: "boolean", value: node.value, ...place };
      case "NullLiteral":
        return { kind: "null", ...place };
      case "RegExpLiteral":
        return { kind: "unread", expression: `/${node.pattern}/${node.flags}`, ...place };
      case "TemplateLiteral":
        return this.#template(node, scope, depth);
      case "ArrayExpression":
        return { kind: "list", items: this.#items(node.elements, scope, depth), ...place };
      case "ObjectExpression":
        return { kind: "map", entries: this.#entries(node, scope, depth), ...place };
      case "Identifier":
        return this.#named(node, scope, depth);
      case "MemberExpression":
        return this.#member(node, scope, depth);
      case "UnaryExpression":
        return this.#unary(node, scope, depth);
      case "BinaryExpression":
        return this.#joined(node, scope, depth);
      case "LogicalExpression":
        return this.#either(node, scope, depth);
      case "ConditionalExpression":
        return this.#chosen(node, scope, depth);
      case "CallExpression":
      case "NewExpression":
        return this.#call(node, scope, depth);
      case "AwaitExpression":
        return this.#value(node.argument, scope, depth + 1);
      case "TSAsExpression":
      case "TSSatisfiesExpression":
      case "TSNonNullExpression":
      case "TSTypeAssertion":
      case "ParenthesizedExpression":
        return this.#value(node.expression, scope, depth + 1);
      case "ArrowFunctionExpression":
      case "FunctionExpression":
        return this.#function(node, scope, depth + 1);
      default:
        return this.#unread(node, scope);
    }
  }

  /** A function is not run; what it would return, if that is written there, comes with it. */
  #function(node: t.Function, scope: Scope, depth: number): DataValue {
    const unread = this.#unread(node, scope);
    if (depth > limits.depth || unread.kind !== "unread") return unread;
    return { ...unread, returned: this.#returned(node, scope, depth + 1) };
  }

  #template(node: t.TemplateLiteral, scope: Scope, depth: number): DataValue {
    let text = "";
    for (const [i, quasi] of node.quasis.entries()) {
      text += quasi.value.cooked ?? quasi.value.raw;
      const inner = node.expressions[i];
      if (!inner) continue;
      const value = this.#value(inner as t.Expression, scope, depth + 1);
      if (value.kind !== "string" && value.kind !== "number") return this.#unread(node, scope);
      text += String(value.value);
    }
    return { kind: "string", value: text, ...this.#place(node, scope) };
  }

  #items(elements: t.ArrayExpression["elements"], scope: Scope, depth: number): readonly DataValue[] {
    return elements.flatMap((element): readonly DataValue[] => {
      if (!element) return [];
      if (element.type !== "SpreadElement") return [this.#value(element, scope, depth + 1)];
      const spread = this.#value(element.argument, scope, depth + 1);
      return spread.kind === "list" ? spread.items : [spread];
    });
  }

  #entries(node: t.ObjectExpression, scope: Scope, depth: number): readonly DataEntry[] {
    const entries: DataEntry[] = [];
    for (const property of node.properties) {
      if (property.type === "SpreadElement") {
        const spread = this.#value(property.argument, scope, depth + 1);
        const { span } = this.#place(property, scope);
        if (spread.kind === "map") for (const entry of spread.entries) entries.push(entry);
        else entries.push({ key: "...", keySpan: span, value: spread });
        continue;
      }
      const key = this.#key(property, scope, depth);
      if (key === undefined) continue;
      const keySpan = this.#place(property.key, scope).span;
      const value =
        property.type === "ObjectMethod"
          ? this.#function(property, scope, depth + 1)
          : this.#value(property.value as t.Expression, scope, depth + 1);
      entries.push({ key, keySpan, value });
    }
    return entries;
  }

  #key(property: t.ObjectProperty | t.ObjectMethod, scope: Scope, depth: number): string | undefined {
    const { key } = property;
    if (!property.computed && key.type === "Identifier") return key.name;
    const value = this.#value(key as t.Expression, scope, depth + 1);
    return value.kind === "string" || value.kind === "number" ? String(value.value) : undefined;
  }

  #named(node: t.Identifier, scope: Scope, depth: number): DataValue {
    if (node.name === "undefined") return { kind: "null", ...this.#place(node, scope) };
    const binding = scope.bindings.get(node.name);
    if (!binding || this.#following.has(binding)) return this.#unread(node, scope);
    this.#following.add(binding);
    try {
      switch (binding.kind) {
        case "value":
          return this.#value(binding.node, scope, depth + 1);
        case "member":
          return member(this.#value(binding.of, scope, depth + 1), binding.key) ?? this.#unread(node, scope);
        case "import":
          return this.#imported(binding.from, binding.name, scope) ?? this.#unread(node, scope, binding.from);
        case "function":
          return this.#unread(node, scope);
      }
    } finally {
      this.#following.delete(binding);
    }
  }

  #imported(from: string, name: string, scope: Scope): DataValue | undefined {
    if (!from.startsWith(".")) return undefined;
    for (const path of modulePaths(scope.path, from)) {
      const text = this.#other(path);
      if (text === undefined) continue;
      if (path.endsWith(".json")) return inFile(readJsonText(text), path);
      const script = this.read(path, text);
      if (name === "*") return script.main ?? namesOf(script.named);
      return name === "default" ? script.main : (script.named.get(name) ?? member(script.main, name));
    }
    return undefined;
  }

  #member(node: t.MemberExpression, scope: Scope, depth: number): DataValue {
    const key =
      !node.computed && node.property.type === "Identifier"
        ? node.property.name
        : this.#value(node.property as t.Expression, scope, depth + 1);
    const name =
      typeof key === "string"
        ? key
        : key.kind === "string" || key.kind === "number"
          ? String(key.value)
          : undefined;
    const owner = this.#value(node.object as t.Expression, scope, depth + 1);
    return (name === undefined ? undefined : member(owner, name)) ?? this.#unread(node, scope);
  }

  #unary(node: t.UnaryExpression, scope: Scope, depth: number): DataValue {
    const value = this.#value(node.argument, scope, depth + 1);
    const place = this.#place(node, scope);
    if (node.operator === "-" && value.kind === "number")
      return { kind: "number", value: -value.value, ...place };
    const truth = truthOf(value);
    if (node.operator === "!" && truth !== undefined) return { kind: "boolean", value: !truth, ...place };
    return this.#unread(node, scope);
  }

  #joined(node: t.BinaryExpression, scope: Scope, depth: number): DataValue {
    const left = this.#value(node.left, scope, depth + 1);
    const right = this.#value(node.right, scope, depth + 1);
    if (node.operator === "+" && left.kind === "string" && right.kind === "string")
      return { kind: "string", value: left.value + right.value, ...this.#place(node, scope) };
    const equal = /^[!=]==?$/.test(node.operator) ? areEqual(left, right) : undefined;
    if (equal === undefined) return this.#unread(node, scope);
    return { kind: "boolean", value: equal === node.operator.startsWith("="), ...this.#place(node, scope) };
  }

  /** `process.env.BASE || "/"`: what an author's machine does not set is its fallback. */
  #either(node: t.LogicalExpression, scope: Scope, depth: number): DataValue {
    const left = this.#value(node.left, scope, depth + 1);
    const truth = truthOf(left);
    if (node.operator === "&&") {
      if (truth === undefined) return this.#unread(node, scope);
      return truth ? this.#value(node.right, scope, depth + 1) : left;
    }
    if (truth === true || (node.operator === "??" && left.kind !== "unread" && left.kind !== "null"))
      return left;
    return this.#value(node.right, scope, depth + 1);
  }

  #chosen(node: t.ConditionalExpression, scope: Scope, depth: number): DataValue {
    const truth = truthOf(this.#value(node.test, scope, depth + 1));
    if (truth === undefined) return this.#unread(node, scope);
    return this.#value(truth ? node.consequent : node.alternate, scope, depth + 1);
  }

  #call(node: t.CallExpression | t.NewExpression, scope: Scope, depth: number): DataValue {
    const { callee } = node;
    const first = node.arguments[0] as t.Expression | undefined;
    const name = calleeName(callee);
    if (name === "require" && first?.type === "StringLiteral")
      return this.#imported(first.value, "*", scope) ?? this.#unread(node, scope, first.value);
    if (name === "require.resolve" && first) return this.#value(first, scope, depth + 1);
    if (/^(?:path\.)?(?:join|resolve)$/.test(name)) return this.#path(node, scope, depth);
    if (/^(?:fileURLToPath|pathToFileURL|URL)$/.test(name) && first)
      return this.#value(first, scope, depth + 1);
    if (callee.type === "MemberExpression" && /\.filter$/.test(name) && isBooleanFilter(node)) {
      const list = this.#value(callee.object as t.Expression, scope, depth + 1);
      if (list.kind === "list")
        return { ...list, items: list.items.filter((item) => truthOf(item) !== false) };
    }
    const local = callee.type === "Identifier" ? scope.bindings.get(callee.name) : undefined;
    if (local?.kind === "function" && local.node.params.length === 0)
      return this.#returned(local.node, scope, depth + 1);
    if (local?.kind === "value" && isFunction(local.node) && local.node.params.length === 0)
      return this.#returned(local.node, scope, depth + 1);
    // `defineConfig({…})`, `withMermaid({…})`, `lightCodeTheme({…})`: wrappers that hand a configuration on.
    if (isFunction(first)) return this.#returned(first, scope, depth + 1);
    if (first && callee.type === "Identifier" && /^(?:define|with|extend|create)[A-Z]/.test(callee.name))
      return this.#value(first, scope, depth + 1);
    return this.#called(node, name, scope, depth);
  }

  /** A call whose result only running would tell: its name and what it is given. */
  #called(node: t.CallExpression | t.NewExpression, name: string, scope: Scope, depth: number): DataValue {
    const given = node.arguments.map((one) => this.#value(one as t.Expression, scope, depth + 1));
    const unread = this.#unread(node, scope);
    return unread.kind === "unread" && name !== "" ? { ...unread, call: { name, arguments: given } } : unread;
  }

  /** `path.join(__dirname, "..", "docs")`: what is written, without the folder of the file itself. */
  #path(node: t.CallExpression | t.NewExpression, scope: Scope, depth: number): DataValue {
    const parts: string[] = [];
    for (const argument of node.arguments) {
      if (argument.type === "Identifier" && argument.name === "__dirname") continue;
      const value = this.#value(argument as t.Expression, scope, depth + 1);
      if (value.kind !== "string") return this.#unread(node, scope);
      parts.push(value.value);
    }
    return { kind: "string", value: parts.join("/"), ...this.#place(node, scope) };
  }

  #returned(node: t.Function, scope: Scope, depth: number): DataValue {
    const { body } = node;
    if (body.type !== "BlockStatement") return this.#value(body, scope, depth + 1);
    const inner = within(scope, body.body);
    const end = body.body.find((statement) => statement.type === "ReturnStatement");
    return end?.argument ? this.#value(end.argument, inner, depth + 1) : this.#unread(node, scope);
  }

  #unread(node: t.Node, scope: Scope, from?: string): DataValue {
    const place = this.#place(node, scope);
    const { start, end } = place.span;
    const source = scope.text.slice(start, Math.min(end, start + 80)).replace(/\s+/g, " ");
    const expression = end - start > 80 ? `${source}…` : source;
    return { kind: "unread", expression, ...(from !== undefined && { from }), ...place };
  }

  #place(node: t.Node, scope: Scope): Pick<DataValue, "span" | "file"> {
    const span = { start: node.start ?? 0, end: node.end ?? 0 };
    return scope.path === this.#main ? { span } : { span, file: scope.path };
  }
}

const nothing: Script = { main: undefined, named: new Map(), calls: [], callsTo: () => [] };
