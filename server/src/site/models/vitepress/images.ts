// An image's address is another thing than a link's: the bundler looks for the file itself. Which of a page's addresses are
// images' is all that tells them apart.

import type { ScannedPage } from "../../../page/scannedPage.ts";
import { splitDestination } from "../../destination.ts";
import { remember } from "../../remember.ts";
import { decodeOnce } from "../../routeKey.ts";

const paths = new WeakMap<ScannedPage, ReadonlySet<string>>();

/** Does the page show an image (or a film) with this path, decoded? */
export function isImageOn(page: ScannedPage, path: string): boolean {
  return remember(paths, page, collect).has(path);
}

function collect(page: ScannedPage): ReadonlySet<string> {
  const shown = page.links.filter(({ image, tag }) => image || tag?.attribute.toLowerCase() === "src");
  return new Set(shown.map(({ destination }) => decodeOnce(splitDestination(destination.value.trim()).path)));
}
