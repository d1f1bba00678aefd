import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";

// Loaded before they are on the screen.
const AHEAD = 20;
// Drawn before they are on the screen.
const OVERSCAN = 8;

interface Long<T> {
  count: number;
  row: (index: number) => T | undefined;
  height: number;
  label: string;
  see: (first: number, last: number) => void;
  children: (row: T, index: number) => ReactNode;
}

/**
 * A list of any length: only the rows on the screen are in the page. `see` hears which they are, with some more, so
 * that they are loaded in time; a row that is not there yet keeps its place.
 */
export function LongList<T>(list: Long<T>) {
  // What stands for a list while it is loading is in its place, so where it begins is not known before.
  return list.count === 0 ? null : <Placed {...list} />;
}

/** Finds where the list begins before it is filled: another beginning has all rows placed anew, a hundred thousand. */
function Placed<T>(list: Long<T>) {
  const box = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState<number>();
  // What is above may have changed with any drawing.
  useLayoutEffect(() => setTop(box.current?.offsetTop ?? 0));
  return <div ref={box}>{top !== undefined && <Filled {...list} top={top} />}</div>;
}

function Filled<T>({ count, row, height, label, see, children, top }: Long<T> & { top: number }) {
  const shown = useWindowVirtualizer({
    count,
    estimateSize: () => height,
    overscan: OVERSCAN,
    scrollMargin: top,
    // The first drawing is complete.
    initialRect: { width: window.innerWidth, height: window.innerHeight },
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
    <div role="list" aria-label={label} style={{ height: shown.getTotalSize(), position: "relative" }}>
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
              transform: `translateY(${item.start - top}px)`,
            }}
          >
            {here === undefined ? <div style={{ height }} className="border-b border-line" /> : children(here, item.index)}
          </div>
        );
      })}
    </div>
  );
}
