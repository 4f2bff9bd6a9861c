// Sends a forged copy of a notification, to see whether the receiver refuses it.
import { part, post } from "./api.js";
import { tables, words } from "./data.js";
import { fill } from "./dom.js";
import { field, form } from "./forms.js";
import { tell } from "./notes.js";
import { noticePath } from "./notice-parts.js";
import { link } from "./parts.js";

const said = words.notices;

export const forgeryChoices = () => tables.forgeries.map((name) => [name, said.forgeries[name] ?? name]);

/** `made`: where the forged copy's link goes. */
export const forgeForm = (notice, made) =>
  form([field("forgery", said.forgery, { kind: "select", choices: forgeryChoices() })], said.forge, async (values) => {
    const copy = await post(`/notices/${part(notice.noticeId)}/forge`, values);
    tell(said.forged);
    fill(made, link(noticePath(copy.noticeId), said.forgedCopy));
  });
