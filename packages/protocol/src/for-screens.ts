// The door for screens (`@noren-pay/protocol/words`): data alone, so that a browser's bundle takes in nothing of the wire.
export * from "./tables/life-cycles.ts";
export { kindWords, reasonWords, stateWords, type Words, wordsOfReason, wordsOfState } from "./words.ts";
