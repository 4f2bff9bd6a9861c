// Hands mails to a mail server.
import type { MailContent, TryOutcome } from "@noren-pay/payments";
import { createTransport } from "nodemailer";

export interface Smtp {
  /** `messageId` is the same at each try, so that a mail that went out twice shows once. Never throws. */
  send(mail: MailContent, messageId: string): Promise<{ readonly result: TryOutcome; readonly error?: string }>;
  close(): void;
}

/** `url`: such as `smtps://user:password@mail.example.jp:465`. `timeoutMs`: wall time of each phase. */
export function smtpAt(url: string, timeoutMs = 20_000): Smtp {
  const transport = createTransport({
    url,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ from, to, subject, text, html }, messageId) {
      try {
        // Addresses as objects: what stands in them is one address, never a list.
        const [sender, receiver] = [from, to].map((address) => ({ name: "", address }));
        await transport.sendMail({ from: sender, to: receiver, subject, text, html, messageId });
        return { result: { outcome: "taken" } };
      } catch (error) {
        return failed(error);
      }
    },
    close: () => transport.close(),
  };
}

/** A refusal for good (5xx) of the mail ends it; of the sign-in it does not: that is a setting somebody will mend. */
function failed(error: unknown): { result: TryOutcome; error: string } {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  const status = typeof responseCode === "number" ? responseCode : undefined;
  const forGood = status !== undefined && status >= 500 && code !== "EAUTH";
  const word = status === undefined ? String(code ?? "failed") : String(status);
  return { result: { outcome: forGood ? "never" : "later" }, error: word };
}
