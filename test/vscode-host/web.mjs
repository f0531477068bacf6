// A web extension as on vscode.dev: the `browser` build in a web worker extension host with no server behind it. The
// workbench's files come from code-server; the folder is mounted by the file system extension of @vscode/test-web.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { format } from "node:util";
import { noise, quietSettings, startBrowser, vscodeDir } from "./host.mjs";

const require = createRequire(import.meta.url);
const testWeb = dirname(require.resolve("@vscode/test-web/out/server/index.js"));
// dependencies of @vscode/test-web, resolved as it would
const inTestWeb = createRequire(join(testWeb, "index.js"));

function workbenchHtml(base, builtIn) {
  const { host } = new URL(base);
  const uri = (path) => ({ scheme: "http", authority: host, path });
  const config = {
    // without the smoke test driver the payload is ignored
    developmentOptions: { enableSmokeTestDriver: true, logLevel: 3, extensions: [uri("/static/dev")] },
    // wanted by code-server's patches
    ...{ userDataPath: "/user-data", isEnabledFileDownloads: true, isEnabledFileUploads: true },
    isEnabledCoderGettingStarted: false,
    enableWorkspaceTrust: false,
    webviewEndpoint: `${base}/static/build/out/vs/workbench/contrib/webview/browser/pre`,
    configurationDefaults: quietSettings,
    additionalBuiltinExtensions: builtIn.map(uri),
    productConfiguration: {
      enableTelemetry: false,
      extensionsGallery: undefined,
      extensionEnabledApiProposals: {
        "vscode.vscode-test-web-fs": ["fileSearchProvider", "textSearchProvider"],
      },
    },
  };
  const values = {
    WORKBENCH_WEB_CONFIGURATION: JSON.stringify(config).replace(/"/g, "&quot;"),
    WORKBENCH_WEB_BASE_URL: "/static/build",
    WORKBENCH_AUTH_SESSION: "",
    WORKBENCH_SCRIPT_NONCE: "n",
    WORKBENCH_NLS_FALLBACK_URL: "/static/build/out/nls.messages.js",
    WORKBENCH_NLS_URL: "/static/build/out/nls.messages.js",
    BASE: "",
    VS_BASE: "",
  };
  const html = readFileSync(join(vscodeDir, "out/vs/code/browser/workbench/workbench.html"), "utf8");
  return html.replace(/\{\{(\w+)\}\}/g, (_, key) => values[key] ?? "");
}

/** code-server's workbench always connects to a server and keeps the settings there; both are undone. */
function serverlessWorkbench() {
  const js = readFileSync(join(vscodeDir, "out/vs/code/browser/workbench/workbench.js"), "utf8");
  return js
    .replace("remoteAuthority:location.host", "remoteAuthority:void 0")
    .replace(
      /(get userRoamingDataHome\(\)\{return \w+\(\w+\.file\(this\.userDataPath\)\.with\(\{scheme:)\w+\.vscodeRemote\}/,
      '$1"vscode-userdata"}',
    );
}

async function serve(extension, folder) {
  const [Koa, mount, files] = ["koa", "koa-mount", "koa-static"].map((name) => inTestWeb(name));
  const { configureMounts, fsProviderExtensionPrefix, fsProviderFolderUri } = require(
    join(testWeb, "mounts.js"),
  );
  const builtIn = ["markdown-basics", "theme-defaults", "json", "javascript"];
  const app = new Koa();
  const patched = serverlessWorkbench();
  let base;
  app.use(async (context, next) => {
    if (context.path === "/") {
      context.type = "html";
      const extensions = builtIn.map((name) => `/static/build/extensions/${name}`);
      context.body = workbenchHtml(base, [fsProviderExtensionPrefix, ...extensions]);
    } else if (context.path.endsWith("/workbench/workbench.js")) {
      context.type = "text/javascript";
      context.body = patched;
    } else await next();
  });
  app.use(mount("/static/build", files(vscodeDir, { hidden: true })));
  app.use(mount("/static/dev", files(extension, { hidden: true })));
  configureMounts({ folderMountPath: folder }, app);
  const server = createServer(app.callback());
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  base = `http://localhost:${server.address().port}`;
  return { server, base, folderUri: fsProviderFolderUri };
}

/** Runs a browser bundle that exports run(), in the extension's folder; answers its exit code and what it printed. */
export async function runWebTests({ extension, folder, tests, timeout = 120_000 }) {
  const { server, base, folderUri } = await serve(extension, folder);
  const payload = [
    ["extensionDevelopmentPath", `${base}/static/dev`],
    ["extensionDevelopmentKind", "web"],
    ["extensionTestsPath", `${base}/static/dev/${relative(extension, resolve(tests))}`],
  ];
  const url = `${base}/?folder=${encodeURIComponent(folderUri)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
  const lines = [];
  const browser = await startBrowser();
  try {
    const page = await browser.newPage();
    await page.exposeFunction("codeAutomationLog", (_type, args) => {
      const text = format(...args);
      if (noise.test(text) && !process.env.VSCODE_HOST_VERBOSE) return;
      lines.push(text);
      process.stdout.write(`${text}\n`);
    });
    const finished = new Promise((done) => void page.exposeFunction("codeAutomationExit", done));
    const late = new Promise((done) => setTimeout(done, timeout, 124).unref());
    await page.goto(url);
    return { code: await Promise.race([finished, late]), output: lines.join("\n") };
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}
