export { build } from "../docusaurus/build.mjs";
