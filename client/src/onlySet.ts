// Which entries of a group of settings did somebody write down, as against the editor's defaults? No editor in here.

/** Where a value stands: the parts of VS Code's `inspect` that are no defaults. */
export interface Inspected {
  readonly globalValue?: unknown;
  readonly globalLanguageValue?: unknown;
  readonly workspaceValue?: unknown;
  readonly workspaceLanguageValue?: unknown;
  readonly workspaceFolderValue?: unknown;
  readonly workspaceFolderLanguageValue?: unknown;
}

/** `{ "link-empty": "off", "link-missing-page": "error" }` without the entries that nobody has set. */
export function onlySet(values: unknown, inspect: (key: string) => Inspected | undefined): unknown {
  if (typeof values !== "object" || values === null) return values;
  return Object.fromEntries(Object.entries(values).filter(([key]) => isSet(inspect(key))));
}

function isSet(inspected: Inspected | undefined): boolean {
  if (inspected === undefined) return true;
  return [
    inspected.globalValue,
    inspected.globalLanguageValue,
    inspected.workspaceValue,
    inspected.workspaceLanguageValue,
    inspected.workspaceFolderValue,
    inspected.workspaceFolderLanguageValue,
  ].some((value) => value !== undefined);
}
