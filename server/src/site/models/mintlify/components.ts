// The components that every Mintlify page may use without importing them (mintlify.com/docs/components), and the tags that
// are read as such.

export const mintlifyComponents: ReadonlySet<string> = new Set(
  `Accordion AccordionGroup Badge Banner Callout Card CardGroup Check CodeBlock CodeGroup Color Color.Item Color.Row
  Column Columns Danger Expandable FileTree Frame Heading Icon Info Latex Link MDX Mermaid Note Panel Param ParamField
  Prompt RequestExample RequestField ResponseExample ResponseField Snippet Step Steps Tab Table Tabs Tile Tiles Tip
  Tooltip Tree Tree.File Tree.Folder Update Variation View Visibility Warning ZoomImage h1 h2 h3 h4`.split(
    /\s+/,
  ),
);

/** Those that have no element on the page with the `id` that they are given (COMPONENTS_WITHOUT_ID in @mintlify/common). */
export const componentsWithoutIds: readonly string[] =
  `Info Warning Note Tip Check Danger Callout AccordionGroup Card CardGroup Tabs CodeGroup Column Columns Expandable Frame
  Icon Latex Mermaid Panel Prompt RequestExample ResponseExample Steps Tile Tooltip Tree FileTree Variation Visibility MDX
  Badge Color ZoomImage`.split(/\s+/);
