// The shop under test: a few lines around Amazon Pay, as anybody's may look.
import { yen } from "@noren-pay/base";
import { type AmazonPayClient, AmazonPayError } from "@noren-pay/client";

export type Outcome = "paid" | "chooseAnotherCard" | "declined" | "tryAgain";

export interface Order {
  readonly amazonOrderReferenceId: string;
  readonly orderId: string;
  /** Yen. */
  readonly total: number;
}

/** Sets, confirms and authorizes. Safe to call again after "tryAgain": it reads first, and the reference id is the order's. */
export async function pay(amazon: AmazonPayClient, order: Order): Promise<Outcome> {
  const AmazonOrderReferenceId = order.amazonOrderReferenceId;
  try {
    const { OrderReferenceDetails } = await amazon.getOrderReferenceDetails({ AmazonOrderReferenceId });
    if (OrderReferenceDetails.OrderReferenceStatus?.State === "Draft") {
      await amazon.setOrderReferenceDetails({
        AmazonOrderReferenceId,
        OrderReferenceAttributes: {
          OrderTotal: yen(order.total),
          SellerOrderAttributes: { SellerOrderId: order.orderId },
        },
      });
      await amazon.confirmOrderReference({ AmazonOrderReferenceId });
    }
    const { AuthorizationDetails } = await amazon.authorize({
      AmazonOrderReferenceId,
      AuthorizationReferenceId: `${order.orderId}-1`,
      AuthorizationAmount: yen(order.total),
      TransactionTimeout: 0,
    });
    const { State, ReasonCode } = AuthorizationDetails.AuthorizationStatus;
    if (State !== "Declined") return "paid";
    return ReasonCode === "InvalidPaymentMethod" ? "chooseAnotherCard" : "declined";
  } catch (error) {
    if (error instanceof AmazonPayError && error.retry !== "never") return "tryAgain";
    throw error;
  }
}
