package com.lotview.standalone;

/** The people of the first dealership of a fresh installation; their password is generated. */
public final class DemoLogin {
  public static final String GM_EMAIL = "gm@smith-auto.example";
  public static final String SALES_EMAIL = "sales@smith-auto.example";

  private DemoLogin() {}
}
