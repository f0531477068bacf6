// What a process occupies, in megabytes; undefined where the system does not say (it is Linux's /proc that is asked).

import { existsSync, readFileSync } from "node:fs";

export function memoryOf(pid) {
  const file = `/proc/${pid}/status`;
  const status = existsSync(file) ? readFileSync(file, "utf8") : "";
  const megabytes = (field) => {
    const kilobytes = new RegExp(`^${field}:\\s+(\\d+)`, "m").exec(status)?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  };
  return { resident: megabytes("VmRSS"), peak: megabytes("VmHWM") };
}
