import { source } from "@/lib/source";
import { createRelativeLink } from "fumadocs-ui/mdx";
import { DocsPage } from "fumadocs-ui/page";

export default async function Page(props: { params: Promise<{ slug?: string[] }> }) {
  const page = source.getPage((await props.params).slug);
  if (!page) return null;
  const Content = page.data.body;
  return (
    <DocsPage>
      <Content components={{ a: createRelativeLink(source, page) }} />
    </DocsPage>
  );
}
