// Japanese texts as they come over the wire, each with its percent-encoding as another implementation (Python's urllib)
// writes it. No real person, place or number.
export interface CorpusText {
  readonly what: string;
  readonly use: "name" | "place" | "number" | "note";
  readonly text: string;
  readonly encoded: string;
}

export const texts: readonly CorpusText[] = [
  {
    what: "a family and a given name",
    use: "name",
    text: "山田 太郎",
    encoded: "%E5%B1%B1%E7%94%B0%20%E5%A4%AA%E9%83%8E",
  },
  {
    what: "a name with a full-width space",
    use: "name",
    text: "鈴木　花子",
    encoded: "%E9%88%B4%E6%9C%A8%E3%80%80%E8%8A%B1%E5%AD%90",
  },
  {
    what: "a name with variant characters",
    use: "name",
    text: "髙﨑 濵子",
    encoded: "%E9%AB%99%EF%A8%91%20%E6%BF%B5%E5%AD%90",
  },
  {
    what: "a character above U+FFFF in a name",
    use: "name",
    text: "𠮷野 太郎",
    encoded: "%F0%A0%AE%B7%E9%87%8E%20%E5%A4%AA%E9%83%8E",
  },
  {
    what: "a name in half-width kana",
    use: "name",
    text: "ﾔﾏﾀﾞ ﾀﾛｳ",
    encoded: "%EF%BE%94%EF%BE%8F%EF%BE%80%EF%BE%9E%20%EF%BE%80%EF%BE%9B%EF%BD%B3",
  },
  {
    what: "a name in full-width Latin letters",
    use: "name",
    text: "ＹＡＭＡＤＡ　Ｔａｒｏ",
    encoded: "%EF%BC%B9%EF%BC%A1%EF%BC%AD%EF%BC%A1%EF%BC%A4%EF%BC%A1%E3%80%80%EF%BC%B4%EF%BD%81%EF%BD%92%EF%BD%8F",
  },
  { what: "a prefecture", use: "place", text: "東京都", encoded: "%E6%9D%B1%E4%BA%AC%E9%83%BD" },
  {
    what: "a prefecture with a long name",
    use: "place",
    text: "鹿児島県",
    encoded: "%E9%B9%BF%E5%85%90%E5%B3%B6%E7%9C%8C",
  },
  { what: "Hokkaido", use: "place", text: "北海道", encoded: "%E5%8C%97%E6%B5%B7%E9%81%93" },
  {
    what: "an address line with numbers",
    use: "place",
    text: "目黒区下目黒9-9-9",
    encoded: "%E7%9B%AE%E9%BB%92%E5%8C%BA%E4%B8%8B%E7%9B%AE%E9%BB%929-9-9",
  },
  {
    what: "an address line with full-width numbers and a long dash",
    use: "place",
    text: "札幌市中央区北九条西９９－９－９",
    encoded:
      "%E6%9C%AD%E5%B9%8C%E5%B8%82%E4%B8%AD%E5%A4%AE%E5%8C%BA%E5%8C%97%E4%B9%9D%E6%9D%A1%E8%A5%BF%EF%BC%99%EF%BC%99%EF%BC%8D%EF%BC%99%EF%BC%8D%EF%BC%99",
  },
  {
    what: "a building with a middle dot and a floor",
    use: "place",
    text: "サンプル・ビルディング１０Ｆ",
    encoded:
      "%E3%82%B5%E3%83%B3%E3%83%97%E3%83%AB%E3%83%BB%E3%83%93%E3%83%AB%E3%83%87%E3%82%A3%E3%83%B3%E3%82%B0%EF%BC%91%EF%BC%90%EF%BC%A6",
  },
  {
    what: "a company in a circled abbreviation",
    use: "place",
    text: "㈱見本商事 ㌔第２倉庫",
    encoded: "%E3%88%B1%E8%A6%8B%E6%9C%AC%E5%95%86%E4%BA%8B%20%E3%8C%94%E7%AC%AC%EF%BC%92%E5%80%89%E5%BA%AB",
  },
  {
    what: "a place with small kana",
    use: "place",
    text: "茅ヶ崎市鶴ヶ峰",
    encoded: "%E8%8C%85%E3%83%B6%E5%B4%8E%E5%B8%82%E9%B6%B4%E3%83%B6%E5%B3%B0",
  },
  { what: "a postal code", use: "number", text: "153-0064", encoded: "153-0064" },
  { what: "a postal code that begins with zero", use: "number", text: "060-0000", encoded: "060-0000" },
  { what: "a postal code without its dash", use: "number", text: "0600000", encoded: "0600000" },
  { what: "a phone with leading zeros", use: "number", text: "0312345678", encoded: "0312345678" },
  { what: "a mobile phone with dashes", use: "number", text: "090-0000-0000", encoded: "090-0000-0000" },
  { what: "an order number that looks like a number", use: "number", text: "0012345", encoded: "0012345" },
  { what: "a number with an exponent", use: "number", text: "1e5", encoded: "1e5" },
  { what: "a number with a trailing zero", use: "number", text: "10.50", encoded: "10.50" },
  {
    what: "a note with every reserved sign",
    use: "note",
    text: "ご注文 ありがとう!~*()'+&=/",
    encoded: "%E3%81%94%E6%B3%A8%E6%96%87%20%E3%81%82%E3%82%8A%E3%81%8C%E3%81%A8%E3%81%86%21~%2A%28%29%27%2B%26%3D%2F",
  },
  {
    what: "a note that holds markup",
    use: "note",
    text: "<b>熨斗</b> & \"のし\" 'あり' ]]> 済",
    encoded:
      "%3Cb%3E%E7%86%A8%E6%96%97%3C%2Fb%3E%20%26%20%22%E3%81%AE%E3%81%97%22%20%27%E3%81%82%E3%82%8A%27%20%5D%5D%3E%20%E6%B8%88",
  },
  {
    what: "a note with lines",
    use: "note",
    text: "一行目\n二行目\r\n三行目\r四行目\t終",
    encoded:
      "%E4%B8%80%E8%A1%8C%E7%9B%AE%0A%E4%BA%8C%E8%A1%8C%E7%9B%AE%0D%0A%E4%B8%89%E8%A1%8C%E7%9B%AE%0D%E5%9B%9B%E8%A1%8C%E7%9B%AE%09%E7%B5%82",
  },
  {
    what: "a note that holds an escape of its own",
    use: "note",
    text: "&lt;済&gt; &amp;#12354; %E3%81%82 +",
    encoded: "%26lt%3B%E6%B8%88%26gt%3B%20%26amp%3B%2312354%3B%20%25E3%2581%2582%20%2B",
  },
  {
    what: "emoji, one with a joiner and one with a skin tone",
    use: "note",
    text: "🎁 👨‍👩‍👧 👍🏽 ❤️",
    encoded:
      "%F0%9F%8E%81%20%F0%9F%91%A8%E2%80%8D%F0%9F%91%A9%E2%80%8D%F0%9F%91%A7%20%F0%9F%91%8D%F0%9F%8F%BD%20%E2%9D%A4%EF%B8%8F",
  },
  { what: "a flag", use: "note", text: "🇯🇵", encoded: "%F0%9F%87%AF%F0%9F%87%B5" },
  {
    what: "wave dash and full-width tilde, which encodings mix up",
    use: "note",
    text: "10:00〜12:00 ～ −－",
    encoded: "10%3A00%E3%80%9C12%3A00%20%EF%BD%9E%20%E2%88%92%EF%BC%8D",
  },
  {
    what: "yen signs",
    use: "note",
    text: "¥1,000 ￥1,000 \\1,000",
    encoded: "%C2%A51%2C000%20%EF%BF%A51%2C000%20%5C1%2C000",
  },
  {
    what: "kana with a separate voicing mark",
    use: "note",
    text: "\u304b\u3099\u304d\u3099",
    encoded: "%E3%81%8B%E3%82%99%E3%81%8D%E3%82%99",
  },
  {
    what: "era and unit signs",
    use: "note",
    text: "㍻30年 ㍿ ㎏ ℡ ①",
    encoded: "%E3%8D%BB30%E5%B9%B4%20%E3%8D%BF%20%E3%8E%8F%20%E2%84%A1%20%E2%91%A0",
  },
  {
    what: "a braced note that is no simulation",
    use: "note",
    text: '{"おまけ": "有"}',
    encoded: "%7B%22%E3%81%8A%E3%81%BE%E3%81%91%22%3A%20%22%E6%9C%89%22%7D",
  },
];
