export default function Shop() {
  return <h1 id="shop">Shop</h1>;
}
