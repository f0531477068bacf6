// Between the editor's settings and the server: of `handbook.diagnostics` only what somebody has set is sent, since a
// finding may have a level of its own that the editor's default would hide.

import { type ConfigurationScope, Uri, workspace } from "vscode";
import type { ConfigurationRequest } from "vscode-languageclient";
import { onlySet } from "./onlySet.ts";

/** Middleware of `workspace/configuration`. */
export const sendOnlyWhatIsSet: NonNullable<ConfigurationRequest.MiddlewareSignature> = async (
  params,
  token,
  next,
) => {
  const answers = await next(params, token);
  if (!Array.isArray(answers)) return answers;
  return answers.map((answer, index) => {
    const item = params.items[index];
    return item?.section === "handbook" ? withoutDefaults(answer, scopeOf(item.scopeUri)) : answer;
  });
};

function scopeOf(uri: string | undefined): ConfigurationScope | undefined {
  return uri === undefined ? undefined : Uri.parse(uri);
}

function withoutDefaults(answer: unknown, scope: ConfigurationScope | undefined): unknown {
  if (typeof answer !== "object" || answer === null || !("diagnostics" in answer)) return answer;
  const settings = workspace.getConfiguration("handbook.diagnostics", scope ?? null);
  return { ...answer, diagnostics: onlySet(answer.diagnostics, (code) => settings.inspect(code)) };
}
