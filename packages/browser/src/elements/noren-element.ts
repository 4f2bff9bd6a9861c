import { AmazonPayPageError } from "../errors.ts";
import { tellProblem } from "../events.ts";
import { type AmazonPay, amazonPay } from "../load.ts";

/** A plain class where there is no document, so that a server may import this module. */
const Base: typeof HTMLElement = globalThis.HTMLElement ?? (class {} as unknown as typeof HTMLElement);

let number = 0;

/**
 * What the three elements share: they wait for Amazon's script, then draw into a child with an id of its own, in the
 * document itself (Amazon's script finds its containers by id, so a shadow root would hide them).
 */
export abstract class NorenElement extends Base {
  #pending = false;

  connectedCallback(): void {
    if (!this.style.display) this.style.display = "block";
    this.refresh();
  }

  attributeChangedCallback(_name: string, before: string | null, after: string | null): void {
    if (this.isConnected && before !== after) this.refresh();
  }

  /** Draws again, as after a declined payment. Several calls in one turn draw once. */
  refresh(): void {
    if (this.#pending) return;
    this.#pending = true;
    this.#draw();
  }

  async #draw(): Promise<void> {
    try {
      const loaded = await amazonPay();
      await this.ready();
      this.#pending = false;
      if (this.isConnected) this.draw(loaded, this.#container());
    } catch (error) {
      this.#pending = false;
      const code = error instanceof AmazonPayPageError ? error.code : "UnknownError";
      tellProblem(this, code, String(error));
    }
  }

  /** What else to wait for before drawing. */
  protected async ready(): Promise<void> {}

  protected abstract draw(amazon: AmazonPay, container: HTMLElement): void;

  #container(): HTMLElement {
    const container = document.createElement("div");
    container.id = `noren-amazon-${++number}`;
    this.replaceChildren(container);
    return container;
  }
}
