/** Keys of docs.json that hold a part of the navigation, beside "pages" (mintlify.com/docs/organize/navigation). */
export const divisions = [
  "groups",
  "tabs",
  "anchors",
  "dropdowns",
  "languages",
  "versions",
  "products",
  "menu",
  "global",
];
