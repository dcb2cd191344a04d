import { Button, PasswordInput, Stack, TextInput, Title } from '@mantine/core';

export default function SignIn() {
  return (
    <Stack maw={400} mx="auto">
      <Title order={1}>Sign in</Title>
      <TextInput label="Email" /> <PasswordInput label="Password" /> <Button>Sign in</Button>
    </Stack>
  );
}
