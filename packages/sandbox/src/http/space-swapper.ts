// Makes `x-amz-access-token : <token>` into a header that Node's parser takes, byte by byte and without a copy: in heads
// only, and only of `x-…` headers (none of which says where a message ends), space and colon change places. The length
// stays the same, so nothing has to be held back or moved. What is odd elsewhere stays as it is, for the parser to refuse.

const [tab, lf, cr, space, colon, semicolon] = [9, 10, 13, 32, 58, 59];
/** Stands in no header that the parser takes. */
const poison = 1;
/** How much of a framing header's value is looked at. */
const valueBytesMax = 32;
const digitsMax = 12;

/** Deals with some bytes from `at` on; gives the index of the first it has not dealt with. */
type Step = (bytes: Uint8Array, at: number) => number;

/**
 * Changes one connection's bytes in place, piece by piece. It follows the messages by Content-Length and chunks; once
 * their framing is anything but plain, it touches nothing any more.
 */
export class SpaceSwapper {
  #step: Step;
  /** Bytes of a body or chunk still to come. */
  #remaining = 0;
  /** The header name that this line may turn out to have, and how many of its letters have come. */
  #expected = "";
  #seen = 0;
  /** A framing header's value, or a chunk's size, so far. */
  #text = "";
  #lengths: string[] = [];
  #encodings: string[] = [];

  constructor() {
    this.#step = this.#betweenMessages;
  }

  /** Takes the next piece. */
  pass(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; ) at = this.#step(bytes, at);
  }

  readonly #lost: Step = (bytes) => bytes.length;

  readonly #betweenMessages: Step = (bytes, at) => {
    if (bytes[at] === cr || bytes[at] === lf) return at + 1;
    this.#lengths = [];
    this.#encodings = [];
    this.#step = this.#restOfLine;
    return at;
  };

  readonly #restOfLine: Step = (bytes, at) => {
    const end = bytes.indexOf(lf, at);
    if (end < 0) return bytes.length;
    this.#step = this.#startOfLine;
    return end + 1;
  };

  readonly #startOfLine: Step = (bytes, at) => {
    const first = bytes[at] as number;
    const letter = String.fromCharCode(first | 0x20);
    this.#expected =
      letter === "x" ? "x-" : letter === "c" ? "content-length" : letter === "t" ? "transfer-encoding" : "";
    this.#seen = 1;
    if (first === cr) this.#step = this.#endOfHead;
    // A folded line may belong to a header that frames the message.
    else if (first === lf || first === space || first === tab) this.#step = this.#lost;
    else this.#step = this.#expected === "" ? this.#restOfLine : this.#name;
    return at + 1;
  };

  readonly #name: Step = (bytes, at) => {
    const byte = bytes[at] as number;
    if (this.#seen < this.#expected.length) {
      if ((byte | 0x20) === this.#expected.charCodeAt(this.#seen)) this.#seen += 1;
      else {
        this.#step = this.#restOfLine;
        return at;
      }
    } else if (this.#expected === "x-") {
      this.#step = this.#extensionName;
      return at;
    } else this.#step = byte === colon ? this.#framingValue : this.#lost;
    return at + 1;
  };

  readonly #extensionName: Step = (bytes, at) => {
    let i = at;
    while (i < bytes.length && !endsName(bytes[i] as number)) i += 1;
    if (i === bytes.length) return i;
    if (bytes[i] === lf) this.#step = this.#lost;
    else if (bytes[i] === colon) this.#step = this.#restOfLine;
    else {
      // The true colon may come only with a later piece, when this one is gone.
      bytes[i] = colon;
      this.#step = this.#beforeColon;
    }
    return i + 1;
  };

  readonly #beforeColon: Step = (bytes, at) => {
    const byte = bytes[at];
    if (byte === space || byte === tab) return at + 1;
    bytes[at] = byte === colon ? space : poison;
    this.#step = byte === colon ? this.#restOfLine : this.#lost;
    return at + 1;
  };

  readonly #framingValue: Step = (bytes, at) => {
    const byte = bytes[at] as number;
    if (byte !== lf) {
      if (this.#text.length < valueBytesMax) this.#text += String.fromCharCode(byte);
    } else {
      (this.#expected === "content-length" ? this.#lengths : this.#encodings).push(this.#text.trim());
      this.#text = "";
      this.#step = this.#startOfLine;
    }
    return at + 1;
  };

  readonly #endOfHead: Step = (bytes, at) => {
    this.#step = bytes[at] === lf ? this.#afterHead() : this.#lost;
    return at + 1;
  };

  #afterHead(): Step {
    const [length = "0"] = this.#lengths;
    const [encoding] = this.#encodings;
    if (this.#lengths.length + this.#encodings.length > 1) return this.#lost;
    if (encoding !== undefined) return encoding.toLowerCase() === "chunked" ? this.#chunkSize : this.#lost;
    if (!/^\d+$/.test(length) || length.length > digitsMax) return this.#lost;
    this.#remaining = Number(length);
    return this.#remaining === 0 ? this.#betweenMessages : this.#body;
  }

  readonly #body: Step = (bytes, at) => this.#skip(bytes, at, this.#betweenMessages);

  readonly #chunkSize: Step = (bytes, at) => {
    const byte = bytes[at] as number;
    if (byte !== semicolon && byte !== cr) {
      this.#text += String.fromCharCode(byte);
      if (!/^[0-9a-f]+$/i.test(this.#text) || this.#text.length > digitsMax) this.#step = this.#lost;
      return at + 1;
    }
    this.#remaining = this.#text === "" ? Number.NaN : Number.parseInt(this.#text, 16);
    this.#text = "";
    this.#step = byte === cr ? this.#afterChunkSize : this.#chunkExtension;
    return at + 1;
  };

  readonly #chunkExtension: Step = (bytes, at) => {
    const end = bytes.indexOf(cr, at);
    if (end < 0) return bytes.length;
    this.#step = this.#afterChunkSize;
    return end + 1;
  };

  readonly #afterChunkSize: Step = (bytes, at) => {
    if (bytes[at] !== lf || Number.isNaN(this.#remaining)) this.#step = this.#lost;
    else this.#step = this.#remaining === 0 ? this.#trailer : this.#chunk;
    return at + 1;
  };

  readonly #chunk: Step = (bytes, at) => this.#skip(bytes, at, this.#afterChunk);

  readonly #afterChunk: Step = (bytes, at) => {
    this.#step = bytes[at] === cr ? this.#endOfChunk : this.#lost;
    return at + 1;
  };

  readonly #endOfChunk: Step = (bytes, at) => {
    this.#step = bytes[at] === lf ? this.#chunkSize : this.#lost;
    return at + 1;
  };

  /** Headers after the last chunk mean nothing to the sandbox; with them the following of messages ends. */
  readonly #trailer: Step = (bytes, at) => {
    this.#step = bytes[at] === cr ? this.#endOfTrailer : this.#lost;
    return at + 1;
  };

  readonly #endOfTrailer: Step = (bytes, at) => {
    this.#step = bytes[at] === lf ? this.#betweenMessages : this.#lost;
    return at + 1;
  };

  #skip(bytes: Uint8Array, at: number, next: Step): number {
    const taken = Math.min(this.#remaining, bytes.length - at);
    this.#remaining -= taken;
    if (this.#remaining === 0) this.#step = next;
    return at + taken;
  }
}

const endsName = (byte: number) => byte === colon || byte === space || byte === tab || byte === lf;
