import { Button, Paper, PasswordInput, Stack, Text, TextInput, Title } from "@mantine/core";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { ApiError } from "../../api/problem.ts";
import { useSignIn } from "../../api/queries.ts";
import { Curtain } from "../../parts/curtain.tsx";
import { Foot } from "../../parts/frame.tsx";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { common } from "../../words/common.ts";
import { useWords } from "../../words/language.tsx";
import { session } from "../../words/session.ts";

export function SignIn() {
  const { t } = useWords();
  useEffect(() => {
    document.title = `${t(session.title)} | ${t(common.product)}`;
  }, [t]);
  return (
    <div className="sign-in">
      <Curtain />
      <div>
        <main style={{ maxWidth: 420, margin: "0 auto", padding: "32px 16px" }}>
          <Stack gap="lg">
            <div>
              <Title order={1} size="h2">
                {t(common.product)}
              </Title>
              <Text c="gray.7" mt={4}>
                {t(session.lead)}
              </Text>
            </div>
            <Paper withBorder p="lg">
              <SignInForm />
            </Paper>
          </Stack>
        </main>
        <Foot />
      </div>
    </div>
  );
}

function SignInForm() {
  const { t } = useWords();
  const signIn = useSignIn();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const emailInput = useRef<HTMLInputElement>(null);
  const passwordInput = useRef<HTMLInputElement>(null);
  useEffect(() => emailInput.current?.focus(), []);

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (email.trim() === "") return emailInput.current?.focus();
    if (password === "") return passwordInput.current?.focus();
    signIn.mutate({ email: email.trim(), password });
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {signIn.error === null ? null : <Failure key={signIn.submittedAt} error={signIn.error} />}
        <TextInput
          ref={emailInput}
          label={t(session.email)}
          type="email"
          autoComplete="username"
          size="md"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={tried && email.trim() === "" ? t(session.emailMissing) : undefined}
        />
        <PasswordInput
          ref={passwordInput}
          label={t(session.password)}
          autoComplete="current-password"
          size="md"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={tried && password === "" ? t(session.passwordMissing) : undefined}
          visibilityToggleButtonProps={{ "aria-label": t(session.showPassword) }}
        />
        <Button type="submit" size="md" loading={signIn.isPending} fullWidth>
          {t(session.submit)}
        </Button>
      </Stack>
    </form>
  );
}

/** A wrong password needs no error code. */
function Failure({ error }: { readonly error: unknown }) {
  const { t } = useWords();
  const wrong = error instanceof ApiError && error.code === "signInFailed";
  if (!wrong) return <ProblemAlert error={error} takesFocus />;
  return (
    <Text role="alert" c="#8a1f1f" fw={600}>
      {t(session.failed)}
    </Text>
  );
}
