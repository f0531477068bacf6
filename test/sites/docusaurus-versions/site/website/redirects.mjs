export default [{ from: "/guide/begin", to: "/guide/intro" }];
