import { Dialog } from "radix-ui";
import { type TextKey, useText } from "../text/text.tsx";
import { Button } from "../ui/parts.tsx";
import { habitsWords } from "./words.ts";

const KEYS: [string[], TextKey<typeof habitsWords>][] = [
  [["Ctrl", "K"], "help.palette"],
  [["/"], "help.search"],
  [["j"], "help.next"],
  [["k"], "help.before"],
  [["Enter"], "help.open"],
  [["x"], "help.select"],
  [["Shift", "X"], "help.selectRange"],
  [["p"], "help.post"],
  [["e"], "help.correct"],
  [["g", "t"], "nav.today"],
  [["g", "i"], "nav.inventory"],
  [["g", "p"], "nav.postings"],
  [["g", "s"], "nav.schedule"],
  [["g", "a"], "nav.accounts"],
  [["g", "m"], "nav.import"],
  [["g", "n"], "nav.numbers"],
  [["g", "u"], "nav.users"],
  [["Esc"], "help.close"],
  [["?"], "help.help"],
];

/** The keys, in a window. */
export function Help({ close }: { close: () => void }) {
  const { t } = useText(habitsWords);
  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/40" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed top-1/2 left-1/2 z-50 max-h-[calc(100dvh-24px)] w-96 max-w-[calc(100vw-24px)] -translate-x-1/2 -translate-y-1/2 overflow-y-auto rounded border border-line bg-panel p-4"
        >
          <Dialog.Title className="mb-3 font-semibold">{t("help.title")}</Dialog.Title>
          <dl className="grid grid-cols-[7rem_1fr] gap-y-1.5">
            {KEYS.map(([keys, text]) => (
              <div key={text} className="contents">
                <dt className="flex items-start gap-1">
                  {keys.map((key) => (
                    <kbd key={key} className="rounded border border-line bg-page px-1.5 font-sans text-xs leading-5">
                      {key}
                    </kbd>
                  ))}
                </dt>
                <dd>{t(text)}</dd>
              </div>
            ))}
          </dl>
          <div className="mt-4 flex justify-end">
            <Button onClick={close}>{t("ask.close")}</Button>
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
