// The registry: every site model that there is, in the order in which a folder is offered to them.

import type { ModelDetector } from "../siteModel.ts";
import { docsify } from "./docsify/index.ts";
import { docusaurus } from "./docusaurus/index.ts";
import { eleventy } from "./eleventy/index.ts";
import { fumadocs } from "./fumadocs/index.ts";
import { gitbook } from "./gitbook/index.ts";
import { hugo } from "./hugo/index.ts";
import { jekyll } from "./jekyll/index.ts";
import { mdbook } from "./mdbook/index.ts";
import { mintlify } from "./mintlify/index.ts";
import { mkdocs } from "./mkdocs/index.ts";
import { nextra } from "./nextra/index.ts";
import { plain } from "./plain/detect.ts";
import { posthog } from "./posthog/index.ts";
import { starlight } from "./starlight/index.ts";
import { unreadGenerators } from "./unread/index.ts";
import { vitepress } from "./vitepress/index.ts";
import { wiki } from "./wiki/index.ts";

export { plainModel } from "./plain/index.ts";
export { plain };

export const modelDetectors: readonly ModelDetector[] = [
  posthog,
  docusaurus,
  hugo,
  mkdocs,
  mdbook,
  vitepress,
  eleventy,
  starlight,
  fumadocs,
  nextra,
  mintlify,
  ...unreadGenerators,
  gitbook,
  docsify,
  jekyll,
  wiki,
  plain,
];
