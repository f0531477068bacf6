// Python-Markdown, the reader of MkDocs: older than CommonMark, and different in its blocks and links. Which of its
// extensions a site has is plain data; the rules cited in this folder are those of its files (`blockprocessors.py`,
// `inlinepatterns.py`, `htmlparser.py`, `extensions/`) and of `pymdownx/`.

export interface PythonMarkdown {
  /** Code between fences: at the left margin (`fenced_code`), or anywhere (`pymdownx.superfences`). */
  readonly fences: "none" | "margin" | "nested";
  /** Is a block that is indented by four columns code? (`disable_indented_code_blocks` of superfences says no.) */
  readonly indentedCode: boolean;
  readonly tables: boolean;
  /** `{ #id .class }` and `{: #id }` after headings, blocks and inline elements (`attr_list`). */
  readonly attributes: boolean;
  /** `!!! note "Title"` with an indented content. */
  readonly admonitions: boolean;
  /** `??? note` and `???+ note` with an indented content (`pymdownx.details`). */
  readonly details: boolean;
  /** `=== "Tab"` with an indented content (`pymdownx.tabbed`). */
  readonly tabs: boolean;
  /** `/// note | Title` to `///` (`pymdownx.blocks.*`). */
  readonly slashBlocks: boolean;
  /** `<div markdown>` holds Markdown (`md_in_html`). */
  readonly markdownInHtml: boolean;
  readonly definitionLists: boolean;
  readonly footnotes: boolean;
  /** `*[HTML]: …` (`abbr`). */
  readonly abbreviations: boolean;
  /** A heading's `#` needs a space after it (`pymdownx.saneheaders`). */
  readonly spacedHeadings: boolean;
  /** `--8<-- "file.md"` shows another file (`pymdownx.snippets`). */
  readonly snippets: boolean;
  /** Files may be appended to every page, which may define its references (`auto_append` of snippets). */
  readonly appended: boolean;
  /** `:smile:` is a picture (`pymdownx.emoji`). */
  readonly emoji: boolean;
  /** `[text][identifier]` may name a heading of any page (`mkdocs-autorefs`). */
  readonly crossReferences: boolean;
  /** Ids are made without a heading's character references, but with the numbers of its footnotes (before version 3.6). */
  readonly olderIds: boolean;
  /** May a reference's label have code in it (from version 3.8.1)? */
  readonly codeInLabels: boolean;
}

/** What MkDocs has switched on by itself: `toc`, `tables`, `fenced_code`. */
export const mkdocsMarkdown: PythonMarkdown = {
  fences: "margin",
  indentedCode: true,
  tables: true,
  attributes: false,
  admonitions: false,
  details: false,
  tabs: false,
  slashBlocks: false,
  markdownInHtml: false,
  definitionLists: false,
  footnotes: false,
  abbreviations: false,
  spacedHeadings: false,
  snippets: false,
  appended: false,
  emoji: false,
  crossReferences: false,
  olderIds: false,
  codeInLabels: true,
};
