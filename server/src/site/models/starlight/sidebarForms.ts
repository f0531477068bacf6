// How the entries of Starlight's sidebar name pages (starlight/schemas/sidebar.ts): by an entry's slug, alone or under a key, or by
// a link, from the root of the default language.

import { at, type DataValue, itemsAt, stringAt } from "../../../data/value.ts";
import { routeKey } from "../../routeKey.ts";
import type { Page } from "../../site.ts";
import type { EntryShape } from "../../siteModel.ts";
import { type EntryForm, routeLike } from "../common/entryForm.ts";
import type { AstroConfig } from "./config.ts";
import { localeOf } from "./locales.ts";

/** `"guides/setup"` */
export const bareSlug: EntryShape = { kind: "name" };
/** `{ label: "Setup", slug: "guides/setup" }` */
export const underSlug: EntryShape = { kind: "map", title: "label", name: "slug" };

export function slugForm(shape: EntryShape, config: AstroConfig): EntryForm {
  return {
    shape,
    nameOf(page) {
      const route = ownRoute(page, config);
      return route === "/" ? "index" : route?.slice(1);
    },
  };
}

/** `{ label: "Setup", link: "/guides/setup/" }`, written as this link is. */
export function linkForm(like: string, config: AstroConfig): EntryForm {
  return {
    shape: { kind: "map", title: "label", name: "link" },
    nameOf(page) {
      const route = ownRoute(page, config);
      return route === undefined ? undefined : routeLike(route, like);
    },
  };
}

/** The form of the first entry that there is: older versions know links alone. */
export function usualForm(config: AstroConfig): EntryForm {
  return (
    itemsAt(config.starlight, "sidebar")
      .map((item) => firstForm(item, config))
      .find((form) => form) ?? linkForm("/guides/setup/", config)
  );
}

function firstForm(item: DataValue, config: AstroConfig): EntryForm | undefined {
  if (item.kind === "string") return slugForm(bareSlug, config);
  if (at(item, "slug")) return slugForm(underSlug, config);
  const link = stringAt(item, "link");
  if (link?.startsWith("/")) return linkForm(link, config);
  return itemsAt(item, "items")
    .map((one) => firstForm(one, config))
    .find((form) => form);
}

/** The page's route in the default language, which all others share their entries with. */
function ownRoute({ route }: Page, { locales }: AstroConfig): string | undefined {
  const own = locales?.fallback ?? "";
  if (route === undefined || localeOf(route, locales) !== own) return undefined;
  return routeKey(own === "" ? route : route.slice(own.length + 1) || "/");
}
