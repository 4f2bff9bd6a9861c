// Who may do what. API keys carry rights; people carry a role, which is a set of rights.

export const rights = ["read", "write", "refund", "time"] as const;
export type Right = (typeof rights)[number];
export const isRight = (text: string): text is Right => (rights as readonly string[]).includes(text);

/** `write`: place, ship, cancel, close, authorize again. `time`: move a sandbox's time. */
export const roles = {
  owner: ["read", "write", "refund", "time"],
  support: ["read", "write", "refund"],
  shipping: ["read", "write"],
  accounting: ["read"],
} as const satisfies Record<string, readonly Right[]>;

export type Role = keyof typeof roles;

/** The rights of a role; none of an unknown one. */
export const rightsOf = (role: string): readonly Right[] => (Object.hasOwn(roles, role) ? roles[role as Role] : []);
