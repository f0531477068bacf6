import type { Fix } from "../../server/src/diagnostics/finding.ts";
import { applyEdits, type SpanEdit } from "../../server/src/text/textEdit.ts";

/** The files of a handbook after a fix of a finding in `file`: edited, made, renamed and deleted. */
export function textsAfter(
  texts: ReadonlyMap<string, string>,
  fix: Fix,
  file: string,
): ReadonlyMap<string, string> {
  const after = new Map(texts);
  const edit = (path: string, edits: readonly SpanEdit[]) => {
    if (edits.length > 0) after.set(path, applyEdits(after.get(path) ?? "", edits));
  };
  edit(fix.path ?? file, fix.edits);
  for (const other of fix.others ?? []) edit(other.path, other.edits);
  if (fix.create) after.set(fix.create.path, fix.create.text);
  if (fix.rename) after.set(fix.rename.to, after.get(fix.rename.from) ?? "");
  if (fix.rename) after.delete(fix.rename.from);
  if (fix.remove !== undefined) after.delete(fix.remove);
  return after;
}
