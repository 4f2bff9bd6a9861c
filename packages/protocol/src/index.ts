export { ProtocolError, type ProtocolErrorCode, protocolErrors } from "./errors.ts";
export * from "./fields.ts";
export {
  captureIdOf,
  environmentOfId,
  formatObjectId,
  formatTransactionId,
  type IdKind,
  idPatterns,
  isAmazonId,
  orderReferenceIdOf,
} from "./ids.ts";
export * from "./notifications/certificate.ts";
export { notificationNamespace, readNotificationData, writeNotificationData } from "./notifications/data.ts";
export {
  envelopeBytesMax,
  readEnvelope,
  type SnsEnvelope,
  type SnsEnvelopeType,
  snsStringToSign,
  writeEnvelope,
} from "./notifications/envelope.ts";
export { type Notification, readNotification, writeNotificationMessage } from "./notifications/message.ts";
export {
  type BillingAgreementEventType,
  billingAgreementEventTypes,
  type NotificationDetails,
  type NotificationType,
  notificationTypeNames,
  notificationTypeOf,
  notificationTypes,
} from "./notifications/types.ts";
export { defineOperation, type Operation, type Recovery, type RequestOf, type ResponseOf } from "./operation.ts";
export {
  type ImitatedOperationName,
  isImitated,
  isOperationName,
  type OperationName,
  operationNames,
  operations,
} from "./operations.ts";
export {
  readSimulation,
  type Simulation,
  type SimulationName,
  simulationFieldOf,
  simulationNames,
  simulations,
  simulationsAreHonoured,
  writeSimulation,
} from "./simulations.ts";
export { authorizationDetails } from "./structures/authorization.ts";
export {
  billingAgreementDetails,
  billingAgreementLimits,
  billingAgreementStatus,
} from "./structures/billing-agreement.ts";
export { captureDetails } from "./structures/capture.ts";
export { address } from "./structures/common.ts";
export { listedOrderReference, orderReferenceDetails } from "./structures/order-reference.ts";
export { refundDetails } from "./structures/refund.ts";
export * from "./tables/constraints.ts";
export * from "./tables/errors.ts";
export * from "./tables/evidence.ts";
export * from "./tables/life-cycles.ts";
export * from "./tables/limits.ts";
export * from "./tables/quotas.ts";
export * from "./tables/reasons.ts";
export * from "./tables/regions.ts";
export { type FormParameter, formatForm, formParametersMax, parseForm } from "./wire/form.ts";
export { parameterNames } from "./wire/parameter-names.ts";
export { readFields } from "./wire/read-values.ts";
export { type RequestReading, readRequest, writeRequest } from "./wire/request.ts";
export { apiNamespace, type ReadError, readError, readResponse, writeError, writeResponse } from "./wire/response.ts";
export {
  type CommonParameters,
  commonParameters,
  encode,
  type SignatureMethod,
  sign,
  signatureMethods,
  stringToSign,
  stringToSignOf,
} from "./wire/signature.ts";
export { formatTimestamp, formatWholeSeconds, parseTimestamp } from "./wire/timestamp.ts";
export { writeFields } from "./wire/write-values.ts";
export { kindWords, reasonWords, stateWords, type Words, wordsOfReason, wordsOfState } from "./words.ts";
export { childOf, readXml, type XmlElement, type XmlLimits, xmlLimits } from "./xml/read.ts";
export { escapeText, isXmlText, textElement } from "./xml/write.ts";
