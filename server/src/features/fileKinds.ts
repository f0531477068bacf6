// What a file is to an author who writes a link, told by its name: a picture, a download, another page, or code. Weights
// of a list's ranking, lower for what is less likely meant.

import { isMarkdown } from "../site/routeKey.ts";

const media =
  /\.(?:avif|apng|bmp|gif|ico|jpe?g|png|svg|tiff?|webp|mp4|m4v|mov|ogv|webm|mp3|m4a|ogg|oga|wav|flac)$/i;
const download =
  /\.(?:pdf|docx?|xlsx?|pptx?|od[gpst]|key|numbers|pages|csv|tsv|txt|rtf|epub|ics|zip|t?gz|7z|tar|dmg|drawio|fig|sketch|eps|psd|ai)$/i;

/** After `![](`: pictures, and behind them what can be downloaded. */
export function weightAsImage(path: string): number | undefined {
  if (media.test(path)) return 0;
  return download.test(path) ? -100 : undefined;
}

/** After `[](` where only some files are known as pages: other pages like these, then pictures and downloads, then the rest. */
export function weightAsFile(path: string): number {
  if (isMarkdown(path)) return 0;
  return media.test(path) || download.test(path) ? -60 : -100;
}
