export default {
  index: "Welcome",
  people: { title: "People" },
  work: "Work",
  "---": { type: "separator" },
  shop: { title: "Shop", href: "/shop" },
};
