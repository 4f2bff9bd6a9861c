import { z } from "zod";
import type { SandboxObject, World } from "../world/world.ts";
import { agreementAnswer, agreementView } from "./agreement-view.ts";
import { objectAnswer } from "./schemas.ts";
import { objectView } from "./views.ts";

/** Any object that has a life cycle. */
export const anyObjectAnswer = z.union([objectAnswer, agreementAnswer]);

export const anyObjectView = (world: World, object: SandboxObject): z.input<typeof anyObjectAnswer> =>
  object.kind === "BillingAgreement" ? agreementView(world, object) : objectView(world, object);
