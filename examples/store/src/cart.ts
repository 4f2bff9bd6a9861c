import { productOf } from "./products.ts";

/** Product id to quantity. */
export type Cart = Readonly<Record<string, number>>;

const quantityMax = 20;

export function withQuantity(cart: Cart, productId: string, quantity: number): Cart {
  if (!productOf(productId)) return cart;
  const { [productId]: _, ...rest } = cart;
  const kept = Math.min(Math.max(0, Math.trunc(quantity) || 0), quantityMax);
  return kept === 0 ? rest : { ...rest, [productId]: kept };
}

export const subtotal = (cart: Cart): number =>
  Object.entries(cart).reduce((sum, [id, quantity]) => sum + (productOf(id)?.price ?? 0) * quantity, 0);

export const itemCount = (cart: Cart): number => Object.values(cart).reduce((sum, quantity) => sum + quantity, 0);

/** Reads a cart from a cookie; anything odd is an empty cart. */
export function readCart(text: string | undefined): Cart {
  let cart: Cart = {};
  for (const part of (text ?? "").split(".")) {
    const [id, quantity] = part.split("*");
    if (id) cart = withQuantity(cart, id, Number(quantity));
  }
  return cart;
}

export const writeCart = (cart: Cart): string =>
  Object.entries(cart)
    .map(([id, quantity]) => `${id}*${quantity}`)
    .join(".");
