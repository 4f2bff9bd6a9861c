import { describe, expect, test } from "vitest";
import { parameterNames } from "../wire/parameter-names.ts";
import { capture } from "./capture.ts";
import { getCaptureDetails } from "./get-capture-details.ts";

describe("GetCaptureDetails", () => {
  test("takes the parameters of the reference", () =>
    expect(parameterNames(getCaptureDetails.request)).toEqual(["AmazonCaptureId"]));
  test("reads in any state, and may be repeated", () =>
    expect([getCaptureDetails.needs, getCaptureDetails.recovery, getCaptureDetails.quota]).toEqual([
      {},
      "repeat",
      "read",
    ]));
  test("answers as Capture does", () =>
    expect(getCaptureDetails.response.CaptureDetails).toBe(capture.response.CaptureDetails));
  test("knows one error of its own", () => expect(getCaptureDetails.errors).toEqual(["InvalidTransactionId"]));
});
