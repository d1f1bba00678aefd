package com.lotview.notification.notice;

/**
 * How a person wants to hear of a kind of notice.
 *
 * @param inApp in the dashboard
 * @param mail by e-mail
 */
public record NoticePreference(NoticeKind kind, boolean inApp, boolean mail) {

  /** Of people who have not chosen. */
  static NoticePreference standard(NoticeKind kind) {
    return new NoticePreference(kind, true, kind.mailed());
  }
}
