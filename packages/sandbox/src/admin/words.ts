import type { SandboxErrorCode } from "../errors.ts";

/** What the admin API's refusals say in Japanese; the English texts stand in the table of errors. */
export const problemWords: Readonly<Record<SandboxErrorCode, string>> = {
  UnknownSeller: "この出品者はありません。",
  UnknownClient: "このクライアントIDはありません。",
  UnknownKey: "この出品者に、このアクセスキーはありません。",
  UnknownBuyer: "この購入者はありません。",
  UnknownAddress: "この購入者に、このお届け先はありません。",
  UnknownCard: "この購入者に、このお支払い方法はありません。",
  UnknownObject: "このIDのものはありません。",
  UnknownEvent: "この種類のものに、このできごとはありません。",
  AlreadyExists: "このIDはすでに使われています。",
  NotInThisState: "今の状態では、この操作はできません。",
  StillNeeded: "まだ必要なため、削除できません。",
  TimeOnlyMovesForward: "業務時刻は、前に進めることしかできません。",
  InvalidRequest: "リクエストの形が正しくありません。",
  NotJson: "本文がJSONではありません。",
  RequestTooLarge: "本文が大きすぎます。",
  UnknownRoute: "管理APIに、この経路はありません。",
  ForeignOrigin: "管理APIは、ほかのサイトのページからのリクエストを受け付けません。",
  AdminUnreachable: "管理APIに接続できません。",
  NoAdminApi: "管理APIではないものが応答しました。",
  DataDirInUse: "このデータフォルダーは、別のサンドボックスが使っています。",
  JournalUnreadable: "データフォルダーの記録を再現できません。",
  JournalOfAnotherSeed: "このデータフォルダーは、別のシードから作られています。",
};
