/** GetOrderReferenceDetails to get-order-reference-details: the name of an operation's files. */
export const kebab = (name: string): string => name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, "-").toLowerCase();
