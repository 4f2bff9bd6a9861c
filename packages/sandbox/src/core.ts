// The sandbox without http and without a clock of its own: the world, its due queue and its seeded ids. Everything that
// happens is a command with a business time; the same seed and commands give the same world.
import type { Instant } from "@noren-pay/base";
import {
  type Environment,
  isImitated,
  isOperationName,
  type OperationName,
  operations,
  readRequest,
} from "@noren-pay/protocol";
import { type CommandArgs, type CommandName, type CommandResult, commands } from "./commands/table.ts";
import { tokenOf } from "./commands/tokens.ts";
import { isLive, runDue } from "./due/events.ts";
import { type Notice, NoticeStore } from "./notices/store.ts";
import type { Handler, RequestFor, ResponseFor } from "./operations/handler.ts";
import { handlers } from "./operations/table.ts";
import { type AmazonRefusal, isRefusal, refuse } from "./refusal.ts";
import { defaultSettings, type Settings } from "./settings.ts";
import type { BillingAgreement } from "./world/billing-agreement.ts";
import { causeOfCommand } from "./world/history.ts";
import type { AccessToken, Address, Buyer, Card, Client, OrderReference, Seller } from "./world/objects.ts";
import { seedBuyers, seedSellerName } from "./world/seed.ts";
import { createWorld, objectOf, type SandboxObject, type World } from "./world/world.ts";

/** One line of the journal. `call`: an operation that changed something. */
export type JournalEntry =
  | { readonly do: CommandName; readonly now: Instant; readonly with: unknown }
  | { readonly do: "call"; readonly now: Instant; readonly with: JournaledCall };

export interface JournaledCall {
  readonly sellerId: string;
  readonly environment: Environment;
  readonly action: OperationName;
  readonly request: unknown;
}

/** A call with its request decoded. `environment` left out: Sandbox. */
export interface DecodedCall<O extends OperationName = OperationName> {
  readonly sellerId: string;
  readonly action: O;
  readonly request: RequestFor<O>;
  readonly environment?: Environment | undefined;
  readonly now: Instant;
}

/** A call as its parameters came, to be read by the operation's table. */
export interface WireCall {
  readonly sellerId: string;
  readonly action: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly environment?: Environment | undefined;
  readonly now: Instant;
}

export interface CoreOptions {
  readonly seed?: string | undefined;
  readonly settings?: Partial<Settings> | undefined;
  /** Business time of the seeded sellers and buyers. */
  readonly start?: Instant | undefined;
}

type At<T> = T & { readonly now: Instant };

export class SandboxCore {
  readonly seed: string;
  /** Hears of every accepted command that changed something, after it did. */
  onAccepted: ((entry: JournalEntry) => void) | undefined;
  #world: World;
  #settings: Settings;
  #defaultSellerId: string;

  constructor({ seed = "noren", settings = {}, start = 0 }: CoreOptions = {}) {
    this.seed = seed;
    this.#settings = { ...defaultSettings, ...settings };
    this.#world = newWorld(seed, this.#settings, start);
    this.#defaultSellerId = [...this.#world.sellers.keys()][0] as string;
  }

  /** The state itself, for reading. */
  get world(): World {
    return this.#world;
  }

  get settings(): Settings {
    return this.#world.settings;
  }

  /** The seller that every fresh sandbox has. */
  get defaultSeller(): Seller {
    return this.#world.sellers.get(this.#defaultSellerId) as Seller;
  }

  /** What a reset starts with, when not what this core was made with. */
  useAtReset(settings: Settings): void {
    this.#settings = settings;
  }

  /** Makes everything as it was at the start, at the business time `start`; left out: the present one. */
  reset(start: Instant = this.#world.now): void {
    this.#world = newWorld(this.seed, this.#settings, start);
    this.#defaultSellerId = [...this.#world.sellers.keys()][0] as string;
  }

  /** Does an operation of the API. A refusal is an answer and changes nothing. */
  call<O extends OperationName>(call: DecodedCall<O>): ResponseFor<O> | AmazonRefusal;
  call(call: WireCall): ResponseFor<OperationName> | AmazonRefusal;
  call(call: DecodedCall | WireCall): ResponseFor<OperationName> | AmazonRefusal {
    const world = this.#world;
    runDue(world, call.now);
    const seller = world.sellers.get(call.sellerId);
    if (!seller) return refuse("AccessDenied");
    const { action, environment = "Sandbox" } = call;
    if (!seller.active && action !== "GetMerchantAccountStatus") return refuse("InvalidAccountStatus");
    if (!isOperationName(action)) return refuse("InvalidAddress", `The action ${action} is not known.`);
    if (!isImitated(action)) return refuse("InvalidAddress", `${action} is not imitated by the Noren sandbox.`);
    const reading =
      "request" in call
        ? { ok: true as const, request: call.request }
        : readRequest(operations[action], call.parameters);
    if (!reading.ok) return refuse("InvalidParameterValue", `The parameter ${reading.field} ${reading.problem}.`);
    const { request } = reading;
    world.history.cause = { by: "api", name: action };
    const answer = (handlers[action] as Handler<OperationName>)(world, { seller, environment }, request as never);
    if (this.onAccepted && !isRefusal(answer) && operations[action].recovery !== "repeat") {
      const entry = { sellerId: call.sellerId, environment, action, request };
      this.onAccepted({ do: "call", now: world.now, with: entry });
    }
    return answer;
  }

  /** Does a command of the admin API, a page or a person. Throws SandboxError. */
  command<C extends CommandName>(name: C, { now, ...args }: At<CommandArgs<C>>): CommandResult<C> {
    runDue(this.#world, now);
    const run = commands[name] as (world: World, args: unknown) => CommandResult<C>;
    this.#world.history.cause = causeOfCommand(name, args);
    const result = run(this.#world, args);
    this.onAccepted?.({ do: name, now: this.#world.now, with: args });
    return result;
  }

  /** Does once more what a journal holds, without telling anybody. */
  replay(entry: JournalEntry): void {
    const { onAccepted } = this;
    this.onAccepted = undefined;
    try {
      if (entry.do === "call") this.call({ ...(entry.with as DecodedCall), now: entry.now });
      else this.command(entry.do, { ...(entry.with as CommandArgs<CommandName>), now: entry.now } as never);
    } finally {
      this.onAccepted = onAccepted;
    }
  }

  /** Lets everything due at or before `until` happen, in order. */
  runDue(until: Instant): void {
    runDue(this.#world, until);
  }

  /** When something is next due: an event, or a notice to be sent. */
  nextDue(): Instant | undefined {
    return earlier(this.#world.due.nextDue(), this.#world.notices.nextDue());
  }

  /** As `nextDue`, but for lifetimes and notices that are tried again: when work under way goes on. */
  nextWorkDue(): Instant | undefined {
    const due = this.#world.notices.nextDue();
    const isRetry = due !== undefined && due > this.#world.now + this.#world.settings.noticeDelayMs;
    return earlier(this.#world.due.nextWorkDue(), isRetry ? undefined : due);
  }

  /** The next notice to be sent at or before `now`; report how it went with `command("noticeAttempted", …)`. */
  takeNotice(now: Instant): Notice | undefined {
    runDue(this.#world, now);
    return this.#world.notices.take(now);
  }

  // What the buyer's pages and Login with Amazon need.

  findClient(clientId: string): Client | undefined {
    return this.#world.clients.get(clientId);
  }

  /** The buyer with this e-mail address and password. */
  signIn(email: string, password: string): Buyer | undefined {
    const buyer = this.#world.buyersByEmail.get(email.trim().toLowerCase());
    return buyer?.password === password ? buyer : undefined;
  }

  buyer(buyerId: string): Buyer | undefined {
    return this.#world.buyers.get(buyerId);
  }

  issueToken(args: At<CommandArgs<"issueToken">>): AccessToken {
    return this.command("issueToken", args);
  }

  /** A token that is still good at `now`. */
  tokenOf(text: string, now: Instant): AccessToken | undefined {
    return tokenOf(this.#world, text, now);
  }

  createDraft(args: At<CommandArgs<"createDraft">>): OrderReference {
    return this.command("createDraft", args);
  }

  selectAddress(args: At<CommandArgs<"selectAddress">>): OrderReference {
    return this.command("selectAddress", args);
  }

  selectPaymentMethod(args: At<CommandArgs<"selectPaymentMethod">>): OrderReference {
    return this.command("selectPaymentMethod", args);
  }

  addressesOf(buyerId: string): Address[] {
    return [...(this.#world.buyers.get(buyerId)?.addresses.values() ?? [])];
  }

  cardsOf(buyerId: string): Card[] {
    return [...(this.#world.buyers.get(buyerId)?.cards.values() ?? [])];
  }

  /** As it stands at `now`. */
  orderReference(id: string, now: Instant): OrderReference | undefined {
    runDue(this.#world, now);
    return this.#world.orderReferences.get(id);
  }

  /** As it stands at `now`. */
  billingAgreement(id: string, now: Instant): BillingAgreement | undefined {
    runDue(this.#world, now);
    return this.#world.billingAgreements.get(id);
  }

  /** Any order reference, authorization, capture, refund or billing agreement. */
  object(id: string, now: Instant): SandboxObject | undefined {
    runDue(this.#world, now);
    return objectOf(this.#world, id);
  }
}

function earlier(a: Instant | undefined, b: Instant | undefined): Instant | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return Math.min(a, b);
}

function newWorld(seed: string, settings: Settings, start: Instant): World {
  const world = createWorld(seed, settings, { isLive, notices: new NoticeStore(seed) });
  world.now = start;
  commands.createSeller(world, { storeName: seedSellerName });
  for (const buyer of seedBuyers) commands.createBuyer(world, buyer);
  return world;
}
