import { Toast } from "radix-ui";
import { type ReactNode, createContext, useCallback, useContext, useState } from "react";

interface Said {
  id: number;
  text: string;
  action?: ReactNode;
}

const Say = createContext<(text: string, action?: ReactNode) => void>(() => undefined);

/** Says a sentence at the edge of the screen; screen readers hear it. */
export const useSay = () => useContext(Say);

export function Toasts({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState<Said[]>([]);
  const say = useCallback((text: string, action?: ReactNode) => {
    setSaid((before) => [...before.slice(-2), { id: Date.now() + Math.random(), text, action }]);
  }, []);
  return (
    <Say value={say}>
      <Toast.Provider duration={10_000}>
        {children}
        {said.map((one) => (
          <Toast.Root
            key={one.id}
            onOpenChange={(open) => !open && setSaid((all) => all.filter((other) => other.id !== one.id))}
            className="flex items-center gap-3 rounded border border-line bg-panel p-3 shadow-lg"
          >
            <Toast.Description>{one.text}</Toast.Description>
            {one.action}
          </Toast.Root>
        ))}
        <Toast.Viewport className="fixed right-3 bottom-16 z-50 flex w-80 max-w-[calc(100vw-24px)] flex-col gap-2 sm:bottom-3" />
      </Toast.Provider>
    </Say>
  );
}
