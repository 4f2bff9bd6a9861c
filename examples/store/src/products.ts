// What the shop sells. Prices are yen, tax included.

export interface Product {
  readonly id: string;
  readonly name: { readonly ja: string; readonly en: string };
  readonly about: { readonly ja: string; readonly en: string };
  readonly price: number;
  /** A drawing instead of a photograph: an inline SVG body in a 120 x 120 box. */
  readonly picture: string;
}

export const products: readonly Product[] = [
  {
    id: "noren-indigo",
    name: { ja: "藍染めのれん", en: "Indigo noren" },
    about: { ja: "麻・手染め。幅85cm×丈150cm。", en: "Hand-dyed linen, 85 × 150 cm." },
    price: 12800,
    picture:
      '<rect x="14" y="18" width="92" height="6" rx="3" fill="#8a6d4b"/><path d="M18 24h26v76H18zM47 24h26v76H47zM76 24h26v76H76z" fill="#27496d"/><circle cx="60" cy="58" r="14" fill="none" stroke="#fff" stroke-width="4"/>',
  },
  {
    id: "tea-cup",
    name: { ja: "美濃焼 湯呑み", en: "Mino ware tea cup" },
    about: { ja: "電子レンジ対応。容量240ml。", en: "Microwave safe, 240 ml." },
    price: 2200,
    picture:
      '<path d="M34 34h52l-5 58a6 6 0 0 1-6 6H45a6 6 0 0 1-6-6z" fill="#9fb8a6"/><path d="M36 56h48" stroke="#5f7c68" stroke-width="6"/><ellipse cx="60" cy="34" rx="26" ry="5" fill="#dfe9e2"/>',
  },
  {
    id: "furoshiki",
    name: { ja: "風呂敷 麻の葉", en: "Furoshiki, hemp-leaf pattern" },
    about: { ja: "綿100%、70cm角。", en: "Cotton, 70 × 70 cm." },
    price: 1650,
    picture:
      '<path d="M60 20 98 74a22 22 0 0 1-16 30H38a22 22 0 0 1-16-30z" fill="#b3446c"/><path d="M44 34c4-14 28-14 32 0-8 8-24 8-32 0z" fill="#8e2f53"/><path d="M60 52v44M40 74h40M46 58l28 32M74 58 46 90" stroke="#f3d3df" stroke-width="2"/>',
  },
];

export const productOf = (id: string): Product | undefined => products.find((product) => product.id === id);
