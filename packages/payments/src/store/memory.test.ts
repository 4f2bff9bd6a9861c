import { storeContract } from "./contract.ts";
import { memoryStore } from "./memory.ts";

storeContract("the memory store", async () => {
  let wall = 1_000_000;
  return {
    store: memoryStore({ clock: { wall: () => wall } }),
    passWall: async (ms) => {
      wall += ms;
    },
  };
});
