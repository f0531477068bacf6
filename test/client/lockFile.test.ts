// The lock file is what a fresh machine installs from, whatever its kind: one that names only the packages of the machine
// that wrote it leaves others without their binaries.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface Locked {
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

function packagesIn(path: string): Readonly<Record<string, Locked>> {
  const file = readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
  return (JSON.parse(file) as { readonly packages: Readonly<Record<string, Locked>> }).packages;
}

const lockFiles = ["package-lock.json", "test/bench/package-lock.json"];

test.each(lockFiles)("%s names the packages of every platform", (path) => {
  const packages = packagesIn(path);
  const names = new Set(
    Object.keys(packages).map((path) => path.slice(path.lastIndexOf("node_modules/") + 13)),
  );
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !names.has(name))
      .map((name) => `${name} of ${path}`),
  );
  expect(missing).toEqual([]);
});

test.each(lockFiles)("%s says of no package which host it came from", (path) => {
  expect(Object.entries(packagesIn(path)).filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
});
