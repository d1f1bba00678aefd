const BROWSERS: [RegExp, string][] = [
  [/Edg\//, "Edge"],
  [/Firefox\//, "Firefox"],
  [/Chrome\//, "Chrome"],
  [/Safari\//, "Safari"],
];

const SYSTEMS: [RegExp, string][] = [
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "Mac"],
  [/Linux|X11/, "Linux"],
];

/** A browser's long name of itself in short, such as "Chrome, Windows". */
export function deviceOf(userAgent: string): string {
  const one = (kinds: [RegExp, string][]) => kinds.find(([sign]) => sign.test(userAgent))?.[1];
  const browser = one(BROWSERS);
  return browser === undefined ? userAgent : [browser, one(SYSTEMS)].filter((part) => part !== undefined).join(", ");
}
