// Presses and types by script events, as the page hears them from a person.

/** The innermost element at a point of the node, as a press there would reach it. */
function innermost(node: HTMLElement, x: number, y: number): Element {
  const hit = document.elementFromPoint(x, y);
  if (hit !== null && node.contains(hit)) return hit;
  let inner: Element = node;
  while (inner.firstElementChild !== null && !inner.matches("input,textarea")) inner = inner.firstElementChild;
  return inner;
}

/** Presses the node's middle, or a place beside it. */
export function press(node: HTMLElement, spot: { x: number; y: number } = { x: 0, y: 0 }): void {
  const box = node.getBoundingClientRect();
  const x = box.left + box.width / 2 + spot.x;
  const y = box.top + box.height / 2 + spot.y;
  const target = node.matches("input,textarea") ? node : innermost(node, x, y);
  const at = { bubbles: true, cancelable: true, composed: true, view: window, clientX: x, clientY: y, button: 0 };
  target.dispatchEvent(new PointerEvent("pointerdown", { ...at, buttons: 1, pointerId: 1, isPrimary: true }));
  target.dispatchEvent(new MouseEvent("mousedown", { ...at, buttons: 1, detail: 1 }));
  target.dispatchEvent(new PointerEvent("pointerup", { ...at, pointerId: 1, isPrimary: true }));
  target.dispatchEvent(new MouseEvent("mouseup", { ...at, detail: 1 }));
  target.dispatchEvent(new MouseEvent("click", { ...at, detail: 1 }));
}

export function key(node: Element | null, name: string): void {
  const target = node ?? document.activeElement ?? document.body;
  for (const type of ["keydown", "keyup"]) {
    target.dispatchEvent(new KeyboardEvent(type, { key: name, code: name, bubbles: true, cancelable: true, composed: true }));
  }
}

/** The page's framework keeps its own value: only the setter of the element's class tells it of a new one. */
function set(node: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  const kind = node instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  const value = Object.getOwnPropertyDescriptor(kind.prototype, "value");
  value?.set?.call(node, text);
  const said = { bubbles: true, composed: true, data: text === "" ? null : text };
  node.dispatchEvent(new InputEvent("input", { ...said, inputType: text === "" ? "deleteContent" : "insertText" }));
}

export function write(node: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  node.focus();
  if (node.value !== "") set(node, "");
  set(node, text);
  node.dispatchEvent(new Event("change", { bubbles: true }));
}

/** Leaves the box by Tab. A page behind a panel has no focus: the browser then says nothing, so this does. */
export function leave(node: HTMLElement): void {
  key(node, "Tab");
  let said = false;
  const heard = () => (said = true);
  node.addEventListener("blur", heard, { once: true });
  node.blur();
  node.removeEventListener("blur", heard);
  if (said) return;
  node.dispatchEvent(new FocusEvent("blur"));
  node.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
}

export function give(input: HTMLInputElement, files: File[]): void {
  const carried = new DataTransfer();
  for (const file of files) carried.items.add(file);
  input.files = carried.files;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  input.dispatchEvent(new Event("change", { bubbles: true }));
}
