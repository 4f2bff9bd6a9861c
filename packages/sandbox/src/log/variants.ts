// Slips that callers make when they sign, one row each. Each row gives the ways in which the signature would have been
// made by that slip; the first that gives the signature that came is the reason why.
import { apiPaths, regions, type SignatureMethod } from "@noren-pay/protocol";
import { inOrder, type SignedAttempt, type SignedPair } from "./signed-attempt.ts";

/** What the sandbox knows beside the call itself. */
export interface Knowledge {
  /** The Host header. */
  readonly hostHeader: string;
  /** Parameters in the order in which they came, Signature included. */
  readonly came: readonly SignedPair[];
  readonly accessKey: string;
  /** Every other secret key that the sandbox has given, and whose it is. */
  readonly otherKeys: readonly { readonly accessKey: string; readonly secretKey: string }[];
}

export interface Way {
  readonly bent: Partial<SignedAttempt>;
  /** What is particular to this way: the host that was signed, whose key it was. Never a secret. */
  readonly detail?: string;
}

export interface Variant {
  readonly name: string;
  /** Slips of one part exclude each other. */
  readonly part: "host" | "path" | "verb" | "encoding" | "order" | "key" | "algorithm" | "sending" | "lines";
  readonly en: string;
  readonly ja: string;
  readonly ways: (right: SignedAttempt, known: Knowledge) => readonly Way[];
}

const upper = (text: string) => text.replace(/%[0-9a-fA-F]{2}/g, (hex) => hex.toUpperCase());
const lower = (text: string) => text.replace(/%[0-9a-fA-F]{2}/g, (hex) => hex.toLowerCase());
const written = (encodeOne: (text: string) => string) => (pair: SignedPair) =>
  `${encodeOne(pair.name)}=${encodeOne(pair.value)}`;
/** What `encodeURIComponent` leaves as it is, Amazon wants encoded. It throws on a lone surrogate. */
const component = (text: string) => encodeURIComponent(Buffer.from(text, "utf8").toString("utf8"));
const latin1 = (text: string) =>
  Array.from(Buffer.from(text, "latin1"), (byte) => `%${byte.toString(16).padStart(2, "0")}`)
    .join("")
    .replace(/%([0-9a-f]{2})/g, (hex, code: string) => {
      const character = String.fromCharCode(Number.parseInt(code, 16));
      return /[A-Za-z0-9\-_.~]/.test(character) ? character : upper(hex);
    });

const hostsOf = ({ hostHeader }: Knowledge): string[] => {
  const name = hostHeader.replace(/:\d+$/, "");
  const port = /:\d+$/.exec(hostHeader)?.[0] ?? "";
  const amazons = [...new Set(Object.values(regions).map(({ host }) => host))];
  const own = ["localhost", "127.0.0.1", "[::1]"].flatMap((each) => [each, `${each}${port}`]);
  return [...amazons, "mws.amazonservices.ca", "mws.amazonaws.com", ...own].filter((host) => host !== name);
};

export const variants: readonly Variant[] = [
  {
    name: "signatureNotEncoded",
    part: "sending",
    en: "The signature was right, but was sent without percent-encoding: its + arrived as a space.",
    ja: "署名は正しいのですが、パーセントエンコードされずに送られたため、+ が空白になりました。",
    ways: () => [{ bent: { send: (base64) => base64.replaceAll("+", " ") } }],
  },
  {
    name: "signatureEncodedTwice",
    part: "sending",
    en: "The signature was right, but was percent-encoded twice.",
    ja: "署名は正しいのですが、2回パーセントエンコードされています。",
    ways: () => [{ bent: { send: component } }],
  },
  {
    name: "signatureInHex",
    part: "sending",
    en: "The signature was sent in hex or base64url; it must be plain base64.",
    ja: "署名が16進数、またはbase64urlで送られています。通常のbase64にしてください。",
    ways: () => [
      { bent: { send: (base64) => Buffer.from(base64, "base64").toString("hex") }, detail: "hex" },
      { bent: { send: (base64) => Buffer.from(base64, "base64").toString("hex").toUpperCase() }, detail: "hex" },
      { bent: { send: (base64) => Buffer.from(base64, "base64").toString("base64url") }, detail: "base64url" },
      { bent: { send: (base64) => base64.replace(/=+$/, "") }, detail: "base64 without =" },
    ],
  },
  {
    name: "otherPort",
    part: "host",
    en: "Another port was signed than the Host header says.",
    ja: "Hostヘッダーとは違うポートが署名されています。",
    ways: ({ host }) =>
      [":80", ":443"].map((port) => ({
        bent: { host: host.replace(/:\d+$/, "") + port },
        detail: host.replace(/:\d+$/, "") + port,
      })),
  },
  {
    name: "hostWithScheme",
    part: "host",
    en: "A whole address was signed instead of the host.",
    ja: "ホスト名ではなく、URL全体が署名されています。",
    ways: ({ host }) =>
      [`https://${host}`, `https://${host}/`, `http://${host}/`, `//${host}`].map((each) => ({
        bent: { host: each },
        detail: each,
      })),
  },
  {
    name: "hostNotLowerCase",
    part: "host",
    en: "The host was signed in capitals; it must be in small letters.",
    ja: "ホスト名が大文字で署名されています。小文字にしてください。",
    ways: ({ host }, { hostHeader }) => [
      { bent: { host: host.toUpperCase() } },
      { bent: { host: hostHeader } },
      { bent: { host: hostHeader.replace(/:\d+$/, "") } },
    ],
  },
  {
    name: "otherHost",
    part: "host",
    en: "Another host was signed than the one that was called.",
    ja: "呼び出したホストとは別のホストが署名されています。",
    ways: (_, known) => hostsOf(known).map((host) => ({ bent: { host }, detail: host })),
  },
  {
    name: "noHost",
    part: "host",
    en: "No host was signed.",
    ja: "ホスト名が署名されていません。",
    ways: () => [{ bent: { host: "" } }],
  },
  {
    name: "trailingSlash",
    part: "path",
    en: "The path was signed with a slash at its end and called without one, or the other way round.",
    ja: "パスの末尾のスラッシュが、署名と呼び出しとで違います。",
    ways: ({ path }) => [{ bent: { path: path.endsWith("/") ? path.slice(0, -1) : `${path}/` } }],
  },
  {
    name: "otherPath",
    part: "path",
    en: "Another path was signed than the one that was called.",
    ja: "呼び出したパスとは別のパスが署名されています。",
    ways: ({ path }) =>
      ["/", "", apiPaths.Live, apiPaths.Sandbox, `${apiPaths.Live}/`, `${apiPaths.Sandbox}/`, path.slice(1)]
        .filter((each) => each !== path)
        .map((each) => ({ bent: { path: each }, detail: each || "no path" })),
  },
  {
    name: "otherVerb",
    part: "verb",
    en: "Another verb was signed than the request has.",
    ja: "リクエストとは別のメソッドが署名されています。",
    ways: ({ verb }) =>
      ["GET", "POST", verb.toLowerCase()]
        .filter((each) => each !== verb)
        .map((each) => ({ bent: { verb: each }, detail: each })),
  },
  {
    name: "plusForSpace",
    part: "encoding",
    en: "Spaces were signed as +; they must be %20.",
    ja: "空白が + で署名されています。%20 にしてください。",
    ways: () => [{ bent: { encode: ({ canonical }) => canonical.replaceAll("%20", "+") } }],
  },
  {
    name: "lowerCaseHex",
    part: "encoding",
    en: "Percent escapes were signed in small letters; they must be in capitals.",
    ja: "パーセントエンコードが小文字で署名されています。大文字にしてください。",
    ways: () => [{ bent: { encode: ({ canonical }) => lower(canonical) } }],
  },
  {
    name: "marksNotEncoded",
    part: "encoding",
    en: "Some of ! ' ( ) * were signed as they are, or ~ was encoded: encode by RFC 3986.",
    ja: "! ' ( ) * がそのまま署名されているか、~ がエンコードされています。RFC 3986に従ってください。",
    ways: () => [
      {
        bent: { encode: ({ canonical }) => canonical.replace(/%(21|27|28|29|2A)/g, decodeURIComponent) },
        detail: "encodeURIComponent",
      },
      { bent: { encode: ({ canonical }) => canonical.replaceAll("%2A", "*") }, detail: "* as it is" },
      { bent: { encode: ({ canonical }) => canonical.replaceAll("~", "%7E") }, detail: "~ encoded" },
      {
        bent: { encode: ({ canonical }) => canonical.replaceAll("%20", "+").replaceAll("~", "%7E") },
        detail: "urlencode of PHP",
      },
      {
        bent: {
          encode: ({ canonical }) => canonical.replaceAll("%20", "+").replaceAll("%2A", "*").replaceAll("~", "%7E"),
        },
        detail: "URLEncoder of Java",
      },
    ],
  },
  {
    name: "slashNotEncoded",
    part: "encoding",
    en: "/ or : was signed as it is; it must be encoded.",
    ja: "/ や : がそのまま署名されています。エンコードしてください。",
    ways: () => [
      { bent: { encode: ({ canonical }) => canonical.replaceAll("%2F", "/") }, detail: "/" },
      { bent: { encode: ({ canonical }) => canonical.replaceAll("%3A", ":") }, detail: ":" },
      {
        bent: { encode: ({ canonical }) => canonical.replaceAll("%3A", ":").replaceAll("%2F", "/") },
        detail: ": and /",
      },
    ],
  },
  {
    name: "encodedTwice",
    part: "encoding",
    en: "Values were percent-encoded twice, in the signed text or in the request.",
    ja: "署名対象、またはリクエストで、値が2回パーセントエンコードされています。",
    ways: ({ pairs }) => [
      { bent: { encode: ({ canonical }) => canonical.replaceAll("%", "%25") }, detail: "in the signed text" },
      ...(pairs.some(({ value }) => /%[0-9a-fA-F]{2}/.test(value))
        ? [
            {
              bent: { encode: ({ name, value }: SignedPair) => `${component(name)}=${value}` },
              detail: "in the request",
            },
          ]
        : []),
    ],
  },
  {
    name: "notEncoded",
    part: "encoding",
    en: "Names and values were signed without percent-encoding.",
    ja: "名前と値が、パーセントエンコードされずに署名されています。",
    ways: () => [{ bent: { encode: written((text) => text) } }],
  },
  {
    name: "latin1",
    part: "encoding",
    en: "Another character set was signed than was sent: sign and send UTF-8.",
    ja: "署名と送信とで文字コードが違います。どちらもUTF-8にしてください。",
    ways: () => [
      { bent: { encode: written(latin1) }, detail: "signed in Latin-1, sent in UTF-8" },
      { bent: { encode: written((text) => upper(component(text))) }, detail: "signed in UTF-8, sent in Latin-1" },
    ],
  },
  {
    name: "emptyLeftOut",
    part: "order",
    en: "Parameters without a value were sent but not signed.",
    ja: "値のないパラメーターが、送られているのに署名されていません。",
    ways: ({ pairs }) => [{ bent: { pairs: pairs.filter(({ value }) => value !== "") } }],
  },
  {
    name: "notSorted",
    part: "order",
    en: "The parameters were not signed in the order of their bytes.",
    ja: "パラメーターが、バイト順に並べられずに署名されています。",
    ways: ({ pairs }, { came }) => {
      const unsigned = came.filter(({ name }) => name !== "Signature");
      const folded = (a: SignedPair, b: SignedPair) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1);
      return [
        { bent: { pairs: unsigned }, detail: "as they were sent" },
        { bent: { pairs: [...pairs].sort(folded) }, detail: "without regard to capitals" },
        { bent: { pairs: [...pairs].reverse() }, detail: "backwards" },
      ];
    },
  },
  {
    name: "notAllSigned",
    part: "order",
    en: "A parameter was sent that was not signed, or was added on the way.",
    ja: "署名されていないパラメーターが送られています。途中で追加された可能性もあります。",
    ways: ({ pairs }) =>
      pairs.map(({ name }, left) => ({
        bent: { pairs: pairs.filter((_, at) => at !== left) },
        detail: name.slice(0, 100),
      })),
  },
  {
    name: "signatureSigned",
    part: "order",
    en: "An empty Signature was signed too.",
    ja: "空のSignatureも署名に含まれています。",
    ways: ({ pairs }) => [
      { bent: { pairs: inOrder([...pairs, { name: "Signature", value: "", canonical: "Signature=" }]) } },
    ],
  },
  {
    name: "otherAlgorithm",
    part: "algorithm",
    en: "Another algorithm signed than SignatureMethod says.",
    ja: "SignatureMethodとは別のアルゴリズムで署名されています。",
    ways: ({ algorithm }) => {
      const other: SignatureMethod = algorithm === "HmacSHA1" ? "HmacSHA256" : "HmacSHA1";
      return [{ bent: { algorithm: other }, detail: other }];
    },
  },
  {
    name: "keyWithSpace",
    part: "key",
    en: "The secret key has white space around it.",
    ja: "シークレットキーの前後に空白や改行があります。",
    ways: ({ secretKey }) =>
      [" ", "\n", "\r\n", "\r", "\t"].flatMap((space) => [
        { bent: { secretKey: secretKey + space } },
        { bent: { secretKey: space + secretKey } },
      ]),
  },
  {
    name: "accessKeyAsSecret",
    part: "key",
    en: "The access key was used as the secret key, or none was.",
    ja: "シークレットキーの代わりにアクセスキーが使われているか、キーが空です。",
    ways: (_, { accessKey }) => [{ bent: { secretKey: accessKey } }, { bent: { secretKey: "" }, detail: "no key" }],
  },
  {
    name: "otherKey",
    part: "key",
    en: "Another access key's secret key signed.",
    ja: "別のアクセスキーのシークレットキーで署名されています。",
    ways: (_, { otherKeys }) =>
      otherKeys.map(({ accessKey, secretKey }) => ({ bent: { secretKey }, detail: `that of ${accessKey}` })),
  },
  {
    name: "otherLineEnds",
    part: "lines",
    en: "The four lines of the signed text were not joined by line feeds alone.",
    ja: "署名対象の4行が、LFだけで区切られていません。",
    ways: () => [
      { bent: { lineEnd: "\r\n" }, detail: "CR LF" },
      { bent: { lineEnd: "" }, detail: "nothing" },
      { bent: { lineEnd: "\\n" }, detail: "a backslash and n" },
      { bent: { ends: "\n" }, detail: "a further one at the end" },
    ],
  },
];
