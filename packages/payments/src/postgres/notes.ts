// Free text of the shop may name a person, so it is taken out of what is stored plainly, and sealed beside it.

const freeText = new Set(["note", "sellerNote", "reason"]);

/** The value as JSON with a number in place of each free text, and the texts. */
export function withoutNotes(value: unknown): { readonly json: string; readonly notes: readonly string[] } {
  const notes: string[] = [];
  const json = JSON.stringify(value, (key, each) =>
    freeText.has(key) && typeof each === "string" ? { sealed: notes.push(each) - 1 } : each,
  );
  return { json, notes };
}

/** Puts the texts back. A text that was erased stays away. */
export function withNotes(json: string, notes: readonly string[]): unknown {
  return JSON.parse(json, (key, each) => (freeText.has(key) && isPlace(each) ? notes[each.sealed] : each));
}

const isPlace = (value: unknown): value is { sealed: number } =>
  typeof value === "object" && value !== null && "sealed" in value && typeof value.sealed === "number";
