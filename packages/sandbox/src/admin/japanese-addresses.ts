// Addresses that have broken shops: each for one reason. All are composed; block numbers do not exist.
import type { AddressFields } from "../world/objects.ts";

export const japaneseAddresses: readonly AddressFields[] = [
  // Characters beyond the basic plane and beyond JIS X 0208, in the name too.
  { Name: "𠮷野 髙志", PostalCode: "604-0000", StateOrRegion: "京都府", AddressLine1: "京都市中京区𠮷祥町99-9" },
  { Name: "渡邉 﨑子", PostalCode: "862-0000", StateOrRegion: "熊本県", AddressLine1: "熊本市中央区架空町9丁目9-9" },
  // Street names of Kyoto: long, with a direction.
  {
    PostalCode: "604-0000",
    StateOrRegion: "京都府",
    AddressLine1: "京都市中京区烏丸通御池下る虎屋町999番地",
    AddressLine2: "見本烏丸御池ビルヂング　東棟　10階1001号室",
  },
  // No block number at all; a hamlet and a name.
  { PostalCode: "920-0000", StateOrRegion: "石川県", AddressLine1: "鳳珠郡架空町字見本ロ部 無番地" },
  // Oaza, aza and a number in characters.
  { PostalCode: "037-0000", StateOrRegion: "青森県", AddressLine1: "五所川原市大字架空字見本九百九十九番地の九" },
  // Hokkaido's grid.
  { PostalCode: "070-0000", StateOrRegion: "北海道", AddressLine1: "旭川市架空十条九十九丁目右9号" },
  // A district town with a ward-like part, and an island.
  { PostalCode: "100-2100", StateOrRegion: "東京都", AddressLine1: "小笠原村父島字架空999" },
  { PostalCode: "907-1800", StateOrRegion: "沖縄県", AddressLine1: "八重山郡与那国町字架空9999" },
  // The same dash in six spellings.
  { PostalCode: "1000000", StateOrRegion: "東京都", AddressLine1: "千代田区架空９－９‐９―９−９ー９" },
  // Full-width digits and letters, half-width kana.
  {
    PostalCode: "５３０－００００",
    StateOrRegion: "大阪府",
    AddressLine1: "大阪市北区架空１丁目",
    AddressLine2: "ﾐﾎﾝﾋﾞﾙ　Ｂ１Ｆ",
  },
  // Circled and Roman numerals, squared words: all change under NFKC.
  {
    PostalCode: "460-0000",
    StateOrRegion: "愛知県",
    AddressLine1: "名古屋市中区架空①-②",
    AddressLine2: "㈱見本 第Ⅲビル ㍿",
  },
  // Wave dash and full-width tilde.
  {
    PostalCode: "810-0000",
    StateOrRegion: "福岡県",
    AddressLine1: "福岡市中央区架空9～11",
    AddressLine2: "見本〜パレス",
  },
  // Two rivers' kana and the small ke of place names.
  { PostalCode: "210-0000", StateOrRegion: "神奈川県", AddressLine1: "川崎市川崎区霞ヶ関架空ヶ丘ケ9" },
  // As long as a line may be.
  {
    Name: "寿限無寿限無五劫の擦り切れ海砂利水魚の水行末",
    PostalCode: "160-0000",
    StateOrRegion: "東京都",
    AddressLine1: "新宿区架空新宿見本町九十九丁目九百九十九番九十九号",
    AddressLine2: "グランドシンフォニーロイヤルパレスサンプルタワーレジデンス・ザ・ノースウイング9999号室",
    AddressLine3: "架空商事株式会社　東日本営業本部　第二営業部　通信販売課　御中",
  },
  // No prefecture; the whole address in one line.
  { PostalCode: "650-0000", AddressLine1: "兵庫県神戸市中央区架空通9丁目9番9号 見本荘101" },
  // Only a postal code and a line; nobody's name but a company's.
  { Name: "（有）見本商店", PostalCode: "730-0000", StateOrRegion: "広島県", AddressLine1: "広島市中区架空9-9-9" },
  // Latin letters throughout.
  {
    Name: "Taro Yamada",
    PostalCode: "231-0000",
    StateOrRegion: "Kanagawa",
    AddressLine1: "9-9-9 Kaku-cho, Naka-ku, Yokohama",
  },
  // Combining marks: the same kana in two parts.
  {
    Name: "か\u3099く は\u309Aん",
    PostalCode: "980-0000",
    StateOrRegion: "宮城県",
    AddressLine1: "仙台市青葉区架空9-9",
  },
  // What has to be escaped: in XML, in HTML, in CSV and in a spreadsheet.
  { Name: "=O'Brien & <Sons>", PostalCode: "900-0000", StateOrRegion: "沖縄県", AddressLine1: '那覇市架空9-9,"角"' },
  // A field office: care of somebody else.
  {
    PostalCode: "390-0000",
    StateOrRegion: "長野県",
    AddressLine1: "松本市架空9-9-9",
    AddressLine2: "見本旅館内　田中様方",
    AddressLine3: "気付",
  },
];
