// The shop's staff in the back office, as the journeys need them. Each step is what a person sees and does.
import type { Page } from "playwright-core";
import type { Office } from "../console/support.ts";

export interface Staff {
  readonly page: Page;
  /** Finds the order by its number, opens it and captures the whole amount. */
  ships(sellerOrderId: string, amount: string): Promise<void>;
  /** Gives back a part of the open order, confirming the amount. */
  refunds(amount: number, said: string): Promise<void>;
  /** Looks again until the refund is shown as done. */
  seesRefundDone(): Promise<void>;
  leaves(): Promise<void>;
}

export async function newStaff(office: Office): Promise<Staff> {
  const { page, open, context } = await office.visit({ language: "ja" });
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const dialog = page.getByRole("dialog");
  return {
    page,
    async ships(sellerOrderId, amount) {
      await open("/");
      await page.getByRole("searchbox").fill(sellerOrderId);
      await page.keyboard.press("Enter");
      await page.getByRole("link", { name: sellerOrderId }).click();
      await button("発送して売上請求").click();
      await dialog.getByRole("button", { name: `${amount} を売上請求` }).click();
      await page.getByText("売上請求しました。").waitFor();
    },
    async refunds(amount, said) {
      await button("返金").click();
      await dialog.getByLabel("金額", { exact: true }).fill(String(amount));
      await dialog.getByRole("button", { name: "確認へ進む" }).click();
      await dialog.getByRole("button", { name: `${said} を返金` }).click();
      await page.getByText("返金を受け付けました。").waitFor();
    },
    async seesRefundDone() {
      await page.reload();
      await page.getByRole("region", { name: "返金" }).getByText("返金済み").waitFor();
    },
    leaves: () => context.close(),
  };
}
