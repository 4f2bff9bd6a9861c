export { classicCapabilities, classicGateway } from "./classic/gateway.ts";
export { noticeSnapshot } from "./classic/notice.ts";
export {
  addressOf,
  authorizationSnapshot,
  captureSnapshot,
  orderReferenceSnapshot,
  refundSnapshot,
} from "./classic/snapshots.ts";
