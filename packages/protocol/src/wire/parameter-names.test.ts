import { describe, expect, test } from "vitest";
import { operationNames, operations } from "../operations.ts";
import { parameterNames } from "./parameter-names.ts";

describe("parameter names", () => {
  for (const name of operationNames)
    test(`of ${name} stand once each, and none is a common one`, () => {
      const names = parameterNames(operations[name].request);
      expect(new Set(names).size).toBe(names.length);
      for (const common of ["AWSAccessKeyId", "Action", "SellerId", "Signature", "Timestamp", "Version"])
        expect(names).not.toContain(common);
    });
});
