import { createMDX } from "fumadocs-mdx/next";

const withMDX = createMDX();

export default withMDX({
  reactStrictMode: true,
  async redirects() {
    return [
      { source: "/handbook", destination: "/docs", permanent: true },
      { source: "/wiki/:path*", destination: "/docs/:path*", permanent: false },
    ];
  },
});
