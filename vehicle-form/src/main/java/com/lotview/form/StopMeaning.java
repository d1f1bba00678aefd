package com.lotview.form;

/** The meaning of a page that stops a run. */
public enum StopMeaning {
  LOGIN,
  TWO_FACTOR,
  CAPTCHA,
  CHECKPOINT,
  SUSPENDED,
  TEMPORARY,
  LIMIT,
  NO_ACCESS,
  REFUSED
}
