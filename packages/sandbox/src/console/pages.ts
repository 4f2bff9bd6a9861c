/** One page of the console. */
export interface ConsolePage {
  readonly name:
    | "overview"
    | "orders"
    | "object"
    | "requests"
    | "request"
    | "notices"
    | "notice"
    | "faults"
    | "sellers"
    | "buyers";
  readonly path: string;
  /** Which entry of the navigation it stands under; left out: its own name. */
  readonly under?: "orders" | "requests" | "notices";
}

/** Each is filled by the module of its name. */
export const consolePages: readonly ConsolePage[] = [
  { name: "overview", path: "/console" },
  { name: "orders", path: "/console/orders" },
  { name: "object", path: "/console/objects/:id", under: "orders" },
  { name: "requests", path: "/console/requests" },
  { name: "request", path: "/console/requests/:id", under: "requests" },
  { name: "notices", path: "/console/notices" },
  { name: "notice", path: "/console/notices/:id", under: "notices" },
  { name: "faults", path: "/console/faults" },
  { name: "sellers", path: "/console/sellers" },
  { name: "buyers", path: "/console/buyers" },
];

/** What stands in the navigation, in its order. */
export const navigation = ["overview", "orders", "requests", "notices", "faults", "sellers", "buyers"] as const;
