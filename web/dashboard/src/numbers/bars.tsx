import { useId } from "react";

export interface Bar {
  id: string;
  label: string;
  good: number;
  failed?: number;
  /** What stands at the end of the line. */
  text: string;
}

const STEP = 36;
const LONGEST_LABEL = 34;

/** Bars beside a table that says the same: the table is for those who cannot see them. */
export function Bars({ bars }: { bars: Bar[] }) {
  const hatch = useId();
  const most = Math.max(1, ...bars.map((bar) => bar.good + (bar.failed ?? 0)));
  const width = (value: number) => `${(value / most) * 100}%`;
  return (
    <svg aria-hidden width="100%" height={bars.length * STEP} className="block">
      <defs>
        <pattern id={hatch} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width={6} height={6} className="fill-panel" />
          <rect width={3} height={6} className="fill-bad" />
        </pattern>
      </defs>
      {bars.map((bar, index) => (
        <g key={bar.id} transform={`translate(0 ${index * STEP})`}>
          <text y={13} className="fill-ink text-xs">
            {bar.label.length > LONGEST_LABEL ? bar.label.slice(0, LONGEST_LABEL - 1) + "…" : bar.label}
          </text>
          <text x="100%" y={13} textAnchor="end" className="fill-soft text-xs tabular-nums">
            {bar.text}
          </text>
          <rect y={18} width="100%" height={10} className="fill-hover" />
          <rect y={18} width={width(bar.good)} height={10} className="fill-accent" />
          <rect y={18} x={width(bar.good)} width={width(bar.failed ?? 0)} height={10} fill={`url(#${hatch})`} />
        </g>
      ))}
    </svg>
  );
}
