// What GitLab writes down when a wiki's page is moved or renamed: `.gitlab/redirects.yml`, the old path to the new one
// (app/models/wiki.rb, `update_redirection_actions`). A page at the old path wins.

import { readData } from "../../../data/readData.ts";
import { entriesAt } from "../../../data/value.ts";
import type { FilePath } from "../../site.ts";
import type { FileTree, RedirectRule } from "../../siteModel.ts";

const file = ".gitlab/redirects.yml" as FilePath;

export function gitlabRedirects(tree: FileTree): readonly RedirectRule[] {
  const text = tree.texts.get(file);
  if (text === undefined) return [];
  return entriesAt(readData(file, text)).flatMap(({ key, keySpan, value }) =>
    value.kind === "string"
      ? [
          {
            file,
            span: { start: keySpan.start, end: value.span.end },
            sourceSpan: keySpan,
            destinationSpan: value.span,
            source: `/${key}`,
            destination: `/${value.value}`,
            literal: true,
            conditional: false,
            yieldsToPages: true,
          },
        ]
      : [],
  );
}
