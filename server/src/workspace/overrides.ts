import type { Config } from "../config.ts";
import type { SiteOverrides } from "../site/siteModel.ts";

/** What an author's settings say of a site, without what they leave to the detection. */
export function overridesOf({ site }: Config): SiteOverrides {
  const list = (values: readonly string[]) => (values.length > 0 ? values : undefined);
  const contentRoots = list(site.contentRoots);
  const hosts = list(site.hosts);
  const externalRoutes = list(site.externalRoutes);
  const ignore = list(site.ignore);
  return {
    ...(site.model === "auto" ? {} : { model: site.model }),
    ...(contentRoots && { contentRoots }),
    ...(hosts && { hosts }),
    ...(externalRoutes && { externalRoutes }),
    ...(site.base === "" ? {} : { base: site.base }),
    ...(site.trailingSlash === "auto" ? {} : { trailingSlash: site.trailingSlash === "always" }),
    ...(site.slugger === "auto" ? {} : { slugger: site.slugger }),
    ...(ignore && { ignore }),
  };
}
