// The rules themselves, loaded when a page is linted for the first time and not before.

import type { PluggableList, Plugin, Preset } from "unified";
import type { LintPlugin } from "./lintConfig.ts";

/** The rules that hold where a handbook says nothing: what hurts readers. Named in docs/prose-lint.md. */
const defaults: readonly LintPlugin[] = [
  { name: "heading-increment", kind: "rule", options: undefined },
  { name: "no-multiple-toplevel-headings", kind: "rule", options: undefined },
  { name: "no-empty-url", kind: "rule", options: undefined },
  { name: "image-alt-text", kind: "rule", options: undefined },
  { name: "no-undefined-references", kind: "rule", options: { allowShortcutLink: true } },
];

type Loaded = readonly [plugin: Plugin<unknown[]>, options: unknown];

/** What to `use`, each rule once: as the last plugin that names it has it. */
export async function loadRules(plugins: readonly LintPlugin[] = defaults): Promise<PluggableList> {
  const presets = new Map<string, readonly Loaded[]>();
  const chosen = new Map<string, Loaded>();
  const own = await ownRules();
  for (const { name, kind, options } of plugins) {
    if (kind === "preset") {
      for (const [plugin, preset] of options === false ? [] : await loadPreset(name, presets)) {
        chosen.set(ruleId(plugin), [plugin, preset]);
      }
      continue;
    }
    const plugin = own.get(name) ?? (await findInPresets(name, presets));
    if (plugin) chosen.set(name, [plugin, options]);
  }
  return [...chosen.values()].map(([plugin, options]) => [plugin, options]);
}

async function ownRules(): Promise<ReadonlyMap<string, Plugin<unknown[]>>> {
  const modules = await Promise.all([
    import("remark-lint-heading-increment"),
    import("remark-lint-no-multiple-toplevel-headings"),
    import("remark-lint-no-empty-url"),
    import("remark-lint-no-undefined-references"),
    import("./imageAltText.ts"),
  ]);
  return new Map(
    modules.map(({ default: plugin }) => [ruleId(plugin as Plugin<unknown[]>), plugin as Plugin<unknown[]>]),
  );
}

/** Their own types leave the options out. */
type Loading = Promise<{ readonly default: Preset }>;

const presetLoaders: Readonly<Record<string, () => Loading>> = {
  recommended: () => import("remark-preset-lint-recommended") as Loading,
  consistent: () => import("remark-preset-lint-consistent") as Loading,
  "markdown-style-guide": () => import("remark-preset-lint-markdown-style-guide") as Loading,
};

async function loadPreset(name: string, presets: Map<string, readonly Loaded[]>): Promise<readonly Loaded[]> {
  const known = presets.get(name);
  if (known) return known;
  const preset = await presetLoaders[name]?.();
  const loaded = (preset?.default.plugins ?? []).flatMap((one): readonly Loaded[] => {
    const [plugin, options] = (Array.isArray(one) ? one : [one]) as [Plugin<unknown[]>, unknown];
    return ruleId(plugin) === "" ? [] : [[plugin, options]];
  });
  presets.set(name, loaded);
  return loaded;
}

async function findInPresets(
  name: string,
  presets: Map<string, readonly Loaded[]>,
): Promise<Plugin<unknown[]> | undefined> {
  for (const preset of Object.keys(presetLoaders)) {
    const found = (await loadPreset(preset, presets)).find(([plugin]) => ruleId(plugin) === name);
    if (found) return found[0];
  }
  return undefined;
}

/** unified-lint-rule names each plugin `remark-lint:rule`; of other plugins: "". */
function ruleId(plugin: Plugin<unknown[]>): string {
  return /^remark-lint:(.+)$/.exec(plugin.name)?.[1] ?? "";
}
