import { describe, expect, test } from "vitest";
import type { PersonalData } from "../../model/snapshots.ts";
import { holds, normalizedName, normalizedPhone, searchedTokens, tokensOf } from "./search-tokens.ts";

const token = (text: string) => Buffer.from(text);
const buyer: PersonalData = {
  name: "山田　花子",
  email: "Hanako@Example.com",
  phone: "+81 90-1234-5678",
  address: { name: "ﾔﾏﾀﾞ ﾊﾅｺ", phone: "０３−１２３４−５６７８" },
};
const stored = new Set(tokensOf(buyer, token).map(String));
const finds = (search: string) => {
  const wanted = searchedTokens(search, token).map(String);
  return wanted.length > 0 && wanted.every((each) => stored.has(each)) && holds(buyer, search);
};

describe("a buyer", () => {
  const found = [
    "山田",
    "田 花",
    "山田花子",
    "ヤマダ",
    "やまだ はなこ",
    "hanako@example.COM",
    "09012345678",
    "+819012345678",
    "03-1234-5678",
  ];
  test.each(found)("is found by %j", (search) => expect(finds(search)).toBe(true));

  const notFound = ["山", "花山", "田子", "hanako@example", "anako@example.com", "0901234567", "12345678", ""];
  test.each(notFound)("is not found by %j", (search) => expect(finds(search)).toBe(false));

  test("whose name only shares all pairs of characters is not found", () => {
    const other: PersonalData = { name: "花子花山田花" };
    const wanted = searchedTokens("山田花子花", token).map(String);
    const tokens = new Set(tokensOf(other, token).map(String));
    expect(wanted.every((each) => tokens.has(each))).toBe(true);
    expect(holds(other, "山田花子花")).toBe(false);
  });
});

describe("normal forms", () => {
  test.each([
    ["+81 90 1234 5678", "09012345678"],
    ["+81 (0)90-1234-5678", "09012345678"],
    ["090-1234-5678", "09012345678"],
    ["０９０１２３４５６７８", "09012345678"],
  ])("the phone %s is %s", (given, normal) => expect(normalizedPhone(given)).toBe(normal));

  test.each([
    ["やまだ", "ヤマダ"],
    ["ﾔﾏﾀﾞ", "ヤマダ"],
    ["Ｙａｍａｄａ　Taro", "yamadataro"],
  ])("the name %s is %s", (given, normal) => expect(normalizedName(given)).toBe(normal));
});
