import { here } from "./here.js";

// The button's picture: the sandbox's own, plainly not Amazon's. A shop's style sheet sees an ordinary image.

const heights = { small: 34, medium: 45, large: 56, "x-large": 68 };
const colors = {
  Gold: { cloth: "#f2e3c2", ink: "#16305a", edge: "#16305a" },
  LightGray: { cloth: "#eceae6", ink: "#16305a", edge: "#6b6f76" },
  DarkGray: { cloth: "#2b3038", ink: "#ffffff", edge: "#2b3038" },
};
const labels = {
  ja: { pay: "Amazonアカウントでお支払い", login: "Amazonアカウントでログイン", mark: "Noren サンドボックス" },
  en: { pay: "Amazon Pay", login: "Login with Amazon", mark: "Noren sandbox" },
};
const proportion = 4.9;

/** `{ src, height, label }` for a button's options. Unknown values give the defaults, never an error. */
export function buttonPicture({ type, color, size, language } = {}) {
  const words = /^ja/i.test(language || (here.region === "jp" ? "ja" : "en")) ? labels.ja : labels.en;
  const height = heights[size] ?? heights.medium;
  const paint = colors[color] ?? colors.Gold;
  const text = /^(PwA|Pay)$/i.test(type ?? "") ? words.pay : words.login;
  const short = type === "A";
  const label = `${text} (${words.mark})`;
  const svg = draw({ text, mark: words.mark, paint, short, label });
  return { src: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`, height, label };
}

function draw({ text, mark, paint, short, label }) {
  const width = short ? 64 : Math.round(45 * proportion);
  const room = width - 52;
  const words = short
    ? ""
    : `<g font-family="'Hiragino Sans','Yu Gothic UI','Noto Sans JP','Noto Sans CJK JP',sans-serif" fill="${paint.ink}">
<text x="44" y="20" font-size="13" font-weight="700"${textLength(text, 13, room)}>${text}</text>
<text x="44" y="35" font-size="10">(${mark})</text></g>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 45" width="${width}" height="45" role="img" aria-label="${label}">
<rect x="1" y="1" width="${width - 2}" height="43" rx="6" fill="${paint.cloth}" stroke="${paint.edge}" stroke-width="2"/>
<g transform="translate(10 9)"><rect x="-1" width="28" height="3" rx="1.5" fill="${paint.ink}"/>
<path d="M1 5h7v20H1zM9.500 5h7v20h-7zM18 5h7v20h-7z" fill="${paint.ink}"/>
<circle cx="13" cy="14" r="5" fill="${paint.cloth}"/><circle cx="13" cy="14" r="2.300" fill="#b3341f"/></g>${words}</svg>`;
}

/** Squeezes a line that a machine's font would make wider than the button. */
function textLength(text, fontSize, room) {
  const guess = Array.from(text).reduce(
    (sum, letter) => sum + (letter.charCodeAt(0) > 255 ? fontSize : fontSize * 0.6),
    0,
  );
  return guess > room - 6 ? ` textLength="${room - 4}" lengthAdjust="spacingAndGlyphs"` : "";
}
