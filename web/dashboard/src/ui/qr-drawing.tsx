import encodeQR from "qr";
import { pathOf } from "./squares.ts";

// Phones find the code by the light edge around it.
const EDGE = 4;

/** A QR code, dark on light also in dark mode: many phones read nothing else. */
export function QrDrawing({ text, label }: { text: string; label: string }) {
  const rows = encodeQR(text, "raw", { border: EDGE });
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${rows.length} ${rows.length}`} shapeRendering="crispEdges" className="size-48">
      <rect width="100%" height="100%" fill="#fff" />
      <path d={pathOf(rows)} fill="#000" />
    </svg>
  );
}
