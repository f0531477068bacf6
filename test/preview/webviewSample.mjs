// A page with everything that the preview draws, and VS Code's colours of three themes, for webview.chromium.mjs.

export const themes = {
  light: {
    bodyClass: "vscode-light",
    background: "rgb(255, 255, 255)",
    variables: {
      "--vscode-editor-background": "#ffffff",
      "--vscode-editor-foreground": "#3b3b3b",
      "--vscode-descriptionForeground": "#3b3b3bcc",
      "--vscode-textLink-foreground": "#005fb8",
      "--vscode-textLink-activeForeground": "#005fb8",
      "--vscode-widget-border": "#e5e5e5",
      "--vscode-textCodeBlock-background": "#f8f8f8",
      "--vscode-textBlockQuote-border": "#e5e5e5",
      "--vscode-editorError-foreground": "#e51400",
      "--vscode-editorWarning-foreground": "#bf8803",
      "--vscode-editorWidget-background": "#f8f8f8",
      "--vscode-button-secondaryBackground": "#e5e5e5",
      "--vscode-button-secondaryForeground": "#3b3b3b",
      "--vscode-focusBorder": "#005fb8",
    },
  },
  dark: {
    bodyClass: "vscode-dark",
    background: "rgb(31, 31, 31)",
    variables: {
      "--vscode-editor-background": "#1f1f1f",
      "--vscode-editor-foreground": "#cccccc",
      "--vscode-descriptionForeground": "#9d9d9d",
      "--vscode-textLink-foreground": "#4daafc",
      "--vscode-textLink-activeForeground": "#4daafc",
      "--vscode-widget-border": "#313131",
      "--vscode-textCodeBlock-background": "#2b2b2b",
      "--vscode-textBlockQuote-border": "#616161",
      "--vscode-editorError-foreground": "#f14c4c",
      "--vscode-editorWarning-foreground": "#cca700",
      "--vscode-editorWidget-background": "#202020",
      "--vscode-button-secondaryBackground": "#313131",
      "--vscode-button-secondaryForeground": "#cccccc",
      "--vscode-focusBorder": "#0078d4",
    },
  },
  "high-contrast": {
    bodyClass: "vscode-high-contrast",
    background: "rgb(0, 0, 0)",
    variables: {
      "--vscode-editor-background": "#000000",
      "--vscode-editor-foreground": "#ffffff",
      "--vscode-descriptionForeground": "#ffffffb3",
      "--vscode-textLink-foreground": "#21a6ff",
      "--vscode-textLink-activeForeground": "#21a6ff",
      "--vscode-contrastBorder": "#6fc3df",
      "--vscode-textCodeBlock-background": "#000000",
      "--vscode-textBlockQuote-border": "#ffffff",
      "--vscode-editorError-foreground": "#f48771",
      "--vscode-editorWarning-foreground": "#ffd370",
      "--vscode-editorWidget-background": "#0c141f",
      "--vscode-button-secondaryForeground": "#ffffff",
      "--vscode-button-border": "#6fc3df",
      "--vscode-focusBorder": "#f38518",
    },
  },
};

export const samplePage = `
<header class="handbook-title"><h1 data-line="1">Career progression</h1></header>
<p data-line="6">How people grow here, and who helps them. Every page says <em>what</em> we do, then <strong>why</strong>;
read about <a href="/handbook/team" data-handbook-href="/handbook/team">the team</a>, the
<a href="/handbook/teams" data-handbook-href="/handbook/teams" class="handbook-dead" data-handbook-reason="No page is served at /handbook/teams." title="No page is served at /handbook/teams.">small teams</a>,
<a href="/old" data-handbook-href="/old" class="handbook-redirect" title="/old is redirected">feedback</a> and
<a href="https://example.com/" class="handbook-external">the outside world</a>. Press <kbd>Ctrl</kbd> <kbd>K</kbd>.</p>
<h2 data-line="9" id="user-content-levels">Levels</h2>
<ul data-line="11"><li>Individual work<ul><li>with <code>inline code</code></li></ul></li><li>Management</li></ul>
<ul class="contains-task-list" data-line="14"><li class="task-list-item"><input type="checkbox" checked disabled aria-label="Done"> Write it down</li><li class="task-list-item"><input type="checkbox" disabled aria-label="To do"> Talk about it</li></ul>
<ol data-line="17"><li>First</li><li>Second</li></ol>
<blockquote data-line="20"><p>Feedback is a present, even when it is badly wrapped.</p></blockquote>
<h3 data-line="22">Pay<sup><a href="#footnote-fn-1" data-footnote-ref="">1</a></sup></h3>
<div class="handbook-table" tabindex="0" data-line="24"><table><thead><tr><th>Level</th><th align="right">From</th><th>What is expected</th></tr></thead><tbody><tr><td>Junior</td><td align="right">1.0</td><td>Learns, asks, ships small things</td></tr><tr><td>Senior</td><td align="right">1.4</td><td>Leads others without being asked</td></tr></tbody></table></div>
<pre data-line="28"><code class="language-js">export function raise(level) {
  return level.step + 0.1; // and a very long line that goes on until it needs to be scrolled, because it is that long
}
</code></pre>
<div class="handbook-component" data-line="33"><span class="handbook-component-name">CalloutBox: Mind the gap</span><p>What the site draws in a coloured box.</p></div>
<p data-line="36">A shortcode <code class="handbook-shortcode">{{&lt; ref "team.md" &gt;}}</code>, an expression <code class="handbook-expression">{year + 1}</code> and a
person: <span class="handbook-component"><span class="handbook-component-name">TeamMember: Ada</span></span>.</p>
<p data-line="38"><img alt="The whole team on a boat" data-handbook-remote="https://res.cloudinary.com/team.png"></p>
<p data-line="40"><span class="handbook-missing-image" role="img" aria-label="x" title="There is no file at a/b.png.">Our office – There is no file at a/b.png.</span></p>
<details open data-line="42"><summary>More</summary><p>Said in detail.</p></details>
<hr>
<section class="footnotes"><h2 class="sr-only">Footnotes</h2><ol><li id="user-content-footnote-fn-1"><p>Before tax. <a href="#footnote-fnref-1" data-footnote-backref="" aria-label="Back to reference 1">↩</a></p></li></ol></section>
`;
