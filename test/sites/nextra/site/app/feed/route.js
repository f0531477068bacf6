export const dynamic = "force-static";

export function GET() {
  return new Response("<rss/>", { headers: { "content-type": "application/rss+xml" } });
}
