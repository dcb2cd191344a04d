export default function Page() {
  return <h1>decksidquiz</h1>;
}
