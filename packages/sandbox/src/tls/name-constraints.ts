// The extension that keeps a certificate authority to its names (RFC 5280, 4.2.1.10), which the certificate library
// does not write.

/** For names, `certain` and everything below it; for addresses (4 or 16 bytes), exactly one. */
export interface Permitted {
  readonly names: readonly string[];
  readonly addresses: readonly (readonly number[])[];
}

export const nameConstraintsOid = "2.5.29.30";

const sequence = 0x30;
const permittedSubtrees = 0xa0;
const dnsName = 0x82;
const ipAddress = 0x87;

/** The extension's value in DER. */
export function nameConstraints({ names, addresses }: Permitted): Buffer {
  const subtrees = [
    ...names.map((name) => der(dnsName, Buffer.from(name, "ascii"))),
    ...addresses.map((address) => der(ipAddress, Buffer.from([...address, ...address.map(() => 255)]))),
  ];
  return der(sequence, der(permittedSubtrees, ...subtrees.map((base) => der(sequence, base))));
}

function der(tag: number, ...contents: readonly Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}
