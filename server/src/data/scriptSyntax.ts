// What stands in a module of JavaScript or TypeScript: its statements, what they bind and what they export. Its syntax alone;
// what the expressions are worth is `readScript.ts`'s to say.

import { parse } from "@babel/parser";
import type * as t from "@babel/types";
import type { Span } from "../text/span.ts";

/** What a name of a module stands for. */
export type Binding =
  | { readonly kind: "value"; readonly node: t.Expression }
  | { readonly kind: "function"; readonly node: t.Function }
  | { readonly kind: "import"; readonly from: string; readonly name: string }
  | { readonly kind: "member"; readonly of: t.Expression; readonly key: string };

/** More parts than any name of a configuration has. */
const longestName = 60;

export function parseModule(path: string, text: string): readonly t.Statement[] | undefined {
  try {
    return parseScript(path, text);
  } catch {
    // Half-written code beyond what the parser recovers from (or nested beyond its stack): nothing is known of it.
    return undefined;
  }
}

function parseScript(path: string, text: string): readonly t.Statement[] {
  const typescript = /\.[cm]?tsx?$/.test(path);
  return parse(text, {
    sourceType: "unambiguous",
    errorRecovery: true,
    allowReturnOutsideFunction: true,
    plugins: typescript ? (path.endsWith("x") ? ["typescript", "jsx"] : ["typescript"]) : ["jsx", "flow"],
  }).program.body;
}

/** Where a module can't be parsed any further; undefined for one that can. */
export function scriptFault(path: string, text: string): Span | undefined {
  try {
    parseScript(path, text);
    return undefined;
  } catch (error) {
    const start = error instanceof SyntaxError && "pos" in error ? Number(error.pos) : 0;
    return { start, end: Math.min(start + 1, text.length) };
  }
}

export function bindingsOf(body: readonly t.Statement[]): Map<string, Binding> {
  const bindings = new Map<string, Binding>();
  for (const statement of body) {
    const inner =
      statement.type === "ExportNamedDeclaration" && statement.declaration
        ? statement.declaration
        : statement;
    if (inner.type === "ImportDeclaration") bindImports(inner, bindings);
    else if (inner.type === "FunctionDeclaration" && inner.id)
      bindings.set(inner.id.name, { kind: "function", node: inner });
    else if (inner.type === "VariableDeclaration")
      for (const one of inner.declarations) bindVariable(one, bindings);
  }
  return bindings;
}

function bindImports(node: t.ImportDeclaration, bindings: Map<string, Binding>): void {
  for (const one of node.specifiers) {
    const name =
      one.type === "ImportDefaultSpecifier"
        ? "default"
        : one.type === "ImportNamespaceSpecifier"
          ? "*"
          : nameOf(one.imported);
    bindings.set(one.local.name, { kind: "import", from: node.source.value, name });
  }
}

function bindVariable({ id, init }: t.VariableDeclarator, bindings: Map<string, Binding>): void {
  if (!init) return;
  if (id.type === "Identifier") bindings.set(id.name, { kind: "value", node: init });
  if (id.type !== "ObjectPattern") return;
  for (const property of id.properties) {
    if (property.type !== "ObjectProperty" || property.value.type !== "Identifier") continue;
    if (property.key.type !== "Identifier") continue;
    bindings.set(property.value.name, { kind: "member", of: init, key: property.key.name });
  }
}

interface Exported {
  readonly name: string;
  readonly node: t.Node;
}

export function exportsOf(body: readonly t.Statement[]): readonly Exported[] {
  return body.flatMap((statement): readonly Exported[] => {
    switch (statement.type) {
      case "ExportDefaultDeclaration":
        return [{ name: "default", node: statement.declaration }];
      case "ExportNamedDeclaration":
        return namedExports(statement);
      case "ExpressionStatement":
        return assignedExports(statement.expression);
      default:
        return [];
    }
  });
}

function namedExports({ declaration, specifiers }: t.ExportNamedDeclaration): readonly Exported[] {
  if (declaration?.type === "VariableDeclaration") {
    return declaration.declarations.flatMap(({ id, init }) =>
      id.type === "Identifier" && init ? [{ name: id.name, node: init }] : [],
    );
  }
  if (declaration?.type === "FunctionDeclaration" && declaration.id)
    return [{ name: declaration.id.name, node: declaration }];
  return specifiers.flatMap((one) =>
    one.type === "ExportSpecifier" ? [{ name: nameOf(one.exported), node: one.local }] : [],
  );
}

/** `module.exports = x`, `exports.x = y`, `module.exports.x = y`. */
function assignedExports(node: t.Expression): readonly Exported[] {
  if (node.type !== "AssignmentExpression" || node.left.type !== "MemberExpression") return [];
  const name = calleeName(node.left);
  if (name === "module.exports") {
    // `module.exports = exports = x`
    const { right } = node;
    return [{ name: "default", node: right.type === "AssignmentExpression" ? right.right : right }];
  }
  const own = /^(?:module\.)?exports\.(\w+)$/.exec(name)?.[1];
  return own === undefined ? [] : [{ name: own, node: node.right }];
}

/** `path.join` of a callee or member; "" for what is no chain of plain names. */
export function calleeName(node: t.Node): string {
  const names: string[] = [];
  let at = node;
  while (at.type === "MemberExpression" && !at.computed && at.property.type === "Identifier") {
    names.push(at.property.name);
    if (names.length > longestName) return "";
    at = at.object;
  }
  if (at.type === "Identifier") names.push(at.name);
  else if (names.length > 0) names.push("");
  return names.reverse().join(".");
}

function nameOf(node: t.Identifier | t.StringLiteral): string {
  return node.type === "Identifier" ? node.name : node.value;
}

export function isFunction(node: t.Node | undefined): node is t.Function {
  return (
    node?.type === "ArrowFunctionExpression" ||
    node?.type === "FunctionExpression" ||
    node?.type === "FunctionDeclaration"
  );
}

export function isBooleanFilter(node: t.CallExpression | t.NewExpression): boolean {
  const [only] = node.arguments;
  return only?.type === "Identifier" && only.name === "Boolean";
}

/** Where a relative import may lie, as bundlers look for it. */
export function modulePaths(from: string, specifier: string): readonly string[] {
  const parts = from.split("/").slice(0, -1);
  for (const part of specifier.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  const bare = parts.join("/");
  const endings = [".ts", ".js", ".mts", ".mjs", ".cts", ".cjs", ".json", "/index.ts", "/index.js"];
  return [
    bare,
    bare.replace(/\.js$/, ".ts"),
    bare.replace(/\.mjs$/, ".mts"),
    ...endings.map((ending) => bare + ending),
  ];
}
