export type MailedPage = "invitation" | "registration" | "password";

export interface MailedLink {
  page: MailedPage;
  token: string;
}

/** The link of a mail by which this page was opened, taken out of the address and the history. */
export function mailedLink(): MailedLink | undefined {
  const page = /^\/app\/account\/(invitation|registration|password)$/.exec(location.pathname)?.[1];
  if (page === undefined) {
    return undefined;
  }
  const token = location.hash.slice(1);
  history.replaceState(null, "", "/app/");
  return { page: page as MailedPage, token };
}
