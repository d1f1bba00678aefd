import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useRef } from "react";

// Loaded before they are on the screen.
const AHEAD = 20;

/**
 * A list of any length: only the rows on the screen are in the page. `see` hears which they are, with some more, so
 * that they are loaded in time; a row that is not there yet keeps its place.
 */
export function LongList<T>({
  count,
  row,
  height,
  label,
  see,
  children,
}: {
  count: number;
  row: (index: number) => T | undefined;
  height: number;
  label: string;
  see: (first: number, last: number) => void;
  children: (row: T, index: number) => ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  const shown = useWindowVirtualizer({
    count,
    estimateSize: () => height,
    overscan: 8,
    scrollMargin: box.current?.offsetTop ?? 0,
  });
  const items = shown.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (count > 0) {
      see(Math.max(0, first - AHEAD), Math.min(count - 1, last + AHEAD));
    }
  }, [first, last, count, see]);
  return (
    <div ref={box} role="list" aria-label={label} style={{ height: shown.getTotalSize(), position: "relative" }}>
      {items.map((item) => {
        const here = row(item.index);
        return (
          <div
            key={item.key}
            role="listitem"
            aria-setsize={count}
            aria-posinset={item.index + 1}
            data-index={item.index}
            ref={shown.measureElement}
            style={{
              position: "absolute",
              insetInline: 0,
              transform: `translateY(${item.start - (box.current?.offsetTop ?? 0)}px)`,
            }}
          >
            {here === undefined ? <div style={{ height }} className="border-b border-line" /> : children(here, item.index)}
          </div>
        );
      })}
    </div>
  );
}
