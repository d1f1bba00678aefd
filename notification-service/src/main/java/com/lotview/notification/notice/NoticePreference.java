package com.lotview.notification.notice;

/**
 * How a person wants to get a kind of notice.
 *
 * @param inApp in the dashboard
 * @param mail by e-mail
 */
public record NoticePreference(NoticeKind kind, boolean inApp, boolean mail) {

  /** The default for people who have set no preference. */
  static NoticePreference standard(NoticeKind kind) {
    return new NoticePreference(kind, true, kind.mailed());
  }
}
