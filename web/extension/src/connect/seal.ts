import type { Schemas } from "../session/api.ts";

export type SealKey = Schemas["SealKey"];

/** The one construction that services and worker use, by its parts in RFC 9180. */
const SUITE = "DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM";

/** Every seal begins with this byte and the four of the key's id: Tink's form, by which the worker finds the key. */
const TINK = 1;

/** This browser, or this version of the extension, cannot seal for the fleet. */
export class CannotSeal extends Error {}

/**
 * Seals for the fleet: only its workers open it.
 *
 * @param context what the seal is bound to; it opens for the same dealership and account only
 * @param ephemeral for the known answer only: what the key of this one seal is made of, instead of chance
 */
export async function seal(
  key: SealKey,
  context: string,
  content: Uint8Array<ArrayBuffer>,
  ephemeral?: Uint8Array,
): Promise<string> {
  if (key.suite !== SUITE) {
    throw new CannotSeal("The fleet seals with " + key.suite);
  }
  const { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } = await import("@hpke/core");
  const suite = new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
  try {
    const sender = await suite.createSenderContext({
      recipientPublicKey: await suite.kem.deserializePublicKey(bytesOf(key.publicKey)),
      info: new TextEncoder().encode(context),
      ...(ephemeral === undefined ? {} : { ekm: ephemeral }),
    });
    const sealed = new Uint8Array(await sender.seal(content));
    return base64(joined(prefixOf(key.keyId), new Uint8Array(sender.enc), sealed));
  } catch (problem) {
    // Chromium has X25519 since version 133.
    throw new CannotSeal("This browser cannot seal: " + String(problem));
  }
}

function prefixOf(keyId: number): Uint8Array {
  const prefix = new DataView(new ArrayBuffer(5));
  prefix.setUint8(0, TINK);
  prefix.setUint32(1, keyId);
  return new Uint8Array(prefix.buffer);
}

function joined(...parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

function base64(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) {
    text += String.fromCharCode(byte);
  }
  return btoa(text);
}
