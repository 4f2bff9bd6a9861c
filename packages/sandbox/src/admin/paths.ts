// Every route of the admin API by the name of what it does: the one place where method and path stand. The front, the
// OpenAPI description and the typed client read it. No imports: the client takes it into browsers.

/** Names in braces vary. */
export const adminPaths = {
  listSellers: "GET /sellers",
  createSeller: "POST /sellers",
  getSeller: "GET /sellers/{sellerId}",
  updateSeller: "PATCH /sellers/{sellerId}",
  deleteSeller: "DELETE /sellers/{sellerId}",
  resetSeller: "POST /sellers/{sellerId}/reset",
  createKey: "POST /sellers/{sellerId}/keys",
  rotateKeys: "POST /sellers/{sellerId}/keys/rotate",
  updateKey: "PATCH /sellers/{sellerId}/keys/{accessKey}",
  deleteKey: "DELETE /sellers/{sellerId}/keys/{accessKey}",
  createClient: "POST /sellers/{sellerId}/clients",
  getClient: "GET /clients/{clientId}",
  updateClient: "PATCH /clients/{clientId}",
  deleteClient: "DELETE /clients/{clientId}",

  listBuyers: "GET /buyers",
  createBuyer: "POST /buyers",
  getBuyer: "GET /buyers/{buyerId}",
  updateBuyer: "PATCH /buyers/{buyerId}",
  deleteBuyer: "DELETE /buyers/{buyerId}",
  addAddress: "POST /buyers/{buyerId}/addresses",
  addJapaneseAddresses: "POST /buyers/{buyerId}/addresses/japanese",
  replaceAddress: "PUT /buyers/{buyerId}/addresses/{addressId}",
  deleteAddress: "DELETE /buyers/{buyerId}/addresses/{addressId}",
  addCard: "POST /buyers/{buyerId}/cards",
  replaceCard: "PUT /buyers/{buyerId}/cards/{cardId}",
  deleteCard: "DELETE /buyers/{buyerId}/cards/{cardId}",
  createToken: "POST /tokens",

  createOrderReference: "POST /order-references",
  select: "POST /order-references/{amazonOrderReferenceId}/select",
  repairPaymentMethod: "POST /order-references/{amazonOrderReferenceId}/repair",
  listOrders: "GET /orders",
  getObject: "GET /objects/{id}",
  listHistory: "GET /objects/{id}/history",
  listEvents: "GET /objects/{id}/events",
  pressEvent: "POST /objects/{id}/events",

  createBillingAgreement: "POST /billing-agreements",
  listBillingAgreements: "GET /billing-agreements",
  selectForBillingAgreement: "POST /billing-agreements/{amazonBillingAgreementId}/select",
  repairBillingAgreement: "POST /billing-agreements/{amazonBillingAgreementId}/repair",

  createAuthToken: "POST /sellers/{sellerId}/auth-tokens",
  revokeAuthToken: "DELETE /auth-tokens/{mwsAuthToken}",

  getClock: "GET /clock",
  advanceClock: "POST /clock/advance",
  setClock: "POST /clock/set",
  runUntilIdle: "POST /clock/run-until-idle",
  freezeClock: "POST /clock/freeze",
  thawClock: "POST /clock/thaw",

  createFault: "POST /faults",
  listFaults: "GET /faults",
  clearFaults: "DELETE /faults",
  deleteFault: "DELETE /faults/{faultId}",

  listNotices: "GET /notices",
  getNotice: "GET /notices/{noticeId}",
  releaseNotices: "POST /notices/release",
  sendSample: "POST /notices/samples",
  holdNotice: "POST /notices/{noticeId}/hold",
  releaseNotice: "POST /notices/{noticeId}/release",
  delayNotice: "POST /notices/{noticeId}/delay",
  dropNotice: "POST /notices/{noticeId}/drop",
  duplicateNotice: "POST /notices/{noticeId}/duplicate",
  replayNotice: "POST /notices/{noticeId}/replay",
  forgeNotice: "POST /notices/{noticeId}/forge",
  createNoticeRule: "POST /notice-rules",
  listNoticeRules: "GET /notice-rules",
  clearNoticeRules: "DELETE /notice-rules",
  deleteNoticeRule: "DELETE /notice-rules/{ruleId}",

  listRequests: "GET /requests",
  getRequest: "GET /requests/{requestId}",
  clearRequests: "DELETE /requests",

  getSettings: "GET /settings",
  changeSettings: "PATCH /settings",
  getCounts: "GET /counts",
  reset: "POST /reset",
} as const satisfies Record<string, `${"GET" | "POST" | "PUT" | "PATCH" | "DELETE"} /${string}`>;

export type AdminName = keyof typeof adminPaths;

export interface AdminPath {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Below `/admin`. */
  readonly path: string;
  /** The names in its braces. */
  readonly names: readonly string[];
}

export function adminPath(name: AdminName): AdminPath {
  const [method, path] = adminPaths[name].split(" ") as [AdminPath["method"], string];
  return { method, path, names: [...path.matchAll(/\{(\w+)\}/g)].map(([, each]) => each as string) };
}

/** Whether what a route takes beside its path stands in the query instead of a body. */
export const isInQuery = (method: AdminPath["method"]): boolean => method === "GET" || method === "DELETE";
