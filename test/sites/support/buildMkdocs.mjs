// The build of the MkDocs sites: `mkdocs build` of Debian's packages (mkdocs, mkdocs-material, mkdocs-redirects,
// python3-pymdownx), with a hook that carries what the author wrote through to the page.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readBuilt, verdictOn } from "./readBuilt.mjs";

const hook = `
import re
from html import escape
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.preprocessors import Preprocessor

class Written(Treeprocessor):
    """Before MkDocs's own "relpath" (priority 0): links that Markdown made."""
    def run(self, root):
        for element in root.iter():
            if element.tag == "a" and element.get("href") is not None and element.get("class") not in ("headerlink", "footnote-ref", "footnote-backref"):
                element.set("data-raw", element.get("href"))

class WrittenExtension(Extension):
    def extendMarkdown(self, md):
        md.treeprocessors.register(Written(md), "written", 0.5)

def on_config(config):
    config["markdown_extensions"].append(WrittenExtension())
    return config

def on_page_content(html, page, config, files):
    # Raw HTML never becomes an element: its links are marked in the text.
    html = re.sub(r'<a (?![^>]*data-raw)(?![^>]*class="(?:headerlink|footnote)[^>]*)([^>]*?)href="([^"]*)"', r'<a data-raw="\\2" \\1href="\\2"', html)
    return '<div data-source="%s" data-content>%s</div>' % (escape(config["docs_dir_name"] + "/" + page.file.src_uri), html)
`;

/** @param {{ docs?: string, origin?: string, base?: string }} [options] */
export function buildMkdocs(
  { site, work, run },
  { docs = "docs", origin = "https://handbook.example.com", base = "/" } = {},
) {
  const out = join(work, "out");
  writeFileSync(join(work, "hook.py"), hook.replace('config["docs_dir_name"]', JSON.stringify(docs)));
  const config = join(site, "mkdocs.build.yml");
  writeFileSync(config, `INHERIT: mkdocs.yml\nhooks:\n  - ${join(work, "hook.py")}\n`);
  run("mkdocs", ["build", "--quiet", "--clean", "--config-file", config, "--site-dir", out], { cwd: site });
  const built = readBuilt(out, (element) => "data-content" in element.attributes);
  const own = [...built.pages.values()].filter((page) => page.source !== undefined);
  return {
    pages: own.map((page) => ({ page: page.source, route: page.url, heading_ids: page.headings })),
    links: own.flatMap((page) =>
      page.links
        .filter(({ href }) => !href.startsWith("mailto:") && !page.foreign)
        .map(({ href, raw }) => ({
          page: page.source,
          href: raw,
          verdict: verdictOn(built, page, href, { origin, base }),
        }))
        .filter(({ verdict }) => verdict !== "external"),
    ),
  };
}
