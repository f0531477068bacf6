// All that is read of a Docusaurus site once: what the parts of the model share.

import type { FilePath } from "../../site.ts";
import type { FileTree } from "../../siteModel.ts";
import type { ExternalRoutes } from "../common/externalRoutes.ts";
import type { RuleTable } from "../common/redirects/ruleTable.ts";
import type { CodePages } from "./codePages.ts";
import type { Collection } from "./collections.ts";
import type { DocusaurusConfig } from "./config.ts";
import type { ForeignRoutes } from "./foreign.ts";
import type { Owners } from "./owner.ts";
import type { RedirectSettings } from "./redirects.ts";

export interface DocusaurusSite {
  readonly config: DocusaurusConfig;
  readonly collections: readonly Collection[];
  readonly owners: Owners;
  readonly texts: FileTree["texts"];
  readonly files: ReadonlySet<FilePath>;
  /** The start page of each language: "/", "/fr/". */
  readonly homes: readonly string[];
  readonly codePages: CodePages;
  readonly redirects: RedirectSettings;
  readonly rules: RuleTable;
  /** Routes that plugins may serve of which nothing is known. */
  readonly foreign: ForeignRoutes;
  readonly external: ExternalRoutes;
}
