import { test } from "vitest";
import { checkAdded, checkNotAdded } from "../../support/checkNavigation.ts";
import { posthog } from "../../support/models.ts";

const pages = `
//- contents/handbook/pay.md
---
title: Pay
---
//- contents/handbook/benefits.md
---
title: Benefits
---
//- contents/handbook/people/index.md
---
title: People
---
//- contents/handbook/people/feedback.md
---
title: "How to give \\"feedback\\""
---
`;

test("an entry comes after the last one of its folder, on a line of its own, with the page's title", () =>
  checkAdded(
    posthog,
    `${pages}
//- src/navs/index.js
export const handbookSidebar = [
  { name: "Pay", url: "/handbook/pay" }, // first things first
  { name: "People", url: "/handbook/people", children: [
    { name: "Feedback", url: "/handbook/people/feedback" },
  ] },
]
`,
    "contents/handbook/benefits.md",
    `export const handbookSidebar = [
  { name: "Pay", url: "/handbook/pay" }, // first things first
  { name: "Benefits", url: "/handbook/benefits" },
  { name: "People", url: "/handbook/people", children: [
    { name: "Feedback", url: "/handbook/people/feedback" },
  ] },
]
`,
  ));

test("without a neighbour in its folder, it is the last below the folder's own page", () =>
  checkAdded(
    posthog,
    `${pages}
//- src/navs/index.js
export const handbookSidebar = [
    {
        name: 'People',
        icon: 'IconPeople',
        url: '/handbook/people',
        children: [
        ],
    },
    {
        name: 'Pay',
        url: '/handbook/pay',
    },
    { name: 'Benefits', url: '/handbook/benefits' },
]
`,
    "contents/handbook/people/feedback.md",
    `export const handbookSidebar = [
    {
        name: 'People',
        icon: 'IconPeople',
        url: '/handbook/people',
        children: [
            { name: 'How to give "feedback"', url: '/handbook/people/feedback' }
        ],
    },
    {
        name: 'Pay',
        url: '/handbook/pay',
    },
    { name: 'Benefits', url: '/handbook/benefits' },
]
`,
  ));

test("an entry is laid out over lines as its neighbour is, with the keys in its order", () =>
  checkAdded(
    posthog,
    `${pages}
//- src/navs/handbook.json
[
  {
    "url": "/handbook/pay/",
    "name": "Pay",
    "color": "red"
  }
]
//- src/navs/index.js
import handbook from "./handbook.json"
export const handbookSidebar = handbook
`,
    "contents/handbook/benefits.md",
    `[
  {
    "url": "/handbook/pay/",
    "name": "Pay",
    "color": "red"
  },
  {
    "url": "/handbook/benefits/",
    "name": "Benefits"
  }
]
`,
  ));

test("on one line it stays on one line", () =>
  checkAdded(
    posthog,
    `${pages}
//- src/navs/index.ts
export const sidebar: Item[] = [{ name: 'Pay', url: '/handbook/pay' }, { name: 'People', url: '/handbook/people' }]
`,
    "contents/handbook/benefits.md",
    `export const sidebar: Item[] = [{ name: 'Pay', url: '/handbook/pay' }, { name: 'Benefits', url: '/handbook/benefits' }, { name: 'People', url: '/handbook/people' }]
`,
  ));

test("a list that another is spread into is written to where the neighbour stands", () =>
  checkAdded(
    posthog,
    `${pages}
//- src/navs/index.js
const people = [{ name: "People", url: "/handbook/people" }]
export const handbookSidebar = [...people, { name: "Pay", url: "/handbook/pay" }, ...people]
`,
    "contents/handbook/benefits.md",
    `const people = [{ name: "People", url: "/handbook/people" }]
export const handbookSidebar = [...people, { name: "Pay", url: "/handbook/pay" }, { name: "Benefits", url: "/handbook/benefits" }, ...people]
`,
  ));

test("what a function makes of a list can't be written to", () =>
  checkNotAdded(
    posthog,
    `${pages}
//- src/navs/index.js
export const handbookSidebar = sorted([{ name: "Pay", url: "/handbook/pay" }])
`,
    "contents/handbook/benefits.md",
  ));
