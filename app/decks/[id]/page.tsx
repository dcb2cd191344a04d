export default function Page() {
  return <h1>decksid</h1>;
}
