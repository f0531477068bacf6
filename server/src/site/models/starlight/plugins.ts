// Plugins of Starlight that serve pages of their own: below which address is an option of theirs, or the usual one.

import { type DataValue, entriesAt, itemsAt } from "../../../data/value.ts";
import type { AstroConfig } from "./config.ts";

/** By the plugin's usual name in a configuration. */
const usual: Readonly<Record<string, readonly string[]>> = {
  starlightBlog: ["blog"],
  starlightTypeDoc: ["api"],
  starlightChangelogs: ["changelog"],
  starlightTags: ["tags"],
  starlightVersions: [],
};

const options = new Set(["base", "prefix", "output"]);

/** Patterns of routes that plugins serve, with the site's base. */
export function pluginRoutes({ starlight, base }: AstroConfig): readonly string[] {
  return itemsAt(starlight, "plugins").flatMap((plugin) => {
    if (plugin.kind !== "unread" || !plugin.call) return [];
    const named = plugin.call.arguments.flatMap(routesIn);
    const routes = named.length > 0 ? named : (usual[plugin.call.name] ?? []);
    return routes.map((route) => `${base}/${route.replace(/^\/+|\/+$/g, "")}`);
  });
}

function routesIn(value: DataValue): readonly string[] {
  if (value.kind === "list") return value.items.flatMap(routesIn);
  return entriesAt(value).flatMap(({ key, value: inner }) => {
    if (inner.kind !== "string") return routesIn(inner);
    return options.has(key) && inner.value.replace(/\//g, "") !== "" ? [inner.value] : [];
  });
}
