import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useRef } from "react";

/** A list of any length: only the rows on the screen are in the page, and the next part is loaded in time. */
export function LongList<T>({
  rows,
  height,
  label,
  more,
  children,
}: {
  rows: T[];
  height: number;
  label: string;
  more: (() => void) | undefined;
  children: (row: T, index: number) => ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  const shown = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => height,
    overscan: 8,
    scrollMargin: box.current?.offsetTop ?? 0,
  });
  const items = shown.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= rows.length - 20) {
      more?.();
    }
  }, [last, rows.length, more]);
  return (
    <div ref={box} role="list" aria-label={label} style={{ height: shown.getTotalSize(), position: "relative" }}>
      {items.map((item) => (
        <div
          key={item.key}
          role="listitem"
          aria-setsize={rows.length}
          aria-posinset={item.index + 1}
          data-index={item.index}
          ref={shown.measureElement}
          style={{
            position: "absolute",
            insetInline: 0,
            transform: `translateY(${item.start - (box.current?.offsetTop ?? 0)}px)`,
          }}
        >
          {children(rows[item.index] as T, item.index)}
        </div>
      ))}
    </div>
  );
}
