// The workspaces in which the suites of test/vscode/suites/ run.

const page = (title, body) => `---\ntitle: ${title}\nsidebar: Handbook\nshowTitle: true\n---\n\n${body}\n`;

/** Two handbooks with a page at the same route, which differ in everything else. */
const twoHandbooks = {
  "north/vercel.json": "{}",
  "north/gatsby-config.js": "module.exports = { siteMetadata: { siteUrl: 'https://north.example' } }",
  "north/contents/handbook/index.md": page(
    "North",
    "See [the team](/handbook/team) and [south only](/handbook/south-only).",
  ),
  "north/contents/handbook/team.md": page("Team of the north", "## Ice\n\nBack to [the start](/handbook)."),
  "south/vercel.json": "{}",
  "south/gatsby-config.js": "module.exports = { siteMetadata: { siteUrl: 'https://south.example' } }",
  "south/contents/handbook/index.md": page(
    "South",
    "See [the team](/handbook/team#sun) and [south only](/handbook/south-only).",
  ),
  "south/contents/handbook/team.md": page("Team of the south", "## Sun\n\nBack to [the start](/handbook)."),
  "south/contents/handbook/south-only.md": page(
    "South only",
    "Nothing of the north: [ice](/handbook/team#ice).",
  ),
};

const codeRepository = {
  "package.json": '{ "name": "pump" }',
  "README.md": "# Pump\n\nSee [the guide](packages/core/README.md) and [the plan](PLAN.md).\n",
  "packages/core/README.md": "# Core\n\nBack to [the start](../../README.md#pump). [Gone](./gone.md)\n",
  "packages/core/index.js": "export {}\n",
  "packages/other/README.md": "# Other\n\n[dead](./nowhere.md)\n",
};

/** @param {{ copyOf: Function, filesOf: Function, browser: Function }} make */
export function scenarios({ copyOf, filesOf, browser }) {
  return [
    { name: "handbook", suite: "handbook", workspace: copyOf("examples/handbook"), timeout: 300_000 },
    {
      name: "several folders",
      suite: "severalFolders",
      workspace: filesOf(twoHandbooks, ["north", "south"]),
    },
    { name: "code repository", suite: "codeRepository", workspace: filesOf(codeRepository) },
    { name: "no folder", suite: "noFolder" },
    {
      name: "validation switched on",
      suite: "validationOn",
      workspace: copyOf("examples/handbook"),
      settings: { "markdown.validate.enabled": true },
    },
    { name: "browser", suite: "browser", workspace: copyOf("examples/handbook"), run: browser },
  ];
}
