export { type CoreOptions, type DecodedCall, SandboxCore, type WireCall } from "./core.ts";
export { SandboxError, type SandboxErrorCode, sandboxErrors } from "./errors.ts";
export type { EventWords, ObjectEvent } from "./events/event.ts";
export { type ObjectEventName, objectEvents, type PossibleEvent, possibleEvents } from "./events/table.ts";
export { createFront, type Front, type FrontAnswer, type FrontHandler, type FrontRequest } from "./http/front.ts";
export type { Notice, NoticeAttempt, NoticeContent } from "./notices/store.ts";
export type { RequestFor, ResponseFor } from "./operations/handler.ts";
export type { ReadyDraft } from "./ready-draft.ts";
export { AmazonRefusal, isRefusal } from "./refusal.ts";
export { defaultSettings, type Settings } from "./settings.ts";
export { type Sandbox, type SandboxOptions, startSandbox } from "./start-sandbox.ts";
export type { BillingAgreement } from "./world/billing-agreement.ts";
export type {
  AccessToken,
  Address,
  Authorization,
  Buyer,
  Capture,
  Card,
  CardSimulation,
  Client,
  OrderReference,
  PaymentObject,
  Refund,
  Seller,
} from "./world/objects.ts";
export type { SandboxObject } from "./world/world.ts";
