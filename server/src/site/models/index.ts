// The registry: every site model that there is, in the order in which a folder is offered to them.

import type { ModelDetector } from "../siteModel.ts";
import { hugo } from "./hugo/index.ts";
import { mdbook } from "./mdbook/index.ts";
import { mkdocs } from "./mkdocs/index.ts";
import { plain } from "./plain/detect.ts";
import { posthog } from "./posthog/index.ts";
import { unreadGenerators } from "./unread/index.ts";

export { plainModel } from "./plain/index.ts";
export { plain };

export const modelDetectors: readonly ModelDetector[] = [
  posthog,
  hugo,
  mkdocs,
  mdbook,
  ...unreadGenerators,
  plain,
];
