import assert from "node:assert/strict";
import { test } from "node:test";
import encodeQR from "qr";
import decodeQR from "qr/decode.js";
import { load } from "./load.mjs";

const { pathOf } = await load("ui/squares.ts");
const SCALE = 4;

/** What a camera sees of the path. */
function picture(path, size) {
  const side = size * SCALE;
  const data = new Uint8Array(side * side * 4).fill(255);
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let row = y * SCALE; row < (+y + 1) * SCALE; row++) {
      for (let column = x * SCALE; column < (+x + +length) * SCALE; column++) {
        data.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3);
      }
    }
  }
  return { width: side, height: side, data };
}

test("a camera reads the drawn code", () => {
  const uri = "otpauth://totp/LotView:dana.o%27hara@smith-auto.example?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=LotView";
  const rows = encodeQR(uri, "raw", { border: 4 });
  assert.equal(decodeQR(picture(pathOf(rows), rows.length)), uri);
});

test("what is light stays empty", () => {
  assert.equal(pathOf([[false, false], [false, false]]), "");
  assert.equal(pathOf([[true, true, false, true]]), "M0 0h2v1h-2zM3 0h1v1h-1z");
});
