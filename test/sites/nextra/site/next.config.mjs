import nextra from "nextra";

const withNextra = nextra({ search: false, defaultShowCopyCode: true });

export default withNextra({
  reactStrictMode: true,
  async redirects() {
    return [
      { source: "/salary", destination: "/people/pay", permanent: true },
      { source: "/team/:name", destination: "/people/:name#top-of-page", permanent: false },
      { source: "/old/:path*", destination: "/work/:path*", permanent: true },
      { source: "/nowhere", destination: "/people/nobody", permanent: true },
      { source: "/away", destination: "https://harbour.example/", permanent: false },
    ];
  },
});
