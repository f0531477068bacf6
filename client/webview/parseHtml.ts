// Sanitised HTML as nodes. The one place where text becomes markup; where the browser has Trusted Types, through a policy of ours.

interface Policy {
  createHTML(html: string): string;
}
declare const trustedTypes: { createPolicy(name: string, rules: Policy): Policy } | undefined;

const policy: Policy | undefined =
  typeof trustedTypes === "undefined"
    ? undefined
    : trustedTypes.createPolicy("handbook-preview", { createHTML: (html) => html });

export function parseHtml(html: string): DocumentFragment {
  const template = document.createElement("template");
  template.innerHTML = policy ? policy.createHTML(html) : html;
  return template.content;
}
