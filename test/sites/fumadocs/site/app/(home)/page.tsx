export default function Home() { return <a href="/docs">Handbook</a>; }
