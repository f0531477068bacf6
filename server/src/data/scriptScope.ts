// Where the names of a script are looked up: those of its module, and those of the functions around.

import type * as t from "@babel/types";
import { type Binding, bindingsOf } from "./scriptSyntax.ts";

export interface Scope {
  readonly path: string;
  readonly text: string;
  readonly bindings: ReadonlyMap<string, Binding>;
}

/** The scope in the body of a function. */
export function within(scope: Scope, statements: readonly t.Statement[]): Scope {
  return { ...scope, bindings: new Map([...scope.bindings, ...bindingsOf(statements)]) };
}
