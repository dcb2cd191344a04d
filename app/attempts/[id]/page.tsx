export default function Page() {
  return <h1>attemptsid</h1>;
}
