import { Suspense, lazy } from "react";

const Drawing = lazy(async () => ({ default: (await import("./qr-drawing.tsx")).QrDrawing }));

/** A text for a phone's camera. It is drawn here: the text may be a secret, and leaves the page only by sight. */
export function QrCode(drawn: { text: string; label: string }) {
  return (
    <Suspense fallback={<div className="size-48" />}>
      <Drawing {...drawn} />
    </Suspense>
  );
}
