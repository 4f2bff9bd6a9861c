// The address to which Amazon sends its notifications: the raw body, whatever its content type says.
import { envelopeBytesMax } from "@noren-pay/protocol";
import { z } from "zod";
import { intakeOf } from "../notices/intake.ts";
import { ServerError } from "../problem/problem.ts";
import { problemResponses } from "../schemas/common.ts";
import type { App, Services } from "../services.ts";

export async function notifications(app: App, services: Services): Promise<void> {
  const intake = intakeOf(services);
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      "*",
      { parseAs: "buffer", bodyLimit: envelopeBytesMax },
      async (_request: unknown, body: Buffer) => body,
    );
    scope.route({
      method: "POST",
      url: "/amazon/notifications",
      bodyLimit: envelopeBytesMax,
      // Amazon sends again hours later after anything but 200: a burst of notices is no abuse.
      config: { rateLimit: false },
      schema: {
        tags: ["notifications"],
        summary: "Amazon's notifications, verified by their signature",
        security: [],
        response: { 200: z.null().meta({ description: "Stored." }), ...problemResponses },
      },
      async handler(request, reply) {
        if (!Buffer.isBuffer(request.body)) throw new ServerError("noticeMalformed");
        await intake.take(request.body, request.headers);
        return reply
          .code(200)
          .serializer(() => "")
          .send(null);
      },
    });
  });
}
